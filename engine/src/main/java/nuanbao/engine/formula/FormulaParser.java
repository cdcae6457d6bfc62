package nuanbao.engine.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.formula.Formula.Verdict;
import nuanbao.engine.formula.grammar.FormulaLexer;
import nuanbao.engine.formula.grammar.FormulaParser.ConditionContext;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Severity;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads formulas, resolves their names and checks their kinds. Every mistake comes with its place
 * in the text, all of them together. Whatever is written, nothing is thrown.
 */
public final class FormulaParser {
  /** What is nested beyond this is refused: nobody reads it, and it costs stack. */
  private static final int MAX_DEPTH = 50;

  /** In UTF-16 units. It bounds what a formula can cost: it has no more pieces than this. */
  private static final int MAX_LENGTH = 2_000;

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

  /**
   * What was read. Without a formula at least one mistake is an error; with one they are warnings:
   * units of measure that do not go together, rules that can never fail or never pass.
   */
  public record Parsed(Optional<Formula> formula, List<Mistake> mistakes) {
    public Parsed {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** Reads a formula that computes a value of any kind. */
  public Parsed parseValue(String text) {
    return parse(text, false);
  }

  /** Reads a formula that is true or false; a column of 是 and 否 is one as well. */
  public Parsed parseCondition(String text) {
    return parse(text, true);
  }

  private Parsed parse(String text, boolean wantCondition) {
    List<Mistake> mistakes = new ArrayList<>();
    if (text.length() > MAX_LENGTH) return refused(text, ProblemCode.FORMULA_TOO_LONG, MAX_LENGTH);
    FormulaLexer lexer = new FormulaLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    tokens.fill();
    if (FormulaDepth.of(tokens.getTokens()) > MAX_DEPTH) {
      return refused(text, ProblemCode.FORMULA_TOO_DEEP, MAX_DEPTH);
    }
    Expression root;
    try {
      root = new FormulaBuilder(text, names, mistakes).whole(tree(tokens));
    } catch (ParseCancellationException e) {
      // Thrown at the first token that cannot follow; how far prediction had looked does not
      // matter.
      return new Parsed(Optional.empty(), List.of(syntax(text, stoppedAt(e, tokens))));
    }
    Formula formula = new Formula(text, root);
    if (!hasErrors(mistakes)) {
      if (wantCondition && !formula.isCondition()) {
        return refused(text, ProblemCode.FORMULA_NOT_A_CONDITION, text);
      }
      if (wantCondition) warnOfCertainty(formula, mistakes);
    }
    return new Parsed(hasErrors(mistakes) ? Optional.empty() : Optional.of(formula), mistakes);
  }

  private static Parsed refused(String text, ProblemCode code, Object argument) {
    Mistake mistake = new Mistake(Problem.of(code, argument), 0, Math.max(1, text.length()));
    return new Parsed(Optional.empty(), List.of(mistake));
  }

  private static boolean hasErrors(List<Mistake> mistakes) {
    return mistakes.stream().anyMatch(one -> one.problem().severity() == Severity.ERROR);
  }

  /** Told only where it stays so when the rule counts blanks as 0. */
  private static void warnOfCertainty(Formula rule, List<Mistake> mistakes) {
    Optional<Verdict> certain = rule.certainVerdict();
    if (certain.isEmpty() || !certain.equals(rule.withBlankAsZero().certainVerdict())) return;
    ProblemCode code =
        certain.get() == Verdict.HOLDS
            ? ProblemCode.FORMULA_ALWAYS_HOLDS
            : ProblemCode.FORMULA_NEVER_HOLDS;
    mistakes.add(new Mistake(Problem.of(code, rule.text()), 0, rule.text().length()));
  }

  /**
   * The parse tree, or where reading stopped: what a mistake in spelling brings after it is none.
   */
  private static ConditionContext tree(CommonTokenStream tokens) {
    var parser = new nuanbao.engine.formula.grammar.FormulaParser(tokens);
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    return parser.formula().condition();
  }

  private static Token stoppedAt(ParseCancellationException thrown, CommonTokenStream tokens) {
    return thrown.getCause() instanceof RecognitionException cause
            && cause.getOffendingToken() != null
        ? cause.getOffendingToken()
        : tokens.LT(1);
  }

  private static Mistake syntax(String text, Token stopped) {
    if (stopped.getType() == Token.EOF) {
      return new Mistake(Problem.of(ProblemCode.FORMULA_UNFINISHED, text), text.length(), 1);
    }
    int offset = start(text, stopped);
    String sign = new String(Character.toChars(text.codePointAt(offset)));
    return new Mistake(Problem.of(ProblemCode.FORMULA_SYNTAX, text, sign), offset, sign.length());
  }

  /** Tokens count in code points. */
  static int start(String text, Token token) {
    return text.offsetByCodePoints(0, token.getStartIndex());
  }

  static int end(String text, Token token) {
    return text.offsetByCodePoints(0, token.getStopIndex() + 1);
  }
}
