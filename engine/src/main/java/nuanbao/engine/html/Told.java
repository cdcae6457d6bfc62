package nuanbao.engine.html;

import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormView;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.Severity;

/**
 * A problem as it is told on the page.
 *
 * @param id in the summary, of the field it leads to; beside a field, its own. Empty for none.
 * @param remedy what would be right; empty where there is nothing useful to say
 */
public record Told(String id, Severity severity, String text, String remedy) {

  /**
   * @param seen how its text would begin by saying what the eye has just read
   */
  static Told beside(Problem problem, String id, String seen) {
    String text = problem.message(Language.CHINESE);
    return new Told(
        id,
        problem.severity(),
        text.startsWith(seen) ? text.substring(seen.length()) : text,
        problem.remedy(Language.CHINESE).orElse(""));
  }

  /** Whether a problem is about a typed row as a whole. */
  static boolean isAbout(Problem problem, FormView.Row row, FormId form) {
    CellPosition cell = problem.cell();
    return cell != null
        && cell.form().equals(form.value())
        && cell.column().isEmpty()
        && row.row().isTyped()
        && cell.row().equals(row.row().key().toString());
  }

  public String weight() {
    return severity.title().in(Language.CHINESE);
  }

  /** A sign that is told apart without colour. */
  public String sign() {
    return signOf(severity);
  }

  public String style() {
    return styleOf(severity);
  }

  static String signOf(Severity severity) {
    return switch (severity) {
      case ERROR -> "×";
      case WARNING -> "!";
      case HINT -> "i";
    };
  }

  static String styleOf(Severity severity) {
    return switch (severity) {
      case ERROR -> "nb-error";
      case WARNING -> "nb-warning";
      case HINT -> "nb-hint";
    };
  }
}
