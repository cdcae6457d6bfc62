package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.formula.FormulaFunction.Body;
import nuanbao.engine.formula.FormulaFunction.Gives;
import nuanbao.engine.formula.FormulaFunction.Limits;
import nuanbao.engine.formula.FormulaFunction.Nature;
import nuanbao.engine.formula.FormulaFunction.Takes;
import nuanbao.engine.problem.Similar;
import nuanbao.engine.problem.Text;

/** The table of functions. A word followed by a bracket is looked up here and nowhere else. */
final class Functions {
  /** Beyond this nothing is rounded: division keeps no more digits. */
  static final int MOST_DECIMALS = 34;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final Limits NO_LIMITS = arguments -> Bounds.NONE;

  private static final Functions BUILT_IN = new Functions(builtIn());

  private final Map<String, FormulaFunction> byName = new HashMap<>();

  private Functions(List<FormulaFunction> all) {
    for (FormulaFunction one : all) {
      byName.put(one.english(), one);
      byName.put(one.chinese(), one);
    }
  }

  static Functions builtInOnes() {
    return BUILT_IN;
  }

  Optional<FormulaFunction> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** In both languages, sorted. */
  List<String> names() {
    return byName.keySet().stream().sorted().toList();
  }

  /** The name that was probably meant, empty if none is near. */
  String nearest(String name) {
    return Similar.nearest(name, names()).orElse("");
  }

  private static List<FormulaFunction> builtIn() {
    List<FormulaFunction> all = new ArrayList<>();
    // Over one or several.
    all.add(
        several(
            "sum",
            "合计",
            Takes.NUMBERS,
            Gives.LIKE_FIRST,
            Nature.ADDS,
            Gathering::sum,
            Functions::fromZeroIfAll));
    all.add(
        several(
            "average",
            "平均",
            Takes.NUMBERS,
            Gives.LIKE_FIRST,
            Nature.TELLS_BLANKS,
            Gathering::average,
            Functions::anyOf));
    all.add(
        several(
            "count",
            "计数",
            Takes.ANYTHING,
            Gives.NUMBER,
            Nature.TELLS_BLANKS,
            Gathering::count,
            arguments -> Bounds.FROM_ZERO));
    all.add(
        several(
            "min",
            "最小",
            Takes.ORDERED,
            Gives.LIKE_FIRST,
            Nature.TELLS_BLANKS,
            Gathering::least,
            Functions::anyOf));
    all.add(
        several(
            "max",
            "最大",
            Takes.ORDERED,
            Gives.LIKE_FIRST,
            Nature.TELLS_BLANKS,
            Gathering::most,
            Functions::anyOf));
    // Over one.
    all.add(
        new FormulaFunction(
            "round",
            "四舍五入",
            List.of(Takes.NUMBER, Takes.DECIMALS),
            1,
            false,
            Gives.LIKE_FIRST,
            Nature.PLAIN,
            Functions::round,
            arguments -> arguments.get(0).bounds().rounded(decimals(arguments)),
            Optional.empty()));
    all.add(
        one(
            "abs",
            "绝对值",
            Gives.LIKE_FIRST,
            Functions::abs,
            arguments -> arguments.get(0).bounds().absolute(),
            Takes.NUMBER));
    all.add(
        one(
            "if",
            "如果",
            Gives.LIKE_SECOND,
            Functions::choose,
            arguments -> anyOf(arguments.subList(1, 3)),
            Takes.CONDITION,
            Takes.VALUE,
            Takes.LIKE_BEFORE));
    all.add(
        new FormulaFunction(
            "blank",
            "为空",
            List.of(Takes.ANYTHING),
            1,
            false,
            Gives.TRUTH,
            Nature.TELLS_BLANKS,
            Gathering::isBlank,
            arguments -> Bounds.NONE,
            Optional.empty()));
    all.add(
        new FormulaFunction(
            "oneOf",
            "属于",
            List.of(Takes.VALUE, Takes.LIKE_BEFORE),
            2,
            true,
            Gives.TRUTH,
            Nature.PLAIN,
            Functions::oneOf,
            arguments -> Bounds.NONE,
            Optional.empty()));
    all.add(
        one(
            "includes",
            "包含",
            Gives.TRUTH,
            Functions::includes,
            NO_LIMITS,
            Takes.CHOICES,
            Takes.WORDS));
    all.add(
        one(
            "length",
            "长度",
            Gives.NUMBER,
            Functions::length,
            arguments -> Bounds.FROM_ZERO,
            Takes.WORDS));
    // Days.
    all.add(one("days", "天数", Gives.NUMBER, Functions::days, NO_LIMITS, Takes.DAY, Takes.DAY));
    all.add(one("age", "年龄", Gives.NUMBER, Functions::age, NO_LIMITS, Takes.DAY, Takes.DAY));
    all.add(
        one(
            "date",
            "日期",
            Gives.DAY,
            Functions::date,
            NO_LIMITS,
            Takes.NUMBER,
            Takes.NUMBER,
            Takes.NUMBER));
    all.add(one("today", "今天", Gives.DAY, (arguments, scope) -> scope.today(), NO_LIMITS));
    // In time.
    all.add(at("previous", "上期", Period.PREVIOUS));
    all.add(at("lastYear", "上年同期", Period.LAST_YEAR));
    all.add(at("cumulative", "累计", Period.CUMULATIVE));
    all.add(at("yearToDate", "本年累计", Period.YEAR_TO_DATE));
    all.add(at("inPeriod", "期内", Period.WITHIN));
    // In per cent.
    all.add(changeSince("change", "环比", Period.PREVIOUS));
    all.add(changeSince("yearOnYear", "同比", Period.LAST_YEAR));
    all.add(
        one("share", "占比", Gives.PERCENT, Functions::ratio, NO_LIMITS, Takes.NUMBER, Takes.NUMBER));
    all.add(
        one("rate", "完成率", Gives.PERCENT, Functions::ratio, NO_LIMITS, Takes.NUMBER, Takes.NUMBER));
    return all;
  }

