package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.util.Optional;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Text;

/**
 * One piece of a formula, its names resolved and its kinds checked. Package-private: outside, a
 * formula is run whole.
 */
sealed interface Expression
    permits Expression.Constant,
        Expression.Cell,
        Expression.Filtered,
        Expression.OrZero,
        Expression.Broken,
        Arithmetic,
        Condition,
        Call {

  /** How tightly a piece holds together; what binds less than its place asks is put in brackets. */
  enum Binding {
    ANY,
    ALL,
    NEGATION,
    COMPARISON,
    SUM,
    PRODUCT,
    SIGNED,
    PRIMARY
  }

  Value evaluate(Scope scope);

  /**
   * What a piece of a larger one evaluates to. Most pieces are cells, and asking those by their
   * class is quicker than by an interface that ten classes share.
   */
  static Value of(Expression piece, Scope scope) {
    return piece instanceof Cell cell ? scope.valueOf(cell.reference) : piece.evaluate(scope);
  }

  ValueKind kind();

  /** Whether it stands for several values, which only a function can take. */
  default boolean isMany() {
    return false;
  }

  Binding binding();

  void write(FormulaWriter to);

  /** Adds everything it names, in the order of the text. */
  void addReferences(References to);

  default Optional<String> measuredIn() {
    return Optional.empty();
  }

  /** Between which numbers its value lies wherever it has one. */
  default Bounds bounds() {
    return Bounds.NONE;
  }

  /** What can be told of it before anything is filled in. */
  default Prospect prospect() {
    return Prospect.OPEN;
  }

  /** The same with blanks or differences handled as a rule asks. */
  default Expression with(Handling handling) {
    return this;
  }

  /** Why it is false, where it is. */
  default Explanation whyFalse(Scope scope) {
    return new Explanation(
        new Text(
            FormulaWriter.explain(this, scope, Language.CHINESE),
            FormulaWriter.explain(this, scope, Language.ENGLISH)),
        Optional.empty());
  }

  /** A number, a text, a day, 是 or 否, as written; {@code 90%} is 90 with the measure %. */
  record Constant(Value value, ValueKind kind, boolean isPercent) implements Expression {

    static Constant of(BigDecimal amount, boolean isPercent) {
      return new Constant(Value.of(amount), ValueKind.NUMBER, isPercent);
    }

    static Constant of(String text) {
      return new Constant(Value.of(text), ValueKind.WORDS, false);
    }

    static Constant of(boolean isTrue) {
      return new Constant(Condition.truth(isTrue), ValueKind.TRUTH, false);
    }

    static Constant of(Value.Day day) {
      return new Constant(day, ValueKind.DAY, false);
    }

    @Override
    public Value evaluate(Scope scope) {
      return value;
    }

    @Override
    public Binding binding() {
      return Binding.PRIMARY;
    }

    @Override
    public void write(FormulaWriter to) {
      to.constant(value, isPercent);
    }

    @Override
    public void addReferences(References to) {}

    @Override
    public Optional<String> measuredIn() {
      return isPercent ? Optional.of("%") : Optional.empty();
    }

    @Override
    public Bounds bounds() {
      return value instanceof Value.Number number ? Bounds.exactly(number.amount()) : Bounds.NONE;
    }

    @Override
    public Prospect prospect() {
      return value instanceof Value.Truth truth
          ? new Prospect(truth.isTrue(), !truth.isTrue())
          : Prospect.OPEN;
    }
  }

  /**
   * What an address or a range stands for.
   *
   * @param address as it can be written again
   */
  record Cell(String address, Reference reference) implements Expression {
    @Override
    public Value evaluate(Scope scope) {
      return scope.valueOf(reference);
    }

    @Override
    public ValueKind kind() {
      return reference.kind();
    }

    @Override
    public boolean isMany() {
      return reference.isMany();
    }

    @Override
    public Binding binding() {
      return Binding.PRIMARY;
    }

    @Override
    public void write(FormulaWriter to) {
      to.cell(this);
    }

    @Override
    public void addReferences(References to) {
      to.add(reference);
    }

    @Override
    public Optional<String> measuredIn() {
      return reference.measuredIn();
    }

    @Override
    public Bounds bounds() {
      return reference.bounds().orElse(Bounds.NONE);
    }

    @Override
    public Expression with(Handling handling) {
      return handling.blankAsZero() && !isMany() && kind() == ValueKind.NUMBER
          ? new OrZero(this)
          : this;
    }
  }

  /** Those of several for which a condition holds; where the condition has a blank, it does not. */
  record Filtered(Cell many, Expression condition) implements Expression {
    @Override
    public Value evaluate(Scope scope) {
      throw new IllegalStateException("stands for several values: " + many.address());
    }

    @Override
    public ValueKind kind() {
      return many.kind();
    }

    @Override
    public boolean isMany() {
      return true;
    }

    @Override
    public Binding binding() {
      return Binding.ANY;
    }

    @Override
    public void write(FormulaWriter to) {
      many.write(to);
      to.add(to.word(" 当 ", " where "));
      to.asWritten(condition);
    }

    @Override
    public void addReferences(References to) {
      many.addReferences(to);
      to.addBeside(many.reference(), condition);
    }

    @Override
    public Optional<String> measuredIn() {
      return many.measuredIn();
    }

    @Override
    public Bounds bounds() {
      return many.bounds();
    }
  }

  /** A number that counts as 0 where it is blank, because its rule says so. */
  record OrZero(Expression inner) implements Expression {
    private static final Value ZERO = Value.of(BigDecimal.ZERO);

    @Override
    public Value evaluate(Scope scope) {
      Value value = inner.evaluate(scope);
      return value instanceof Value.Blank || value instanceof Value.NotApplicable ? ZERO : value;
    }

    @Override
    public ValueKind kind() {
      return inner.kind();
    }

    @Override
    public Binding binding() {
      return inner.binding();
    }

    @Override
    public void write(FormulaWriter to) {
      to.orZero(this);
    }

    @Override
    public void addReferences(References to) {
      inner.addReferences(to);
    }

    @Override
    public Optional<String> measuredIn() {
      return inner.measuredIn();
    }

    @Override
    public Bounds bounds() {
      return inner.bounds().orZero();
    }
  }

  /** Stands where a mistake has been told already, so that nothing more is told of it. */
  record Broken() implements Expression {
    @Override
    public Value evaluate(Scope scope) {
      throw new IllegalStateException("a formula with a mistake is never run");
    }

    @Override
    public ValueKind kind() {
      return ValueKind.NUMBER;
    }

    @Override
    public Binding binding() {
      return Binding.PRIMARY;
    }

    @Override
    public void write(FormulaWriter to) {
      to.add("?");
    }

    @Override
    public void addReferences(References to) {}
  }
}
