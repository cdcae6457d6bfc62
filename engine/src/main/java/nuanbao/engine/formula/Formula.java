package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.formula.FormulaFunction.Nature;

/**
 * A formula whose names are resolved and whose kinds are checked: a value to compute, or a
 * condition to check. It holds nothing that changes, so any number of threads may run it.
 */
public final class Formula {

  /** How a condition came out. */
  public enum Verdict {
    HOLDS,
    FAILS,
    /** What it depends on is blank, 不适用 or could not be computed. */
    NOT_APPLICABLE
  }

  private final String text;
  private final Expression root;
  private final ValueKind kind;
  private final Handling handling;
  private final References references = new References();

  Formula(String text, Expression root) {
    this(text, root, Handling.ORDINARY);
  }

  private Formula(String text, Expression root, Handling handling) {
    this.text = text;
    this.root = root;
    this.handling = handling;
    this.kind = root.kind();
    root.addReferences(references);
  }

  Expression root() {
    return root;
  }

  /** As the author wrote it. */
  public String text() {
    return text;
  }

  /** What its value is; a condition is {@link ValueKind#TRUTH}. */
  public ValueKind kind() {
    return kind;
  }

  /** Whether it is true or false; else it computes another value. */
  public boolean isCondition() {
    return kind == ValueKind.TRUTH;
  }

  /** Unit of measure of its value, where that follows from what it names. */
  public Optional<String> measuredIn() {
    return root.measuredIn();
  }

  /**
   * Everything it names, in the order of the text; what is named twice is there twice. What
   * conditions behind 当 name is apart.
   */
  public List<Reference> references() {
    return references.all();
  }

  /** What it names without 上期 and 上年同期: those never lead back to the round at hand. */
  public List<Reference> currentReferences() {
    return references.current();
  }

  /** What it adds up, where it is a plain sum: 甲 + 乙, 合计(甲, 乙), 合计(c1..c5); else nothing. */
  public List<Reference> addends() {
    List<Reference> addends = new ArrayList<>();
    addAddends(root, addends);
    return addends;
  }

  private static void addAddends(Expression part, List<Reference> to) {
    if (part instanceof Expression.Cell cell) {
      to.add(cell.reference());
    } else if (part instanceof Arithmetic.Sum sum) {
      for (Arithmetic.Term term : sum.terms()) if (!term.isMinus()) addAddends(term.value(), to);
    } else if (part instanceof Call call && call.function().nature() == Nature.ADDS) {
      for (Expression argument : call.arguments()) addAddends(argument, to);
    }
  }

  /** What conditions behind 当 name, without 上期 and 上年同期. */
  public List<Beside> beside() {
    return references.beside();
  }

  /** The other times that it looks at. */
  public Set<Period> periods() {
    return references.periods();
  }

  /**
   * The value, exact and unrounded; blank where what it needs is blank. A condition gives 是 or 否,
   * or blank where it does not apply.
   */
  public Value evaluate(Scope scope) {
    return root.evaluate(scope);
  }

  /** How a condition comes out. */
  public Verdict test(Scope scope) {
    if (!isCondition()) throw new IllegalStateException("not a condition: " + text);
    return root.evaluate(scope) instanceof Value.Truth truth
        ? truth.isTrue() ? Verdict.HOLDS : Verdict.FAILS
        : Verdict.NOT_APPLICABLE;
  }

  /** Why it fails; empty where it does not. */
  public Optional<Explanation> explainFailure(Scope scope) {
    return test(scope) == Verdict.FAILS ? Optional.of(root.whyFalse(scope)) : Optional.empty();
  }

  /**
   * The same rule where blanks count as 0: every number cell, every 合计 and every figure of another
   * time that is blank or 不适用. What 平均, 计数, 最小, 最大 and 为空 take is left as it is: they tell blanks
   * from values.
   */
  public Formula withBlankAsZero() {
    return handled(Handling.BLANK_AS_ZERO);
  }

  /**
   * The same rule where numbers may be so far apart, that far included, and still be {@code =},
   * {@code ≤} or {@code ≥}. The other signs stay exact, and so do comparisons inside functions.
   */
  public Formula withTolerance(BigDecimal difference) {
    if (difference.signum() < 0) {
      throw new IllegalArgumentException("a tolerance is not below 0: " + difference);
    }
    return handled(Handling.tolerating(difference));
  }

  private Formula handled(Handling more) {
    return new Formula(text, root.with(more), handling.and(more));
  }

  /** Whether blanks count as 0: {@link #withBlankAsZero()}. */
  public boolean isBlankZero() {
    return handling.blankAsZero();
  }

  /** How far apart numbers may be, 0 where they may not: {@link #withTolerance(BigDecimal)}. */
  public BigDecimal tolerance() {
    return handling.tolerance();
  }

  /** In the one spelling of the language; reads back to the same formula. */
  public String print() {
    return FormulaWriter.print(root);
  }

  /** For a person: what it names by title, however the author wrote it. */
  public String title() {
    return FormulaWriter.title(root);
  }

  /**
   * How a condition comes out whatever is filled in within the bounds of what it names, wherever it
   * applies; empty where that depends on what is filled in, or cannot be told.
   */
  public Optional<Verdict> certainVerdict() {
    Prospect prospect = root.prospect();
    if (!prospect.mayHold()) return Optional.of(Verdict.FAILS);
    return prospect.mayFail() ? Optional.empty() : Optional.of(Verdict.HOLDS);
  }

  @Override
  public String toString() {
    return text;
  }
}
