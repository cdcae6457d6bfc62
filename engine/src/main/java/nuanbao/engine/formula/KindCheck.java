package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.formula.Condition.Comparator;
import nuanbao.engine.formula.Expression.Broken;
import nuanbao.engine.formula.Expression.Cell;
import nuanbao.engine.formula.Expression.Constant;
import nuanbao.engine.formula.FormulaFunction.Takes;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Similar;
import nuanbao.engine.problem.Text;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * Whether what stands at a place is of the kind that is due there, and whether units of measure go
 * together. What is not right is told and replaced by {@link Broken}.
 */
final class KindCheck {

  /** Where mistakes go; a place among the arguments stands for what is written there. */
  @FunctionalInterface
  interface Notes {
    void add(ProblemCode code, ParserRuleContext place, Object... arguments);
  }

  private final Notes notes;

  KindCheck(Notes notes) {
    this.notes = notes;
  }

  /** One value, and not rows. */
  Expression one(Expression value, ParserRuleContext place) {
    if (value instanceof Broken) return value;
    if (!value.isMany() && value.kind() != ValueKind.ROWS) return value;
    notes.add(ProblemCode.FORMULA_SEVERAL_AS_ONE, place, place);
    return new Broken();
  }

  Expression condition(Expression value, ParserRuleContext place) {
    return of(ValueKind.TRUTH, value, place);
  }

  Expression number(Expression value, ParserRuleContext place) {
    return of(ValueKind.NUMBER, value, place);
  }

  private Expression of(ValueKind wanted, Expression value, ParserRuleContext place) {
    Expression single = one(value, place);
    if (single instanceof Broken || single.kind() == wanted) return single;
    wrongKind(single, place, title(wanted), wanted == ValueKind.NUMBER);
    return new Broken();
  }

  private void wrongKind(
      Expression value, ParserRuleContext place, Text wanted, boolean wantsNumber) {
    if (wantsNumber && value.kind() == ValueKind.WORDS) {
      notes.add(ProblemCode.FORMULA_WORDS_AS_NUMBER, place, place);
    } else {
      notes.add(ProblemCode.FORMULA_WRONG_KIND, place, place, title(value.kind()), wanted);
    }
  }

  /** {@code 90%} is 90 of a column in %, so nobody can mean it in a product. */
  Expression factor(Expression value, ParserRuleContext place) {
    Expression number = number(value, place);
    Optional<BigDecimal> percent = percentIn(number);
    if (percent.isEmpty()) return number;
    String decimal = percent.get().movePointLeft(2).stripTrailingZeros().toPlainString();
    notes.add(ProblemCode.FORMULA_PERCENT_AS_FACTOR, place, place, decimal);
    return new Broken();
  }

  private static Optional<BigDecimal> percentIn(Expression value) {
    if (value instanceof Constant constant
        && constant.isPercent()
        && constant.value() instanceof Value.Number number) {
      return Optional.of(number.amount());
    }
    if (value instanceof Arithmetic.Negated negated) return percentIn(negated.operand());
    if (value instanceof Arithmetic.Sum sum) {
      return sum.terms().stream().flatMap(term -> percentIn(term.value()).stream()).findFirst();
    }
    return Optional.empty();
  }

  void comparable(
      Expression left,
      ParserRuleContext leftPlace,
      Comparator comparator,
      Expression right,
      ParserRuleContext rightPlace) {
    if (left instanceof Broken || right instanceof Broken) return;
    ValueKind one = left.kind();
    ValueKind other = right.kind();
    boolean ordered = one == ValueKind.NUMBER || one == ValueKind.DAY;
    if (one == ValueKind.CHOICES || other == ValueKind.CHOICES) {
      ParserRuleContext choices = one == ValueKind.CHOICES ? leftPlace : rightPlace;
      notes.add(ProblemCode.FORMULA_CHOICES_COMPARED, choices, choices);
    } else if (one != other && isWordsAndNumber(one, other)) {
      notes.add(
          ProblemCode.FORMULA_WORDS_AS_NUMBER,
          rightPlace,
          one == ValueKind.WORDS ? leftPlace : rightPlace);
    } else if (one != other) {
      notes.add(ProblemCode.FORMULA_WRONG_KIND, rightPlace, rightPlace, title(other), title(one));
    } else if (!ordered && comparator.ordersOnly()) {
      if (one == ValueKind.WORDS) {
        notes.add(ProblemCode.FORMULA_WORDS_AS_NUMBER, rightPlace, rightPlace);
      } else {
        notes.add(
            ProblemCode.FORMULA_WRONG_KIND,
            rightPlace,
            rightPlace,
            title(other),
            title(ValueKind.NUMBER));
      }
    } else {
      sameMeasure(List.of(left, right), List.of(leftPlace, rightPlace));
      choice(left, right, rightPlace);
      choice(right, left, leftPlace);
    }
  }

