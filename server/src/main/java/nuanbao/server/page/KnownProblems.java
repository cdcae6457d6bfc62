package nuanbao.server.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.Problem;

/**
 * Where somebody has been told that something is wrong. While a page is still being filled in,
 * nothing new is told; what was told goes away when it is mended.
 *
 * @param places each as a short number, because the page carries them from one request to the next
 */
record KnownProblems(Set<String> places) {
  private static final Pattern PLACE = Pattern.compile("[0-9a-f]{1,8}");

  KnownProblems {
    places = Set.copyOf(places);
  }

  static KnownProblems of(List<Problem> problems) {
    Set<String> places = new LinkedHashSet<>();
    for (Problem problem : problems) places.add(place(problem));
    return new KnownProblems(places);
  }

  /** As the page carries them. */
  static KnownProblems read(String text) {
    Set<String> places = new LinkedHashSet<>();
    for (String place : text.split(" ", -1)) {
      if (PLACE.matcher(place).matches()) places.add(place);
    }
    return new KnownProblems(places);
  }

  String write() {
    return String.join(" ", places.stream().sorted().toList());
  }

  /** Those that stand where something was told before. */
  List<Problem> among(List<Problem> problems) {
    return problems.stream().filter(problem -> places.contains(place(problem))).toList();
  }

  private static String place(Problem problem) {
    CellPosition cell = problem.cell();
    String place =
        cell == null
            ? problem.code().name()
            : String.join("\n", cell.form(), cell.row(), cell.column());
    return Integer.toHexString(place.hashCode());
  }
}
