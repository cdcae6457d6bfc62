package nuanbao.engine.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A formula whose names are resolved: either a value to compute or a condition to check. */
public final class Formula {

  /** How a condition came out. */
  public enum Verdict {
    HOLDS,
    FAILS,
    /** Something compared is blank or could not be computed. */
    NOT_APPLICABLE
  }

  /** A comparison sign. */
  enum Comparator {
    EQUAL("="),
    NOT_EQUAL("≠"),
    LESS("<"),
    AT_MOST("≤"),
    MORE(">"),
    AT_LEAST("≥");

    private final String sign;

    Comparator(String sign) {
      this.sign = sign;
    }

    boolean ordersOnly() {
      return this != EQUAL && this != NOT_EQUAL;
    }

    private boolean holds(int order) {
      return switch (this) {
        case EQUAL -> order == 0;
        case NOT_EQUAL -> order != 0;
        case LESS -> order < 0;
        case AT_MOST -> order <= 0;
        case MORE -> order > 0;
        case AT_LEAST -> order >= 0;
      };
    }
  }

  private final String text;
  private final List<Expression> operands;
  private final List<Comparator> comparators;

  Formula(String text, List<Expression> operands, List<Comparator> comparators) {
    this.text = text;
    this.operands = List.copyOf(operands);
    this.comparators = List.copyOf(comparators);
  }

  /** As the author wrote it. */
  public String text() {
    return text;
  }

  /** Whether it compares; else it computes a value. */
  public boolean isCondition() {
    return !comparators.isEmpty();
  }

  /** Everything it names, in the order of the text. */
  public List<Reference> references() {
    return operands.stream().flatMap(operand -> operand.references().stream()).toList();
  }

  /** The value of a formula that computes one; blank where what it needs is blank. */
  public Value evaluate(Scope scope) {
    if (isCondition()) throw new IllegalStateException("a condition has no value: " + text);
    return operands.get(0).evaluate(scope);
  }

  /** How a condition comes out. In a chain the first link that fails decides. */
  public Verdict test(Scope scope) {
    List<Value> values = values(scope);
    if (failing(values).isPresent()) return Verdict.FAILS;
    return values.stream().allMatch(Formula::isComparable) ? Verdict.HOLDS : Verdict.NOT_APPLICABLE;
  }

  /** Why it fails; empty where it does not. */
  public Optional<Explanation> explainFailure(Scope scope) {
    OptionalInt failing = failing(values(scope));
    if (failing.isEmpty()) return Optional.empty();
    int link = failing.getAsInt();
    return Optional.of(
        Explanation.of(
            operands.get(link), comparators.get(link).sign, operands.get(link + 1), scope));
  }

  private List<Value> values(Scope scope) {
    if (!isCondition()) throw new IllegalStateException("not a condition: " + text);
    List<Value> values = new ArrayList<>(operands.size());
    for (Expression operand : operands) values.add(operand.evaluate(scope));
    return values;
  }

  private OptionalInt failing(List<Value> values) {
    for (int link = 0; link < comparators.size(); link++) {
      Value left = values.get(link);
      Value right = values.get(link + 1);
      if (!isComparable(left) || !isComparable(right)) continue;
      if (!comparators.get(link).holds(order(left, right))) return OptionalInt.of(link);
    }
    return OptionalInt.empty();
  }

  private static boolean isComparable(Value value) {
    return value instanceof Value.Number || value instanceof Value.Words;
  }

  private static int order(Value left, Value right) {
    if (left instanceof Value.Number a && right instanceof Value.Number b) {
      return a.amount().compareTo(b.amount());
    }
    return left.equals(right) ? 0 : 1;
  }

  @Override
  public String toString() {
    return text;
  }
}