  /** Warns of a text that can never stand where it is looked for. */
  void choice(Expression where, Expression text, ParserRuleContext place) {
    if (!(where instanceof Cell cell) || !(text instanceof Constant constant)) return;
    if (!(constant.value() instanceof Value.Words words)) return;
    Optional<Set<String>> choices = cell.reference().choices();
    if (choices.isEmpty() || choices.get().contains(words.text())) return;
    String near = Similar.nearest(words.text(), List.copyOf(choices.get())).orElse("");
    notes.add(
        ProblemCode.FORMULA_NO_SUCH_CHOICE, place, cell.reference().title(), words.text(), near);
  }

  private static boolean isWordsAndNumber(ValueKind one, ValueKind other) {
    return (one == ValueKind.WORDS && other == ValueKind.NUMBER)
        || (one == ValueKind.NUMBER && other == ValueKind.WORDS);
  }

  /** Whether an argument will do; told if not. */
  boolean argument(Expression value, ParserRuleContext place, Takes takes, ValueKind before) {
    if (value instanceof Broken) return false;
    if (!takes.takesMany() && one(value, place) instanceof Broken) return false;
    if (!takes.accepts(value.kind(), before)) {
      Text wanted = takes == Takes.LIKE_BEFORE ? title(before) : takes.title();
      wrongKind(value, place, wanted, takes.accepts(ValueKind.NUMBER, before));
      return false;
    }
    if (takes == Takes.DECIMALS && !isDecimals(value)) {
      notes.add(ProblemCode.FORMULA_BAD_DECIMALS, place, place, Functions.MOST_DECIMALS);
      return false;
    }
    return takes != Takes.ORDERED || value.kind() != ValueKind.ROWS;
  }

  private static boolean isDecimals(Expression value) {
    return value instanceof Constant constant
        && !constant.isPercent()
        && constant.value() instanceof Value.Number number
        && number.amount().scale() == 0
        && number.amount().compareTo(BigDecimal.valueOf(Functions.MOST_DECIMALS)) <= 0;
  }

  /** Warns once, of the first whose unit of measure is not that of those before it. */
  void sameMeasure(List<Expression> values, List<? extends ParserRuleContext> places) {
    int first = -1;
    for (int i = 0; i < values.size(); i++) {
      Optional<String> measure = values.get(i).measuredIn();
      if (measure.isEmpty()) continue;
      if (first < 0) {
        first = i;
        continue;
      }
      String before = values.get(first).measuredIn().orElseThrow();
      if (Quantity.areSame(before, measure.get())) continue;
      notes.add(
          ProblemCode.FORMULA_MEASURES_DIFFER,
          places.get(i),
          places.get(first),
          before,
          places.get(i),
          measure.get(),
          conversion(before, measure.get()));
      return;
    }
  }

  /** {@code 1 万元 = 10000 元}, the greater one first; empty where they do not convert. */
  private static String conversion(String one, String other) {
    Optional<BigDecimal> factor = Quantity.factor(one, other);
    if (factor.isEmpty()) return "";
    return factor.get().compareTo(BigDecimal.ONE) >= 0
        ? equation(one, factor.get(), other)
        : equation(other, Quantity.factor(other, one).orElseThrow(), one);
  }

  private static String equation(String one, BigDecimal factor, String other) {
    return "1 " + one + " = " + FormulaWriter.plain(factor) + " " + other;
  }

  private static Text title(ValueKind kind) {
    return switch (kind) {
      case NUMBER -> new Text("数", "a number");
      case WORDS -> new Text("文字", "a text");
      case TRUTH -> new Text("判断", "a condition");
      case DAY -> new Text("日期", "a day");
      case CHOICES -> new Text("多选", "choices");
      case ROWS -> new Text("若干行", "rows");
    };
  }
}
