package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.problem.CheckFailure.Sides;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is true, false, or does not apply because something in it is blank. What is decided without
 * the blank is decided: {@code false and blank} is false, {@code true or blank} is true.
 */
sealed interface Condition extends Expression {
  Value TRUE = new Value.Truth(true);
  Value FALSE = new Value.Truth(false);

  static Value truth(boolean isTrue) {
    return isTrue ? TRUE : FALSE;
  }

  /** Whether it is surely so; blank and failed are neither. */
  static boolean is(Value value, boolean wanted) {
    return value instanceof Value.Truth truth && truth.isTrue() == wanted;
  }

  @Override
  default ValueKind kind() {
    return ValueKind.TRUTH;
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

    /** What is so where this one is not. */
    private Comparator opposite() {
      return switch (this) {
        case EQUAL -> NOT_EQUAL;
        case NOT_EQUAL -> EQUAL;
        case LESS -> AT_LEAST;
        case AT_MOST -> MORE;
        case MORE -> AT_MOST;
        case AT_LEAST -> LESS;
      };
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

    /** {@code ≠}, {@code <} and {@code >} are as exact as ever. */
    private boolean holdsNearly(BigDecimal difference, BigDecimal tolerance) {
      return switch (this) {
        case EQUAL -> difference.abs().compareTo(tolerance) <= 0;
        case AT_MOST -> difference.compareTo(tolerance) <= 0;
        case AT_LEAST -> difference.negate().compareTo(tolerance) <= 0;
        case NOT_EQUAL, LESS, MORE -> holds(difference.signum());
      };
    }

    private Prospect prospect(Bounds difference, BigDecimal tolerance) {
      boolean canBeBelow = difference.min().isEmpty() || difference.min().get().signum() < 0;
      boolean canBeAbove = difference.max().isEmpty() || difference.max().get().signum() > 0;
      boolean canBeZero = within(difference, BigDecimal.ZERO);
      boolean canBeFarBelow =
          difference.min().isEmpty() || difference.min().get().compareTo(tolerance.negate()) < 0;
      boolean canBeFarAbove =
          difference.max().isEmpty() || difference.max().get().compareTo(tolerance) > 0;
      boolean canBeNear = within(difference, tolerance);
      return switch (this) {
        case EQUAL -> new Prospect(canBeNear, canBeFarBelow || canBeFarAbove);
        case NOT_EQUAL -> new Prospect(canBeBelow || canBeAbove, canBeZero);
        case LESS -> new Prospect(canBeBelow, canBeZero || canBeAbove);
        case AT_MOST -> new Prospect(canBeNear || canBeBelow, canBeFarAbove);
        case MORE -> new Prospect(canBeAbove, canBeZero || canBeBelow);
        case AT_LEAST -> new Prospect(canBeNear || canBeAbove, canBeFarBelow);
      };
    }

    /** Whether something between the bounds is at most so far from 0. */
    private static boolean within(Bounds bounds, BigDecimal far) {
      return (bounds.min().isEmpty() || bounds.min().get().compareTo(far) <= 0)
          && (bounds.max().isEmpty() || bounds.max().get().compareTo(far.negate()) >= 0);
    }
  }

  /** A chain of comparisons, all of which must hold; the first that fails decides. */
  record Comparison(List<Expression> operands, List<Comparator> comparators, BigDecimal tolerance)
      implements Condition {
    public Comparison {
      operands = List.copyOf(operands);
      comparators = List.copyOf(comparators);
    }

    @Override
    public Value evaluate(Scope scope) {
      Value unknown = TRUE;
      Value left = Expression.of(operands.get(0), scope);
      for (int link = 0; link < comparators.size(); link++) {
        Value right = Expression.of(operands.get(link + 1), scope);
        Value one = compare(left, comparators.get(link), right);
        if (one == FALSE) return FALSE;
        if (one != TRUE && !(unknown instanceof Value.Failed)) unknown = one;
        left = right;
      }
      return unknown;
    }

    private Value compare(Value left, Comparator comparator, Value right) {
      if (left instanceof Value.Number a && right instanceof Value.Number b) {
        return truth(
            tolerance.signum() == 0
                ? comparator.holds(a.amount().compareTo(b.amount()))
                : comparator.holdsNearly(a.amount().subtract(b.amount()), tolerance));
      }
      if (left instanceof Value.Failed) return left;
      if (right instanceof Value.Failed) return right;
      if (isNothing(left) || isNothing(right)) return Value.BLANK;
      if (left instanceof Value.Day a && right instanceof Value.Day b) {
        return truth(comparator.holds(a.date().compareTo(b.date())));
      }
      return truth(comparator.holds(left.equals(right) ? 0 : 1));
    }

    private static boolean isNothing(Value value) {
      return value instanceof Value.Blank || value instanceof Value.NotApplicable;
    }

    @Override
    public Binding binding() {
      return Binding.COMPARISON;
    }

    @Override
    public void write(FormulaWriter to) {
      to.part(operands.get(0), Binding.SUM);
      for (int link = 0; link < comparators.size(); link++) {
        to.add(" " + comparators.get(link).sign + " ").part(operands.get(link + 1), Binding.SUM);
      }
    }

    @Override
    public void addReferences(References to) {
      for (Expression operand : operands) operand.addReferences(to);
    }

    /** Two sides that say the same are equal whatever is filled in. */
    @Override
    public Prospect prospect() {
      Prospect all = new Prospect(true, false);
      for (int link = 0; link < comparators.size(); link++) {
        Expression left = operands.get(link);
        Expression right = operands.get(link + 1);
        Bounds difference =
            left.equals(right)
                ? Bounds.exactly(BigDecimal.ZERO)
                : left.bounds().plus(right.bounds().negated());
        all = all.and(comparators.get(link).prospect(difference, tolerance));
      }
      return all;
    }

    @Override
    public Expression with(Handling handling) {
      List<Expression> with = new ArrayList<>();
      for (Expression operand : operands) with.add(operand.with(handling.inside()));
      return new Comparison(with, comparators, tolerance.max(handling.tolerance()));
    }

    @Override
    public Explanation whyFalse(Scope scope) {
      for (int link = 0; link < comparators.size(); link++) {
        Value left = operands.get(link).evaluate(scope);
        Value right = operands.get(link + 1).evaluate(scope);
        if (compare(left, comparators.get(link), right) == FALSE) {
          return whyFalse(link, left, right, scope);
        }
      }
      throw new IllegalStateException("nothing fails in " + FormulaWriter.print(this));
    }

    private Explanation whyFalse(int link, Value left, Value right, Scope scope) {
      String sign = " " + comparators.get(link).opposite().sign + " ";
      Text first = side(operands.get(link), scope);
      Text second = side(operands.get(link + 1), scope);
      Optional<BigDecimal> difference =
          left instanceof Value.Number a && right instanceof Value.Number b
              ? Optional.of(a.amount().subtract(b.amount()))
              : Optional.empty();
      Text apart = difference.map(this::apart).orElse(Text.of(""));
      Text text =
          new Text(
              first.chinese() + sign + second.chinese() + apart.chinese(),
              first.english() + sign + second.english() + apart.english());
      return new Explanation(text, Optional.of(new Sides(first, second, difference)));
    }

    private static Text side(Expression operand, Scope scope) {
      return new Text(
          FormulaWriter.side(operand, scope, Language.CHINESE),
          FormulaWriter.side(operand, scope, Language.ENGLISH));
    }

    private Text apart(BigDecimal difference) {
      if (difference.signum() == 0) return Text.of("");
      String apart = FormulaWriter.plain(difference.abs());
      String allowed = FormulaWriter.plain(tolerance);
      boolean exact = tolerance.signum() == 0;
      return new Text(
          "（差 " + apart + (exact ? "" : "，允许差 " + allowed) + "）",
          " (off by " + apart + (exact ? "" : ", " + allowed + " allowed") + ")");
    }
  }

  /**
   * Conditions joined by 且 or 或, two or more.
   *
   * @param isAny joined by 或: one is enough
   */
  record Joined(boolean isAny, List<Expression> parts) implements Condition {
    public Joined {
      parts = List.copyOf(parts);
    }

    @Override
    public Value evaluate(Scope scope) {
      @Nullable Value unknown = null;
      for (int i = 0; i < parts.size(); i++) {
        Value value = parts.get(i).evaluate(scope);
        if (value instanceof Value.Truth truth) {
          if (truth.isTrue() == isAny) return truth(isAny);
        } else if (value instanceof Value.Failed) {
          if (!(unknown instanceof Value.Failed)) unknown = value;
        } else if (unknown == null) {
          unknown = Value.BLANK;
        }
      }
      return unknown == null ? truth(!isAny) : unknown;
    }

    @Override
    public Binding binding() {
      return isAny ? Binding.ANY : Binding.ALL;
    }

    @Override
    public void write(FormulaWriter to) {
      String between = isAny ? to.word(" 或 ", " or ") : to.word(" 且 ", " and ");
      for (int i = 0; i < parts.size(); i++) {
        if (i > 0) to.add(between);
        to.part(parts.get(i), isAny ? Binding.ALL : Binding.NEGATION);
      }
    }

    @Override
    public void addReferences(References to) {
      for (Expression part : parts) part.addReferences(to);
    }

    @Override
    public Prospect prospect() {
      return parts.stream()
          .map(part -> isAny ? part.prospect().not() : part.prospect())
          .reduce(Prospect::and)
          .map(all -> isAny ? all.not() : all)
          .orElseThrow();
    }

    @Override
    public Expression with(Handling handling) {
      return new Joined(isAny, parts.stream().map(part -> part.with(handling)).toList());
    }

    /** Of 且, the first part that is false; of 或, all of them. */
    @Override
    public Explanation whyFalse(Scope scope) {
      if (!isAny) {
        for (Expression part : parts) {
          if (is(part.evaluate(scope), false)) return part.whyFalse(scope);
        }
        throw new IllegalStateException("nothing fails in " + FormulaWriter.print(this));
      }
      StringBuilder chinese = new StringBuilder();
      StringBuilder english = new StringBuilder();
      for (Expression part : parts) {
        Text why = part.whyFalse(scope).text();
        chinese.append(chinese.isEmpty() ? "" : "；").append(why.chinese());
        english.append(english.isEmpty() ? "" : "; ").append(why.english());
      }
      return new Explanation(
          new Text("一项也不成立：" + chinese, "none of these holds: " + english), Optional.empty());
    }
  }

  /** What must not be. */
  record Not(Expression inner) implements Condition {
    @Override
    public Value evaluate(Scope scope) {
      Value value = inner.evaluate(scope);
      if (value instanceof Value.Truth truth) return truth(!truth.isTrue());
      return value instanceof Value.Failed ? value : Value.BLANK;
    }

    @Override
    public Binding binding() {
      return Binding.NEGATION;
    }

    @Override
    public void write(FormulaWriter to) {
      to.add(to.word("非 ", "not ")).part(inner, Binding.NEGATION);
    }

    @Override
    public void addReferences(References to) {
      inner.addReferences(to);
    }

    @Override
    public Prospect prospect() {
      return inner.prospect().not();
    }

    @Override
    public Expression with(Handling handling) {
      return new Not(inner.with(handling));
    }

    @Override
    public Explanation whyFalse(Scope scope) {
      return new Explanation(
          new Text(
              "不应成立：" + FormulaWriter.explain(inner, scope, Language.CHINESE),
              "should not hold: " + FormulaWriter.explain(inner, scope, Language.ENGLISH)),
          Optional.empty());
    }
  }

  @Override
  default Optional<String> measuredIn() {
    return Optional.empty();
  }
}
