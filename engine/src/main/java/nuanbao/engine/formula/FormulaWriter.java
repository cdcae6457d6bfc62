package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import nuanbao.engine.formula.Expression.Binding;
import nuanbao.engine.problem.Language;
import org.jspecify.annotations.Nullable;

/**
 * Writes an expression out: so that it reads back to the same, or for a person, with titles and the
 * value of each cell behind its name.
 */
final class FormulaWriter {
  /** Pairs of quotes; a text never holds the closing one of the pair it was written in. */
  private static final List<String> QUOTES = List.of("''", "“”", "‘’", "\"\"");

  private final StringBuilder out = new StringBuilder();
  private final @Nullable Scope scope;
  private final Language language;
  private final boolean isTitled;
  private Expression.@Nullable OrZero orZero;

  private FormulaWriter(@Nullable Scope scope, Language language, boolean isTitled) {
    this.scope = scope;
    this.language = language;
    this.isTitled = isTitled;
  }

  /** So that it reads back to the same. */
  static String print(Expression expression) {
    FormulaWriter writer = new FormulaWriter(null, Language.CHINESE, false);
    expression.write(writer);
    return writer.out.toString();
  }

  /** With titles and without values. */
  static String title(Expression expression) {
    FormulaWriter writer = new FormulaWriter(null, Language.CHINESE, true);
    expression.write(writer);
    return writer.out.toString();
  }

  /** With titles and values. */
  static String explain(Expression expression, Scope scope, Language language) {
    FormulaWriter writer = new FormulaWriter(scope, language, true);
    expression.write(writer);
    return writer.out.toString();
  }

  /** A side of a comparison, with its result where it is reckoned. */
  static String side(Expression expression, Scope scope, Language language) {
    String text = explain(expression, scope, language);
    return expression instanceof Arithmetic
        ? text + " = " + show(expression.evaluate(scope), language)
        : text;
  }

  /** Without zeros behind the last digit that counts. */
  static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  private static String show(Value value, Language language) {
    if (value instanceof Value.Number number) return plain(number.amount());
    if (value instanceof Value.Words words) return "“" + words.text() + "”";
    if (value instanceof Value.Truth truth) return truth(truth.isTrue(), language);
    if (value instanceof Value.Day day) return day.date().toString();
    if (value instanceof Value.Choices choices) {
      return choices.codes().stream().map(one -> "“" + one + "”").collect(Collectors.joining("、"));
    }
    if (value instanceof Value.NotApplicable) return pick("不适用", "n/a", language);
    if (value instanceof Value.Failed) return pick("算不出", "failed", language);
    return "—";
  }

  private static String truth(boolean isTrue, Language language) {
    return isTrue ? pick("是", "yes", language) : pick("否", "no", language);
  }

  private static String pick(String chinese, String english, Language language) {
    return switch (language) {
      case CHINESE -> chinese;
      case ENGLISH -> english;
    };
  }

  String word(String chinese, String english) {
    return pick(chinese, english, language);
  }

  FormulaWriter add(String text) {
    out.append(text);
    return this;
  }

  /** A piece of the whole, in brackets where it binds less than its place asks. */
  void part(Expression expression, Binding least) {
    boolean brackets = expression.binding().compareTo(least) < 0;
    if (brackets) out.append('(');
    expression.write(this);
    if (brackets) out.append(')');
  }

  /** A piece whose values are not those at hand: of other rows, of another time. */
  void asWritten(Expression expression) {
    FormulaWriter writer = new FormulaWriter(null, language, isTitled && scope == null);
    expression.write(writer);
    out.append(writer.out);
  }

  void cell(Expression.Cell cell) {
    out.append(isTitled ? cell.reference().title() : cell.address());
    if (!cell.isMany()) value(cell);
  }

  /** A piece whose value shows as 0 where it is blank. */
  void orZero(Expression.OrZero expression) {
    Expression.@Nullable OrZero outside = orZero;
    orZero = expression;
    expression.inner().write(this);
    orZero = outside;
  }

  /** The value of a call behind it, for a person. */
  void value(Expression expression) {
    if (scope == null) return;
    Value value =
        orZero != null && orZero.inner() == expression
            ? orZero.evaluate(scope)
            : expression.evaluate(scope);
    out.append(' ').append(show(value, language));
  }

  void constant(Value value, boolean isPercent) {
    if (value instanceof Value.Number number) {
      out.append(number.amount().toPlainString()).append(isPercent ? "%" : "");
    } else if (scope != null) {
      out.append(show(value, language));
    } else if (value instanceof Value.Truth truth) {
      out.append(truth.isTrue() ? word("是", "true") : word("否", "false"));
    } else if (value instanceof Value.Day day) {
      out.append(quoted(day.date().toString()));
    } else if (value instanceof Value.Words words) {
      out.append(quoted(words.text()));
    }
  }

  private static String quoted(String text) {
    for (String pair : QUOTES) {
      if (text.indexOf(pair.charAt(1)) < 0) return pair.charAt(0) + text + pair.charAt(1);
    }
    throw new IllegalStateException("no text can hold every quote: " + text);
  }
}
