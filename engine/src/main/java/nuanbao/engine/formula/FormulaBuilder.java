package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.formula.Arithmetic.Factor;
import nuanbao.engine.formula.Arithmetic.Negated;
import nuanbao.engine.formula.Arithmetic.Product;
import nuanbao.engine.formula.Arithmetic.Sum;
import nuanbao.engine.formula.Arithmetic.Term;
import nuanbao.engine.formula.Condition.Comparator;
import nuanbao.engine.formula.Condition.Comparison;
import nuanbao.engine.formula.Condition.Joined;
import nuanbao.engine.formula.Condition.Not;
import nuanbao.engine.formula.Expression.Broken;
import nuanbao.engine.formula.Expression.Cell;
import nuanbao.engine.formula.Expression.Constant;
import nuanbao.engine.formula.Expression.Filtered;
import nuanbao.engine.formula.FormulaFunction.Gives;
import nuanbao.engine.formula.FormulaFunction.Nature;
import nuanbao.engine.formula.FormulaFunction.Takes;
import nuanbao.engine.formula.FormulaParser.Mistake;
import nuanbao.engine.formula.grammar.FormulaLexer;
import nuanbao.engine.formula.grammar.FormulaParser.AddressContext;
import nuanbao.engine.formula.grammar.FormulaParser.ArgumentContext;
import nuanbao.engine.formula.grammar.FormulaParser.BothContext;
import nuanbao.engine.formula.grammar.FormulaParser.BracketsContext;
import nuanbao.engine.formula.grammar.FormulaParser.ComparatorContext;
import nuanbao.engine.formula.grammar.FormulaParser.ComparisonContext;
import nuanbao.engine.formula.grammar.FormulaParser.ConditionContext;
import nuanbao.engine.formula.grammar.FormulaParser.FunctionContext;
import nuanbao.engine.formula.grammar.FormulaParser.NegationContext;
import nuanbao.engine.formula.grammar.FormulaParser.NumberContext;
import nuanbao.engine.formula.grammar.FormulaParser.PrimaryContext;
import nuanbao.engine.formula.grammar.FormulaParser.ProductContext;
import nuanbao.engine.formula.grammar.FormulaParser.ReferenceContext;
import nuanbao.engine.formula.grammar.FormulaParser.SignedContext;
import nuanbao.engine.formula.grammar.FormulaParser.StepContext;
import nuanbao.engine.formula.grammar.FormulaParser.SumContext;
import nuanbao.engine.formula.grammar.FormulaParser.TruthContext;
import nuanbao.engine.formula.grammar.FormulaParser.WordsContext;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Turns a parse tree into an expression: names are looked up, kinds are checked, and every mistake
 * is noted at its place. What has a mistake becomes {@link Broken}, of which nothing more is told.
 */
final class FormulaBuilder {
  private static final int MOST_CONDITIONS_AROUND = 1;

  private final String text;
  private final List<Mistake> mistakes;
  private final KindCheck check;
  private Names names;
  private int conditionsAround;
  private boolean comparesTimes;

  FormulaBuilder(String text, Names names, List<Mistake> mistakes) {
    this.text = text;
    this.names = names;
    this.mistakes = mistakes;
    this.check = new KindCheck(this::note);
  }

  /** A formula as a whole: one value, so not several and not rows. */
  Expression whole(ConditionContext tree) {
    return check.one(condition(tree), tree);
  }

  private Expression condition(ConditionContext tree) {
    if (tree.both().size() == 1) return both(tree.both(0));
    List<Expression> parts = new ArrayList<>();
    for (BothContext part : tree.both()) parts.add(check.condition(both(part), part));
    return new Joined(true, parts);
  }

  private Expression both(BothContext tree) {
    if (tree.negation().size() == 1) return negation(tree.negation(0));
    List<Expression> parts = new ArrayList<>();
    for (NegationContext part : tree.negation()) {
      parts.add(check.condition(negation(part), part));
    }
    return new Joined(false, parts);
  }

  private Expression negation(NegationContext tree) {
    Expression result = comparison(tree.comparison());
    if (!tree.NOT().isEmpty()) result = check.condition(result, tree.comparison());
    for (int i = 0; i < tree.NOT().size(); i++) result = new Not(result);
    return result;
  }

  private Expression comparison(ComparisonContext tree) {
    if (tree.sum().size() == 1) return sum(tree.sum(0));
    List<Expression> operands = new ArrayList<>();
    for (SumContext operand : tree.sum()) operands.add(check.one(sum(operand), operand));
    for (int i = 0; i < operands.size(); i++) {
      boolean besideDay =
          (i > 0 && isDay(operands.get(i - 1)))
              || (i + 1 < operands.size() && isDay(operands.get(i + 1)));
      if (besideDay) operands.set(i, day(operands.get(i), tree.sum(i)));
    }
    List<Comparator> comparators = new ArrayList<>();
    for (int i = 0; i < tree.comparator().size(); i++) {
      Comparator comparator = comparator(tree.comparator(i));
      comparators.add(comparator);
      check.comparable(
          operands.get(i), tree.sum(i), comparator, operands.get(i + 1), tree.sum(i + 1));
    }
    return new Comparison(operands, comparators, BigDecimal.ZERO);
  }