  private static FormulaFunction several(
      String english,
      String chinese,
      Takes takes,
      Gives gives,
      Nature nature,
      Body body,
      Limits limits) {
    return new FormulaFunction(
        english, chinese, List.of(takes), 1, true, gives, nature, body, limits, Optional.empty());
  }

  private static FormulaFunction one(
      String english, String chinese, Gives gives, Body body, Limits limits, Takes... takes) {
    return new FormulaFunction(
        english,
        chinese,
        List.of(takes),
        takes.length,
        false,
        gives,
        Nature.PLAIN,
        body,
        limits,
        Optional.empty());
  }

  private static FormulaFunction at(String english, String chinese, Period period) {
    Body body =
        (arguments, scope) -> {
          Optional<Scope> then = scope.at(period);
          return then.isPresent() ? arguments.get(0).evaluate(then.get()) : Value.BLANK;
        };
    return new FormulaFunction(
        english,
        chinese,
        List.of(Takes.VALUE),
        1,
        false,
        Gives.LIKE_FIRST,
        Nature.ELSEWHEN,
        body,
        NO_LIMITS,
        Optional.of(period));
  }

  private static FormulaFunction changeSince(String english, String chinese, Period period) {
    Body body =
        (arguments, scope) -> {
          Value now = arguments.get(0).evaluate(scope);
          if (now instanceof Value.Failed) return now;
          Optional<Scope> then = scope.at(period);
          if (then.isEmpty()) return Value.BLANK;
          Value base = arguments.get(0).evaluate(then.get());
          if (base instanceof Value.Failed) return base;
          if (now instanceof Value.Number a && base instanceof Value.Number b) {
            return perCent(a.amount().subtract(b.amount()), b.amount());
          }
          return Value.BLANK;
        };
    return new FormulaFunction(
        english,
        chinese,
        List.of(Takes.NUMBER),
        1,
        false,
        Gives.PERCENT,
        Nature.COMPARES_TIMES,
        body,
        NO_LIMITS,
        Optional.of(period));
  }

  private static Value ratio(List<Expression> arguments, Scope scope) {
    Value part = arguments.get(0).evaluate(scope);
    if (part instanceof Value.Failed) return part;
    Value whole = arguments.get(1).evaluate(scope);
    if (whole instanceof Value.Failed) return whole;
    return part instanceof Value.Number a && whole instanceof Value.Number b
        ? perCent(a.amount(), b.amount())
        : Value.BLANK;
  }

