package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.formula.Expression.Arithmetic.Operator;
import nuanbao.engine.formula.Formula.Comparator;
import nuanbao.engine.formula.grammar.FormulaLexer;
import nuanbao.engine.formula.grammar.FormulaParser.AddressContext;
import nuanbao.engine.formula.grammar.FormulaParser.BracketsContext;
import nuanbao.engine.formula.grammar.FormulaParser.ComparisonContext;
import nuanbao.engine.formula.grammar.FormulaParser.NumberContext;
import nuanbao.engine.formula.grammar.FormulaParser.PrimaryContext;
import nuanbao.engine.formula.grammar.FormulaParser.ProductContext;
import nuanbao.engine.formula.grammar.FormulaParser.ReferenceContext;
import nuanbao.engine.formula.grammar.FormulaParser.SignedContext;
import nuanbao.engine.formula.grammar.FormulaParser.StepContext;
import nuanbao.engine.formula.grammar.FormulaParser.SumContext;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Text;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads formulas and resolves their names. Every mistake comes with its place in the text. */
public final class FormulaParser {
  /** Brackets within brackets beyond this are refused: nobody reads them, and they cost stack. */
  private static final int MAX_DEPTH = 50;

  private final Names names;

  public FormulaParser(Names names) {
    this.names = names;
  }

  /**
   * A mistake in a formula.
   *
   * @param offset where it begins, in UTF-16 units from the start of the text
   * @param length how far it reaches, at least 1
   */
  public record Mistake(Problem problem, int offset, int length) {}

  /** A formula, or what is wrong with it: exactly one of the two is there. */
  public record Parsed(Optional<Formula> formula, List<Mistake> mistakes) {}

  /** Reads a formula that computes a value. */
  public Parsed parseValue(String text) {
    return parse(text, false);
  }

  /** Reads a formula that is true or false. */
  public Parsed parseCondition(String text) {
    return parse(text, true);
  }