  private static boolean isDay(Expression operand) {
    return !(operand instanceof Broken) && operand.kind() == ValueKind.DAY;
  }

  private static Comparator comparator(ComparatorContext tree) {
    return switch (tree.getStart().getType()) {
      case FormulaLexer.EQUAL -> Comparator.EQUAL;
      case FormulaLexer.NOT_EQUAL -> Comparator.NOT_EQUAL;
      case FormulaLexer.LESS -> Comparator.LESS;
      case FormulaLexer.AT_MOST -> Comparator.AT_MOST;
      case FormulaLexer.GREATER -> Comparator.MORE;
      default -> Comparator.AT_LEAST;
    };
  }

  private Expression sum(SumContext tree) {
    if (tree.product().size() == 1) return product(tree.product(0));
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < tree.product().size(); i++) {
      ProductContext term = tree.product(i);
      boolean isMinus = i > 0 && isOperator(tree, 2 * i - 1, FormulaLexer.MINUS);
      terms.add(new Term(isMinus, check.number(product(term), term)));
    }
    check.sameMeasure(terms.stream().map(Term::value).toList(), tree.product());
    return new Sum(terms);
  }

  private Expression product(ProductContext tree) {
    if (tree.signed().size() == 1) return signed(tree.signed(0));
    List<Factor> factors = new ArrayList<>();
    for (int i = 0; i < tree.signed().size(); i++) {
      SignedContext factor = tree.signed(i);
      boolean isDivisor = i > 0 && isOperator(tree, 2 * i - 1, FormulaLexer.DIVIDED_BY);
      factors.add(new Factor(isDivisor, check.factor(signed(factor), factor)));
    }
    return new Product(factors);
  }

  private static boolean isOperator(ParserRuleContext tree, int child, int type) {
    return tree.getChild(child) instanceof TerminalNode sign && sign.getSymbol().getType() == type;
  }

  private Expression signed(SignedContext tree) {
    Expression result = primary(tree.primary());
    if (!tree.MINUS().isEmpty()) result = check.number(result, tree.primary());
    for (int i = 0; i < tree.MINUS().size(); i++) result = new Negated(result);
    return result;
  }

  private Expression primary(PrimaryContext tree) {
    if (tree instanceof NumberContext number) {
      BigDecimal amount = new BigDecimal(number.NUMBER().getText());
      return Constant.of(amount, number.PERCENT() != null);
    }
    if (tree instanceof WordsContext words) {
      String quoted = words.TEXT().getText();
      return Constant.of(quoted.substring(1, quoted.length() - 1));
    }
    if (tree instanceof TruthContext truth) return Constant.of(truth.TRUE() != null);
    if (tree instanceof FunctionContext function) return call(function);
    if (tree instanceof BracketsContext brackets) return condition(brackets.condition());
    return reference((ReferenceContext) tree);
  }

  private Expression reference(ReferenceContext tree) {
    Expression first = cell(tree.address(0));
    if (tree.RANGE() == null) return first;
    Expression last = cell(tree.address(1));
    if (!(first instanceof Cell from) || !(last instanceof Cell to)) return new Broken();
    if (!from.isMany()
        && !to.isMany()
        && names.resolveRange(from.reference(), to.reference()) instanceof Names.Found found) {
      return bounded(new Cell(from.address() + ".." + to.address(), found.reference()), tree);
    }
    note(ProblemCode.FORMULA_NO_RANGE, tree, from.address(), to.address());
    return new Broken();
  }

  private Expression cell(AddressContext address) {
    List<Names.Step> path = address.step().stream().map(FormulaBuilder::step).toList();
    String written = String.join(".", path.stream().map(Names.Step::toString).toList());
    Names.Resolution resolution = names.resolve(path);
    if (resolution instanceof Names.Found found) {
      return bounded(new Cell(written, found.reference()), address);
    }
    if (resolution instanceof Names.Unknown unknown) {
      note(ProblemCode.FORMULA_UNKNOWN_NAME, address, written, unknown.suggestion());
    } else if (resolution instanceof Names.Ambiguous ambiguous) {
      note(
          ProblemCode.FORMULA_AMBIGUOUS_NAME,
          address,
          written,
          String.join("、", ambiguous.candidates()));
    }
    return new Broken();
  }

  /** Rows behind 当 of rows are run through for each row: once more than that costs for ever. */
  private Expression bounded(Cell cell, ParserRuleContext tree) {
    if (!cell.isMany() || conditionsAround <= MOST_CONDITIONS_AROUND) return cell;
    note(ProblemCode.FORMULA_NESTED_TOO_OFTEN, tree, cell.address());
    return new Broken();
  }

  private static Names.Step step(StepContext step) {
    Optional<String> bracketed =
        Optional.ofNullable(step.QUOTED())
            .map(TerminalNode::getText)
            .map(quoted -> quoted.substring(1, quoted.length() - 1).strip());
    return step.NAME() == null
        ? new Names.Step(bracketed.orElseThrow(), Optional.empty(), true)
        : new Names.Step(step.NAME().getText(), bracketed, false);
  }

  private Expression call(FunctionContext tree) {
    Functions functions = Functions.builtInOnes();
    String name = tree.NAME().getText();
    Optional<FormulaFunction> found = functions.find(name);
    boolean outside = comparesTimes;
    boolean comparing = found.isPresent() && found.get().nature() == Nature.COMPARES_TIMES;
    comparesTimes |= comparing;
    List<Expression> arguments = new ArrayList<>();
    for (ArgumentContext argument : tree.argument()) arguments.add(argument(argument));
    comparesTimes = outside;
    if (found.isEmpty()) {
      Token place = tree.NAME().getSymbol();
      noteAt(ProblemCode.FORMULA_UNKNOWN_FUNCTION, place, place, name, functions.nearest(name));
      return new Broken();
    }
    if (comparing && outside) {
      note(ProblemCode.FORMULA_NESTED_TOO_OFTEN, tree, name);
      return new Broken();
    }
    FormulaFunction function = found.get();
    if (arguments.size() < function.least() || arguments.size() > function.most()) {
      Object[] told = {name, arguments.size(), function.usage()};
      note(ProblemCode.FORMULA_ARGUMENTS, tree, told);
      return new Broken();
    }
    boolean sound = true;
    for (int i = 0; i < arguments.size(); i++) {
      ArgumentContext place = tree.argument(i);
      Takes takes = function.takes(i);
      ValueKind before = arguments.get(Math.max(0, i - 1)).kind();
      boolean wantsDay =
          takes == Takes.DAY || (takes == Takes.LIKE_BEFORE && before == ValueKind.DAY);
      if (wantsDay) arguments.set(i, day(arguments.get(i), place));
      sound &= check.argument(arguments.get(i), place, takes, before);
    }
    if (!sound) return new Broken();
    for (int i = 1; i < arguments.size(); i++) {
      check.choice(arguments.get(0), arguments.get(i), tree.argument(i));
    }
    if (function.repeats() && function.gives() == Gives.LIKE_FIRST) {
      check.sameMeasure(arguments, tree.argument());
    }
    return new Call(function, arguments);
  }

  private Expression argument(ArgumentContext tree) {
    Expression value = condition(tree.condition(0));
    if (tree.WHERE() == null) return value;
    Names outside = names;
    if (value instanceof Cell cell && cell.isMany()) names = outside.beside(cell.reference());
    conditionsAround++;
    Expression condition = check.condition(condition(tree.condition(1)), tree.condition(1));
    conditionsAround--;
    names = outside;
    if (value instanceof Cell cell && cell.isMany()) return new Filtered(cell, condition);
    if (!(value instanceof Broken)) {
      note(ProblemCode.FORMULA_WHERE_NEEDS_SEVERAL, tree.condition(0), slice(tree.condition(0)));
    }
    return new Broken();
  }

  /** A text such as {@code '2022-02-15'} where a day is due. */
  private Expression day(Expression operand, ParserRuleContext tree) {
    if (!(operand instanceof Constant constant && constant.value() instanceof Value.Words words)) {
      return operand;
    }
    Optional<Value.Day> day = Days.read(words.text());
    if (day.isPresent()) return Constant.of(day.get());
    note(ProblemCode.NO_SUCH_DAY, tree, words.text());
    return new Broken();
  }

  private String slice(ParserRuleContext tree) {
    return text.substring(
        FormulaParser.start(text, tree.getStart()), FormulaParser.end(text, tree.getStop()));
  }

  /** Notes a mistake; a place among the arguments stands for what is written there. */
  private void note(ProblemCode code, ParserRuleContext tree, Object... arguments) {
    noteAt(code, tree.getStart(), tree.getStop(), arguments);
  }

  private void noteAt(ProblemCode code, Token first, Token last, Object... arguments) {
    int from = FormulaParser.start(text, first);
    int to = FormulaParser.end(text, last);
    Object[] told =
        Arrays.stream(arguments)
            .map(one -> one instanceof ParserRuleContext place ? slice(place) : one)
            .toArray();
    mistakes.add(new Mistake(Problem.of(code, told), from, Math.max(1, to - from)));
  }
}
