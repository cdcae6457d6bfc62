package nuanbao.engine.formula;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nuanbao.engine.formula.FormulaParser.Mistake;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;

/**
 * A rule written once for a run of values: {@code r{n} <= r{n-1}}. Only text is put in; what comes
 * out is read like any other rule.
 */
public final class FormulaPattern {
  /** More than the columns and rows of any form need. */
  private static final int LONGEST_RUN = 500;

  private static final String PLACEHOLDERS = "{n}、{n-1}、{n+1}";
  private static final Pattern PLACEHOLDER = Pattern.compile("n(?:([+-])([0-9]{1,3}))?");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

  /** A piece of a pattern: text as it stands, or a neighbour of n, so many further on. */
  private record Piece(String written, int offset, boolean isPlaceholder, int distance) {}

  private final String text;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  public FormulaPattern(String text) {
    this.text = text;
    split();
    if (mistakes.isEmpty() && pieces.stream().noneMatch(Piece::isPlaceholder)) {
      note(0, text.length(), ProblemCode.FORMULA_NO_PLACEHOLDER, text, "{n}");
    }
  }

  /**
   * A rule of the run.
   *
   * @param n the value it is for
   */
  public record Rule(String text, String n, List<Integer> places) {
    public Rule {
      places = List.copyOf(places);
    }

    /**
     * Where in the pattern a place of this rule was written, so that mistakes can be shown there.
     */
    public int placeInPattern(int offset) {
      return places.get(Math.max(0, Math.min(offset, places.size() - 1)));
    }
  }

  /** The rules of a run, in its order, or what is wrong with the pattern: never both. */
  public record Expanded(List<Rule> rules, List<Mistake> mistakes) {
    public Expanded {
      rules = List.copyOf(rules);
      mistakes = List.copyOf(mistakes);
    }
  }

  /** The values of a run, or what is wrong with it: never both. */
  public record Run(List<String> values, List<Problem> problems) {
    public Run {
      values = List.copyOf(values);
      problems = List.copyOf(problems);
    }
  }

  /**
   * The whole numbers from one to another, both included; the last may fall between two steps. They
   * are as wide as the first is written: {@code 01} to {@code 3} gives 01, 02, 03.
   *
   * @param step other than 0; below 0 it counts down
   */
  public static Run run(String from, String to, int step) {
    Problem problem = Problem.of(ProblemCode.FORMULA_BAD_RUN, from, to, step, LONGEST_RUN);
    if (!WHOLE.matcher(from).matches() || !WHOLE.matcher(to).matches() || step == 0) {
      return new Run(List.of(), List.of(problem));
    }
    long first = Long.parseLong(from);
    long last = Long.parseLong(to);
    long many = (last - first) / step + 1;
    if ((last - first) * step < 0 || many > LONGEST_RUN) {
      return new Run(List.of(), List.of(problem));
    }
    List<String> values = new ArrayList<>();
    for (long i = 0; i < many; i++) {
      values.add(wide(BigInteger.valueOf(first + i * step), from.length()));
    }
    return new Run(values, List.of());
  }

  /** The rule for each value; a value that is no number can stand only for {@code {n}} itself. */
  public Expanded expand(List<String> run) {
    if (!mistakes.isEmpty()) return new Expanded(List.of(), mistakes);
    List<Mistake> found = new ArrayList<>();
    if (run.isEmpty() || run.size() > LONGEST_RUN) {
      String first = run.isEmpty() ? "" : run.get(0);
      String last = run.isEmpty() ? "" : run.get(run.size() - 1);
      Problem problem = Problem.of(ProblemCode.FORMULA_BAD_RUN, first, last, 1, LONGEST_RUN);
      found.add(new Mistake(problem, 0, Math.max(1, text.length())));
      return new Expanded(List.of(), found);
    }
    List<Rule> rules = new ArrayList<>();
    for (String n : run) rules.add(rule(n, found));
    return found.isEmpty() ? new Expanded(rules, found) : new Expanded(List.of(), found);
  }

  private Rule rule(String n, List<Mistake> found) {
    StringBuilder rule = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    for (Piece piece : pieces) {
      String put = piece.isPlaceholder ? value(n, piece, found) : piece.written;
      for (int i = 0; i < put.length(); i++) {
        places.add(piece.isPlaceholder ? piece.offset : piece.offset + i);
      }
      rule.append(put);
    }
    places.add(text.length());
    return new Rule(rule.toString(), n, places);
  }

  private static String value(String n, Piece piece, List<Mistake> found) {
    if (piece.distance == 0) return n;
    if (WHOLE.matcher(n).matches()) {
      BigInteger value = new BigInteger(n).add(BigInteger.valueOf(piece.distance));
      if (value.signum() >= 0) return wide(value, n.length());
    }
    Problem problem = Problem.of(ProblemCode.FORMULA_NO_NEIGHBOUR, n, piece.written);
    found.add(new Mistake(problem, piece.offset, piece.written.length()));
    return n;
  }

  /** Leading zeros are kept: 09 is followed by 10 and led by 08. */
  private static String wide(BigInteger value, int width) {
    String digits = value.toString();
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  private void split() {
    int from = 0;
    while (from < text.length()) {
      char c = text.charAt(from);
      if (c == '{') {
        int close = text.indexOf('}', from);
        int to = close < 0 ? text.length() : close + 1;
        placeholder(from, to);
        from = to;
      } else if (c == '}') {
        bad(from, from + 1);
        from++;
      } else {
        int to = from;
        while (to < text.length() && text.charAt(to) != '{' && text.charAt(to) != '}') to++;
        pieces.add(new Piece(text.substring(from, to), from, false, 0));
        from = to;
      }
    }
  }

  private void placeholder(int from, int to) {
    String written = text.substring(from, to);
    boolean closed = written.endsWith("}");
    Matcher matcher =
        PLACEHOLDER.matcher(
            closed ? written.substring(1, written.length() - 1).replace(" ", "") : "");
    if (!matcher.matches()) {
      bad(from, to);
      return;
    }
    int distance = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    pieces.add(new Piece(written, from, true, "-".equals(matcher.group(1)) ? -distance : distance));
  }

  private void bad(int from, int to) {
    note(
        from,
        to,
        ProblemCode.FORMULA_BAD_PLACEHOLDER,
        text,
        text.substring(from, to),
        PLACEHOLDERS);
  }

  private void note(int from, int to, ProblemCode code, Object... arguments) {
    mistakes.add(new Mistake(Problem.of(code, arguments), from, Math.max(1, to - from)));
  }

  @Override
  public String toString() {
    return text;
  }
}
