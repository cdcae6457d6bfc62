package nuanbao.engine.formula;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import nuanbao.engine.formula.grammar.FormulaLexer;
import org.antlr.v4.runtime.Token;

/**
 * How many pieces of a formula stand within one another at most: brackets, minus signs and 非. It is
 * told from the words alone, before anything has to be read that is too deep.
 */
final class FormulaDepth {
  private final Deque<Around> brackets = new ArrayDeque<>();
  private int open;
  private int nots;
  private int minuses;
  private boolean behindValue;

  /** What a bracket stands in; behind it 非 goes on up to the end of its comparison. */
  private record Around(int open, int nots) {}

  private FormulaDepth() {}

  static int of(List<Token> tokens) {
    FormulaDepth depth = new FormulaDepth();
    int deepest = 0;
    for (Token token : tokens) {
      depth.pass(token.getType());
      deepest = Math.max(deepest, depth.open + depth.nots + depth.minuses);
    }
    return deepest;
  }

  private void pass(int token) {
    switch (token) {
      case FormulaLexer.OPEN -> {
        brackets.push(new Around(open, nots));
        open += nots + minuses + 1;
        nots = 0;
        minuses = 0;
      }
      case FormulaLexer.CLOSE -> {
        Around around = brackets.isEmpty() ? new Around(0, 0) : brackets.pop();
        open = around.open;
        nots = around.nots;
        minuses = 0;
      }
      case FormulaLexer.NOT -> nots++;
      case FormulaLexer.MINUS -> minuses = behindValue ? 0 : minuses + 1;
      case FormulaLexer.OR, FormulaLexer.AND, FormulaLexer.SEPARATOR, FormulaLexer.WHERE -> {
        nots = 0;
        minuses = 0;
      }
      default -> {
        if (!isOfValue(token)) minuses = 0;
      }
    }
    behindValue = isOfValue(token) || token == FormulaLexer.CLOSE;
  }

  private static boolean isOfValue(int token) {
    return switch (token) {
      case FormulaLexer.NUMBER,
          FormulaLexer.PERCENT,
          FormulaLexer.TEXT,
          FormulaLexer.TRUE,
          FormulaLexer.FALSE,
          FormulaLexer.NAME,
          FormulaLexer.QUOTED,
          FormulaLexer.DOT ->
          true;
      default -> false;
    };
  }
}
