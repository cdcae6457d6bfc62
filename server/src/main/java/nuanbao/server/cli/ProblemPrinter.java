package nuanbao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.SourcePosition;
import nuanbao.server.ProblemJson;

/** Prints problems: a line each, the place underlined, and what would be right. */
final class ProblemPrinter {
  private static final int SHOWN = 100;
  private static final int BEFORE = 60;

  private final Path folder;
  private final Language language;
  private final Map<String, List<String>> files = new HashMap<>();

  /**
   * A printer for the files of one folder.
   *
   * @param folder what the file names of the problems are relative to
   */
  ProblemPrinter(Path folder, Language language) {
    this.folder = folder;
    this.language = language;
  }

  void print(List<Problem> problems, PrintWriter out) {
    for (Problem problem : problems) print(problem, out);
  }

  private void print(Problem problem, PrintWriter out) {
    SourcePosition place = problem.source();
    String where = place == null ? "" : place + "  ";
    out.printf(
        "%s%s %s  %s%n",
        where, problem.severity().title().in(language), problem.code(), problem.message(language));
    if (place != null && place.line() > 0) underline(place, out);
    problem.remedy(language).ifPresent(remedy -> out.println("    " + remedy));
  }

  private void underline(SourcePosition place, PrintWriter out) {
    List<String> lines = files.computeIfAbsent(place.file(), this::lines);
    if (place.line() > lines.size()) return;
    String line = lines.get(place.line() - 1);
    int column = Math.min(place.column() - 1, line.length());
    int from = Math.max(0, column - BEFORE);
    String shown = line.substring(from, Math.min(line.length(), from + SHOWN));
    String lead = "%6d | ".formatted(place.line()) + (from > 0 ? "…" : "");
    String rest = from + SHOWN < line.length() ? "…" : "";
    int end = Math.min(column + place.length(), from + shown.length());
    out.println(lead + shown + rest);
    out.println(
        " ".repeat(lead.length())
            + widthOf(line.substring(from, column), " ")
            + widthOf(column < end ? line.substring(column, end) : " ", "^"));
  }

  /** As wide as the text is on a screen, where a Chinese character takes two places. */
  private static String widthOf(String text, String mark) {
    StringBuilder width = new StringBuilder();
    text.codePoints().forEach(c -> width.append(mark.repeat(isWide(c) ? 2 : 1)));
    return width.toString();
  }

  private static boolean isWide(int codePoint) {
    return codePoint >= 0x1100
        && (Character.isIdeographic(codePoint)
            || (codePoint >= 0x3000 && codePoint <= 0x303F)
            || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
            || (codePoint >= 0x2010 && codePoint <= 0x2027));
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(folder.resolve(file)).stream()
          .map(line -> line.replace('\t', ' '))
          .toList();
    } catch (MalformedInputException notUtf8) {
      return List.of();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** All of them as one JSON array. */
  void printJson(List<Problem> problems, PrintWriter out) {
    out.println(ProblemJson.of(problems, language).toPrettyString());
  }
}
