package nuanbao.engine.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.form.FormView;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.Severity;

/**
 * All that is wrong with a form, above it.
 *
 * @param errors what has to be mended
 * @param others warnings and hints
 */
public record ProblemSummary(List<Told> errors, List<Told> others) {
  public ProblemSummary {
    errors = List.copyOf(errors);
    others = List.copyOf(others);
  }

  /**
   * Problems of the form, and those that stand at a cell only; each leads to its cell.
   *
   * @param seen how a text would begin by saying what the page as a whole says
   */
  static ProblemSummary of(FormView view, List<Entry> entries, String seen) {
    Map<Problem, String> targets = new LinkedHashMap<>();
    for (Problem problem : view.problems()) targets.put(problem, "");
    for (Entry entry : entries) {
      for (Problem problem : entry.field().problems()) {
        targets.merge(problem, entry.id(), (before, id) -> before.isEmpty() ? id : before);
      }
    }
    List<Told> errors = new ArrayList<>();
    List<Told> others = new ArrayList<>();
    targets.forEach(
        (problem, id) -> {
          String target = id.isEmpty() ? ofRow(problem, view, entries).orElse("") : id;
          Told told = Told.beside(problem, target, seen);
          (problem.severity() == Severity.ERROR ? errors : others).add(told);
        });
    return new ProblemSummary(errors, others);
  }

  /** What is said of a row as a whole leads to its first field. */
  private static Optional<String> ofRow(Problem problem, FormView view, List<Entry> entries) {
    return view.rows().stream()
        .filter(row -> Told.isAbout(problem, row, view.form()))
        .flatMap(row -> row.fields().stream().limit(1))
        .flatMap(field -> entries.stream().filter(entry -> entry.field().equals(field)))
        .map(Entry::id)
        .findFirst();
  }
}
