package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** One piece of a formula. Package-private: outside, a formula is run whole. */
sealed interface Expression {

  /** Division keeps 34 digits, half-up. Sums and products are exact. */
  MathContext DIVISION = new MathContext(34, RoundingMode.HALF_UP);

  Value evaluate(Scope scope);

  /** As written, with the value of each cell behind its name. */
  String explain(Scope scope);

  List<Reference> references();

  boolean isNumber();

  record Literal(BigDecimal amount) implements Expression {
    @Override
    public Value evaluate(Scope scope) {
      return Value.of(amount);
    }

    @Override
    public String explain(Scope scope) {
      return amount.toPlainString();
    }

    @Override
    public List<Reference> references() {
      return List.of();
    }

    @Override
    public boolean isNumber() {
      return true;
    }
  }

  record Cell(Reference reference) implements Expression {
    @Override
    public Value evaluate(Scope scope) {
      return scope.valueOf(reference);
    }

    @Override
    public String explain(Scope scope) {
      return reference.title() + " " + Explanation.print(scope.valueOf(reference));
    }

    @Override
    public List<Reference> references() {
      return List.of(reference);
    }

    @Override
    public boolean isNumber() {
      return reference.kind() == ValueKind.NUMBER;
    }
  }

  record Negated(Expression operand) implements Expression {
    @Override
    public Value evaluate(Scope scope) {
      Value value = operand.evaluate(scope);
      if (value instanceof Value.Number number) return Value.of(number.amount().negate());
      return value instanceof Value.Failed ? value : Value.BLANK;
    }

    @Override
    public String explain(Scope scope) {
      return "-" + operand.explain(scope);
    }

    @Override
    public List<Reference> references() {
      return operand.references();
    }

    @Override
    public boolean isNumber() {
      return true;
    }
  }

  /**
   * {@code + − × ÷}. In a sum a blank is 0 where anything is there; a product with a blank is
   * blank.
   */
  record Arithmetic(Operator operator, Expression left, Expression right) implements Expression {

    enum Operator {
      PLUS("+"),
      MINUS("-"),
      TIMES("×"),
      DIVIDED_BY("÷");

      private final String sign;

      Operator(String sign) {
        this.sign = sign;
      }

      boolean isSum() {
        return this == PLUS || this == MINUS;
      }
    }

    @Override
    public Value evaluate(Scope scope) {
      Value first = left.evaluate(scope);
      Value second = right.evaluate(scope);
      if (first instanceof Value.Failed) return first;
      if (second instanceof Value.Failed) return second;
      boolean anything = first instanceof Value.Number || second instanceof Value.Number;
      boolean everything = first instanceof Value.Number && second instanceof Value.Number;
      if (operator.isSum() ? !anything : !everything) return Value.BLANK;
      return apply(amount(first), amount(second));
    }

    /** A division by zero has no value: it is blank. */
    private Value apply(BigDecimal first, BigDecimal second) {
      return switch (operator) {
        case PLUS -> Value.of(first.add(second));
        case MINUS -> Value.of(first.subtract(second));
        case TIMES -> Value.of(first.multiply(second));
        case DIVIDED_BY ->
            second.signum() == 0 ? Value.BLANK : Value.of(first.divide(second, DIVISION));
      };
    }

    private static BigDecimal amount(Value value) {
      return value instanceof Value.Number number ? number.amount() : BigDecimal.ZERO;
    }

    @Override
    public String explain(Scope scope) {
      return bracketed(left, scope) + " " + operator.sign + " " + bracketed(right, scope);
    }

    private String bracketed(Expression operand, Scope scope) {
      String text = operand.explain(scope);
      boolean needed =
          operand instanceof Arithmetic inner
              && ((inner.operator.isSum() && (!operator.isSum() || operand == right))
                  || (operator == Operator.DIVIDED_BY && operand == right));
      return needed ? "(" + text + ")" : text;
    }

    @Override
    public List<Reference> references() {
      return Expression.concat(left.references(), right.references());
    }

    @Override
    public boolean isNumber() {
      return true;
    }
  }

  private static List<Reference> concat(List<Reference> first, List<Reference> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