  private static Value perCent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? Value.BLANK
        : Value.of(Arithmetic.quotient(part.multiply(HUNDRED), whole));
  }

  private static Value round(List<Expression> arguments, Scope scope) {
    Value value = arguments.get(0).evaluate(scope);
    return value instanceof Value.Number number
        ? Value.of(number.amount().setScale(decimals(arguments), RoundingMode.HALF_UP))
        : nothing(value);
  }

  /** The builder lets only a whole number from 0 to {@link #MOST_DECIMALS} stand there. */
  private static int decimals(List<Expression> arguments) {
    return arguments.size() > 1
            && arguments.get(1) instanceof Expression.Constant constant
            && constant.value() instanceof Value.Number number
        ? number.amount().intValueExact()
        : 0;
  }

  private static Value abs(List<Expression> arguments, Scope scope) {
    Value value = arguments.get(0).evaluate(scope);
    return value instanceof Value.Number number ? Value.of(number.amount().abs()) : nothing(value);
  }

  private static Value choose(List<Expression> arguments, Scope scope) {
    Value condition = arguments.get(0).evaluate(scope);
    return condition instanceof Value.Truth truth
        ? arguments.get(truth.isTrue() ? 1 : 2).evaluate(scope)
        : nothing(condition);
  }

  private static Value oneOf(List<Expression> arguments, Scope scope) {
    Value value = arguments.get(0).evaluate(scope);
    if (isNothing(value)) return nothing(value);
    Value unknown = Condition.FALSE;
    for (int i = 1; i < arguments.size(); i++) {
      Value one = arguments.get(i).evaluate(scope);
      if (isNothing(one)) {
        if (!(unknown instanceof Value.Failed)) unknown = nothing(one);
      } else if (areEqual(value, one)) {
        return Condition.TRUE;
      }
    }
    return unknown;
  }

  private static boolean areEqual(Value one, Value other) {
    if (one instanceof Value.Number a && other instanceof Value.Number b) {
      return a.amount().compareTo(b.amount()) == 0;
    }
    return one.equals(other);
  }

  private static Value includes(List<Expression> arguments, Scope scope) {
    Value value = arguments.get(0).evaluate(scope);
    Value wanted = arguments.get(1).evaluate(scope);
    if (value instanceof Value.Choices choices && wanted instanceof Value.Words words) {
      return Condition.truth(choices.codes().contains(words.text()));
    }
    return value instanceof Value.Failed ? value : nothing(wanted);
  }

  private static Value length(List<Expression> arguments, Scope scope) {
    Value value = arguments.get(0).evaluate(scope);
    return value instanceof Value.Words words
        ? Value.of(BigDecimal.valueOf(words.text().codePointCount(0, words.text().length())))
        : nothing(value);
  }

  private static Value days(List<Expression> arguments, Scope scope) {
    return between(arguments, scope, ChronoUnit.DAYS);
  }

  /** Full years: a year older on the birthday itself, for 29 February on 1 March. */
  private static Value age(List<Expression> arguments, Scope scope) {
    return between(arguments, scope, ChronoUnit.YEARS);
  }

  private static Value between(List<Expression> arguments, Scope scope, ChronoUnit unit) {
    Value from = arguments.get(0).evaluate(scope);
    Value to = arguments.get(1).evaluate(scope);
    if (from instanceof Value.Day first && to instanceof Value.Day second) {
      return Value.of(BigDecimal.valueOf(unit.between(first.date(), second.date())));
    }
    return from instanceof Value.Failed ? from : nothing(to);
  }

  private static Value date(List<Expression> arguments, Scope scope) {
    List<Integer> parts = new ArrayList<>(3);
    StringBuilder written = new StringBuilder();
    boolean blank = false;
    for (Expression argument : arguments) {
      Value value = argument.evaluate(scope);
      if (value instanceof Value.Failed) return value;
      if (!(value instanceof Value.Number number)) {
        blank = true;
        continue;
      }
      BigDecimal amount = number.amount();
      written.append(written.isEmpty() ? "" : "-").append(FormulaWriter.plain(amount));
      boolean fits = amount.signum() > 0 && amount.compareTo(BigDecimal.valueOf(9999)) <= 0;
      parts.add(fits && amount.stripTrailingZeros().scale() <= 0 ? amount.intValue() : 0);
    }
    return blank ? Value.BLANK : dateOf(parts, written.toString());
  }

  private static Value dateOf(List<Integer> parts, String written) {
    try {
      if (parts.get(0) > 0) return Value.of(LocalDate.of(parts.get(0), parts.get(1), parts.get(2)));
    } catch (DateTimeException ignored) {
      // Told below, like every other day that there is not.
    }
    return new Value.Failed(
        new Text("没有“" + written + "”这一天", "there is no day “" + written + "”"));
  }

  private static boolean isNothing(Value value) {
    return value instanceof Value.Blank
        || value instanceof Value.NotApplicable
        || value instanceof Value.Failed;
  }

  /** What comes of a value that is not there: failed stays failed, all else is blank. */
  private static Value nothing(Value value) {
    return value instanceof Value.Failed ? value : Value.BLANK;
  }

  private static Bounds anyOf(List<Expression> arguments) {
    return Bounds.ofAny(arguments.stream().map(Expression::bounds).toList());
  }

  private static Bounds fromZeroIfAll(List<Expression> arguments) {
    return arguments.stream().allMatch(argument -> argument.bounds().isFromZero())
        ? Bounds.FROM_ZERO
        : Bounds.NONE;
  }
}