  private Parsed parse(String text, boolean wantCondition) {
    List<Mistake> mistakes = new ArrayList<>();
    if (depth(text) > MAX_DEPTH) {
      mistakes.add(
          new Mistake(Problem.of(ProblemCode.FORMULA_TOO_DEEP, MAX_DEPTH), 0, text.length()));
      return new Parsed(Optional.empty(), mistakes);
    }
    ComparisonContext tree = tree(text, mistakes);
    if (!mistakes.isEmpty()) return new Parsed(Optional.empty(), mistakes);
    Formula formula = new Builder(text, mistakes).formula(tree);
    if (formula.isCondition() != wantCondition) {
      ProblemCode code =
          wantCondition ? ProblemCode.FORMULA_NOT_A_CONDITION : ProblemCode.FORMULA_NOT_A_VALUE;
      mistakes.add(new Mistake(Problem.of(code, text), 0, text.length()));
    }
    return mistakes.isEmpty()
        ? new Parsed(Optional.of(formula), List.of())
        : new Parsed(Optional.empty(), mistakes);
  }

  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '（') deepest = Math.max(deepest, ++depth);
      if (c == ')' || c == '）') depth--;
    }
    return deepest;
  }

  private static ComparisonContext tree(String text, List<Mistake> mistakes) {
    BaseErrorListener listener =
        new BaseErrorListener() {
          @Override
          public void syntaxError(
              Recognizer<?, ?> recognizer,
              @Nullable Object symbol,
              int line,
              int column,
              String message,
              @Nullable RecognitionException cause) {
            int offset =
                symbol instanceof Token token
                    ? text.offsetByCodePoints(0, Math.min(token.getStartIndex(), codePoints(text)))
                    : text.offsetByCodePoints(0, Math.min(column, codePoints(text)));
            if (mistakes.stream().anyMatch(mistake -> mistake.offset() == offset)) return;
            mistakes.add(new Mistake(syntax(text, offset), offset, 1));
          }
        };
    FormulaLexer lexer = new FormulaLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    lexer.addErrorListener(listener);
    var parser = new nuanbao.engine.formula.grammar.FormulaParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.addErrorListener(listener);
    return parser.formula().comparison();
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  private static Problem syntax(String text, int offset) {
    return offset >= text.length()
        ? Problem.of(ProblemCode.FORMULA_UNFINISHED, text)
        : Problem.of(
            ProblemCode.FORMULA_SYNTAX,
            text,
            new String(Character.toChars(text.codePointAt(offset))));
  }

  /** Turns the parse tree into a formula, noting names that mean nothing or too much. */
  private final class Builder {
    private final String text;
    private final List<Mistake> mistakes;

    Builder(String text, List<Mistake> mistakes) {
      this.text = text;
      this.mistakes = mistakes;
    }

    Formula formula(ComparisonContext tree) {
      List<Expression> operands = new ArrayList<>();
      List<Comparator> comparators = new ArrayList<>();
      for (SumContext operand : tree.sum()) operands.add(sum(operand));
      tree.comparator().forEach(sign -> comparators.add(comparator(sign.getText())));
      for (int i = 0; i < comparators.size(); i++) {
        boolean bothNumbers = operands.get(i).isNumber() && operands.get(i + 1).isNumber();
        boolean bothWords = !operands.get(i).isNumber() && !operands.get(i + 1).isNumber();
        if (!bothNumbers && (!bothWords || comparators.get(i).ordersOnly())) {
          note(ProblemCode.FORMULA_WORDS_AS_NUMBER, tree.sum(i + 1), tree.getText());
        }
      }
      return new Formula(text, operands, comparators);
    }

    private static Comparator comparator(String sign) {
      return switch (sign) {
        case "=" -> Comparator.EQUAL;
        case "≠", "!=" -> Comparator.NOT_EQUAL;
        case "<" -> Comparator.LESS;
        case "≤", "<=" -> Comparator.AT_MOST;
        case ">" -> Comparator.MORE;
        case "≥", ">=" -> Comparator.AT_LEAST;
        default -> throw new IllegalStateException("the grammar has no comparator " + sign);
      };
    }

    private Expression sum(SumContext tree) {
      Expression result = product(tree.product(0));
      for (int i = 1; i < tree.product().size(); i++) {
        String sign = tree.sign(i - 1).getText();
        Operator operator = sign.equals("+") || sign.equals("＋") ? Operator.PLUS : Operator.MINUS;
        result =
            new Expression.Arithmetic(
                operator,
                number(result, tree.product(i - 1)),
                number(product(tree.product(i)), tree.product(i)));
      }
      return result;
    }

    private Expression product(ProductContext tree) {
      Expression result = signed(tree.signed(0));
      for (int i = 1; i < tree.signed().size(); i++) {
        String sign = tree.scale(i - 1).getText();
        Operator operator =
            sign.equals("*") || sign.equals("×") ? Operator.TIMES : Operator.DIVIDED_BY;
        result =
            new Expression.Arithmetic(
                operator,
                number(result, tree.signed(i - 1)),
                number(signed(tree.signed(i)), tree.signed(i)));
      }
      return result;
    }

    private Expression signed(SignedContext tree) {
      Expression operand = primary(tree.primary());
      return tree.getChildCount() == 1
          ? operand
          : new Expression.Negated(number(operand, tree.primary()));
    }

    private Expression primary(PrimaryContext tree) {
      if (tree instanceof NumberContext number) {
        return new Expression.Literal(new BigDecimal(number.NUMBER().getText()));
      }
      if (tree instanceof BracketsContext brackets) return sum(brackets.sum());
      return cell(((ReferenceContext) tree).address());
    }

    private Expression cell(AddressContext address) {
      List<Names.Step> path = address.step().stream().map(Builder::step).toList();
      Names.Resolution resolution = names.resolve(path);
      if (resolution instanceof Names.Found found) return new Expression.Cell(found.reference());
      if (resolution instanceof Names.Unknown unknown) {
        note(ProblemCode.FORMULA_UNKNOWN_NAME, address, address.getText(), unknown.suggestion());
      } else if (resolution instanceof Names.Ambiguous ambiguous) {
        note(
            ProblemCode.FORMULA_AMBIGUOUS_NAME,
            address,
            address.getText(),
            String.join("、", ambiguous.candidates()));
      }
      return new Expression.Literal(BigDecimal.ZERO);
    }

    private static Names.Step step(StepContext step) {
      String written = step.getText();
      if (step.QUOTED() == null) return Names.Step.of(written);
      String name = written.substring(1, written.length() - 1).strip();
      return new Names.Step(name, Optional.empty(), true);
    }

    private Expression number(Expression operand, ParserRuleContext tree) {
      if (!operand.isNumber()) {
        note(ProblemCode.FORMULA_WORDS_AS_NUMBER, tree, tree.getText());
      }
      return operand;
    }

    private void note(ProblemCode code, ParserRuleContext tree, String... arguments) {
      int from = text.offsetByCodePoints(0, tree.getStart().getStartIndex());
      int to = text.offsetByCodePoints(0, tree.getStop().getStopIndex() + 1);
      List<Text> texts = java.util.Arrays.stream(arguments).map(Text::of).toList();
      mistakes.add(new Mistake(new Problem(code, texts, null, null), from, Math.max(1, to - from)));
    }
  }
}
