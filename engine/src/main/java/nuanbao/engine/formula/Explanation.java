package nuanbao.engine.formula;

import java.math.BigDecimal;
import nuanbao.engine.problem.Text;

/**
 * Why a condition does not hold, in figures its reader recognises.
 *
 * @param left left side with its values, and its sum where it has parts
 * @param comparator as printed: {@code =} {@code ≠} {@code <} {@code ≤} {@code >} {@code ≥}
 * @param right right side likewise
 * @param difference left less right; zero where words are compared
 */
public record Explanation(String left, String comparator, String right, BigDecimal difference) {

  static String print(Value value) {
    if (value instanceof Value.Number number) return print(number.amount());
    if (value instanceof Value.Words words) return "“" + words.text() + "”";
    return "—";
  }

  /** Without zeros behind the last digit that counts. */
  private static String print(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  static Explanation of(Expression left, String comparator, Expression right, Scope scope) {
    Value first = left.evaluate(scope);
    Value second = right.evaluate(scope);
    BigDecimal difference =
        first instanceof Value.Number a && second instanceof Value.Number b
            ? a.amount().subtract(b.amount())
            : BigDecimal.ZERO;
    return new Explanation(
        side(left, first, scope), comparator, side(right, second, scope), difference);
  }

  private static String side(Expression expression, Value value, Scope scope) {
    String text = expression.explain(scope);
    return expression instanceof Expression.Arithmetic ? text + " = " + print(value) : text;
  }

  /** Both sides, then how far apart they are: {@code 甲 12.30 = 乙 5.10 + 丙 7.25 = 12.35（差 0.05）}. */
  public Text text() {
    String sides = left + " " + comparator + " " + right;
    if (difference.signum() == 0) return Text.of(sides);
    String apart = print(difference.abs());
    return new Text(sides + "（差 " + apart + "）", sides + " (off by " + apart + ")");
  }
}
