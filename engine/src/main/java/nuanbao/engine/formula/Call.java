package nuanbao.engine.formula;

import java.util.List;
import java.util.Optional;
import nuanbao.engine.formula.FormulaFunction.Nature;

/** A function with its arguments, their number and kinds checked. */
record Call(FormulaFunction function, List<Expression> arguments) implements Expression {
  Call {
    arguments = List.copyOf(arguments);
  }

  @Override
  public Value evaluate(Scope scope) {
    return function.body().run(arguments, scope);
  }

  @Override
  public ValueKind kind() {
    return switch (function.gives()) {
      case NUMBER, PERCENT -> ValueKind.NUMBER;
      case TRUTH -> ValueKind.TRUTH;
      case DAY -> ValueKind.DAY;
      case LIKE_FIRST -> arguments.get(0).kind();
      case LIKE_SECOND -> arguments.get(1).kind();
    };
  }

  @Override
  public Binding binding() {
    return Binding.PRIMARY;
  }

  @Override
  public void write(FormulaWriter to) {
    to.add(to.word(function.chinese(), function.english())).add("(");
    for (int i = 0; i < arguments.size(); i++) {
      if (i > 0) to.add(", ");
      if (function.nature() == Nature.ELSEWHEN) to.asWritten(arguments.get(i));
      else to.part(arguments.get(i), Binding.ANY);
    }
    to.add(")").value(this);
  }

  @Override
  public void addReferences(References to) {
    function.period().ifPresent(period -> to.addAt(period, arguments));
    if (function.nature() == Nature.ELSEWHEN) return;
    for (Expression argument : arguments) argument.addReferences(to);
  }

  @Override
  public Optional<String> measuredIn() {
    return switch (function.gives()) {
      case NUMBER, TRUTH, DAY -> Optional.empty();
      case PERCENT -> Optional.of("%");
      case LIKE_FIRST -> arguments.get(0).measuredIn();
      case LIKE_SECOND -> arguments.get(1).measuredIn();
    };
  }

  @Override
  public Bounds bounds() {
    return kind() == ValueKind.NUMBER ? function.limits().of(arguments) : Bounds.NONE;
  }

  @Override
  public Expression with(Handling handling) {
    if (!handling.blankAsZero()) return this;
    Expression same =
        switch (function.nature()) {
          case PLAIN, COMPARES_TIMES, ELSEWHEN ->
              new Call(
                  function, arguments.stream().map(one -> one.with(handling.inside())).toList());
          case TELLS_BLANKS, ADDS -> this;
        };
    return switch (function.nature()) {
      case ADDS, ELSEWHEN -> kind() == ValueKind.NUMBER ? new OrZero(same) : same;
      case PLAIN, COMPARES_TIMES, TELLS_BLANKS -> same;
    };
  }
}
