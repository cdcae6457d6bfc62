package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in one value after the other. A blank and 不适用 are passed over; one that failed ends it. */
abstract class Gathering {

  /** Whether what is counted are rows: they have no value of their own. */
  abstract void take(Value value, boolean isRow);

  abstract Value result();

  final Value over(List<Expression> arguments, Scope scope) {
    for (int i = 0; i < arguments.size(); i++) {
      Expression argument = arguments.get(i);
      @Nullable Value failed =
          argument.isMany() ? takeMany(argument, scope) : takeOne(argument.evaluate(scope), false);
      if (failed != null) return failed;
    }
    return result();
  }

  private @Nullable Value takeOne(Value value, boolean isRow) {
    if (value instanceof Value.Failed) return value;
    take(value, isRow);
    return null;
  }

  private @Nullable Value takeMany(Expression argument, Scope scope) {
    @Nullable Expression condition =
        argument instanceof Expression.Filtered filtered ? filtered.condition() : null;
    Expression.Cell many =
        argument instanceof Expression.Filtered filtered
            ? filtered.many()
            : (Expression.Cell) argument;
    boolean isRow = many.kind() == ValueKind.ROWS;
    List<Scope.Element> elements = scope.elementsOf(many.reference());
    for (int i = 0; i < elements.size(); i++) {
      Scope.Element element = elements.get(i);
      if (condition != null) {
        Value holds = condition.evaluate(element.scope());
        if (holds instanceof Value.Failed) return holds;
        if (!Condition.is(holds, true)) continue;
      }
      @Nullable Value failed = takeOne(element.value(), isRow);
      if (failed != null) return failed;
    }
    return null;
  }

  static Value sum(List<Expression> arguments, Scope scope) {
    return new Total(false).over(arguments, scope);
  }

  static Value average(List<Expression> arguments, Scope scope) {
    return new Total(true).over(arguments, scope);
  }

  static Value count(List<Expression> arguments, Scope scope) {
    return new Count().over(arguments, scope);
  }

  static Value least(List<Expression> arguments, Scope scope) {
    return new Extreme(-1).over(arguments, scope);
  }

  static Value most(List<Expression> arguments, Scope scope) {
    return new Extreme(1).over(arguments, scope);
  }

  static Value isBlank(List<Expression> arguments, Scope scope) {
    return new Emptiness().over(arguments, scope);
  }

  private static final class Total extends Gathering {
    private final boolean isAverage;
    private @Nullable BigDecimal total;
    private int count;

    Total(boolean isAverage) {
      this.isAverage = isAverage;
    }

    @Override
    void take(Value value, boolean isRow) {
      if (!(value instanceof Value.Number number)) return;
      total = total == null ? number.amount() : total.add(number.amount());
      count++;
    }

    @Override
    Value result() {
      if (total == null) return Value.BLANK;
      return Value.of(isAverage ? Arithmetic.quotient(total, BigDecimal.valueOf(count)) : total);
    }
  }

  private static final class Count extends Gathering {
    private int count;

    @Override
    void take(Value value, boolean isRow) {
      boolean empty = value instanceof Value.Blank || value instanceof Value.NotApplicable;
      if (isRow || !empty) count++;
    }

    @Override
    Value result() {
      return Value.of(BigDecimal.valueOf(count));
    }
  }

  private static final class Extreme extends Gathering {
    private final int wanted;
    private Value found = Value.BLANK;

    Extreme(int wanted) {
      this.wanted = wanted;
    }

    @Override
    void take(Value value, boolean isRow) {
      if (value instanceof Value.Number number) {
        if (!(found instanceof Value.Number so)
            || Integer.signum(number.amount().compareTo(so.amount())) == wanted) {
          found = value;
        }
      } else if (value instanceof Value.Day day) {
        if (!(found instanceof Value.Day so)
            || Integer.signum(day.date().compareTo(so.date())) == wanted) {
          found = value;
        }
      }
    }

    @Override
    Value result() {
      return found;
    }
  }

  private static final class Emptiness extends Gathering {
    private boolean anything;

    @Override
    void take(Value value, boolean isRow) {
      if (isRow || !(value instanceof Value.Blank)) anything = true;
    }

    @Override
    Value result() {
      return Condition.truth(!anything);
    }
  }
}
