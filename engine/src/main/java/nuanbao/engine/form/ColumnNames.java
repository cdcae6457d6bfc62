package nuanbao.engine.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nuanbao.engine.form.CellReference.Place;
import nuanbao.engine.formula.Names.Ambiguous;
import nuanbao.engine.formula.Names.Found;
import nuanbao.engine.formula.Names.Resolution;
import nuanbao.engine.formula.Names.Step;
import nuanbao.engine.formula.Names.Unknown;
import nuanbao.engine.problem.Similar;

/**
 * Finds a column by key or title, as much of the path as is unambiguous. A title matches with or
 * without the unit of measure in brackets behind it, a leading 其中：, in full or half width.
 */
final class ColumnNames {
  private static final String OF_WHICH = "其中:";

  private final List<Named> columns;
  private final Place place;

  private record Named(Indicator column, List<String> keys, List<String> titles) {}

  ColumnNames(List<Indicator> columns, Place place) {
    this.columns = columns.stream().flatMap(ColumnNames::named).toList();
    this.place = place;
  }

  /** The total of a group also goes by the name of the group. */
  private static Stream<Named> named(Indicator column) {
    List<String> keys = column.path().keys();
    List<String> titles = column.titles().stream().map(ColumnNames::normal).toList();
    Named own = new Named(column, keys, titles);
    int outer = keys.size() - 1;
    return column.part() == Part.WHOLE && outer > 0
        ? Stream.of(own, new Named(column, keys.subList(0, outer), titles.subList(0, outer)))
        : Stream.of(own);
  }

  static CellReference reference(Indicator column, Place place) {
    return CellReference.of(place, column);
  }

  Resolution resolve(List<Step> path) {
    List<String> names = new ArrayList<>();
    for (Step step : path) {
      if (step.index().isPresent()) return new Unknown("");
      names.add(step.name());
    }
    return resolve(names, columns, place);
  }

  private static Resolution resolve(List<String> path, List<Named> among, Place place) {
    List<Named> whole = among.stream().filter(named -> matches(path, named, true)).toList();
    List<Named> found =
        whole.isEmpty()
            ? among.stream().filter(named -> matches(path, named, false)).toList()
            : whole;
    if (found.size() == 1) return new Found(reference(found.get(0).column, place));
    if (found.isEmpty()) return new Unknown(suggestion(path, among));
    return new Ambiguous(found.stream().map(named -> named.column.fullTitle()).toList());
  }

  /** Steps match from the innermost outward; without {@code whole}, groups may be left out. */
  private static boolean matches(List<String> path, Named named, boolean whole) {
    List<String> keys = named.keys;
    if (whole && keys.size() != path.size()) return false;
    int level = keys.size() - 1;
    int step = path.size() - 1;
    if (!isName(path.get(step), keys.get(level), named.titles.get(level))) return false;
    while (--step >= 0) {
      level--;
      while (level >= 0 && !isName(path.get(step), keys.get(level), named.titles.get(level))) {
        level--;
      }
      if (level < 0) return false;
    }
    return true;
  }

  private static boolean isName(String written, String key, String title) {
    String name = normal(written);
    String bare = title.startsWith(OF_WHICH) ? title.substring(OF_WHICH.length()) : title;
    return name.equals(key)
        || name.equals(title)
        || name.equals(withoutBrackets(title))
        || name.equals(bare)
        || name.equals(withoutBrackets(bare));
  }

  private static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
  }

  private static String withoutBrackets(String title) {
    int bracket = title.indexOf('(');
    return title.endsWith(")") && bracket > 0 ? title.substring(0, bracket) : title;
  }

  private static String suggestion(List<String> path, List<Named> among) {
    Stream<String> known =
        among.stream()
            .flatMap(
                named ->
                    Stream.of(
                        named.column.title(),
                        named.column.fullTitle(),
                        named.column.path().value()));
    Optional<String> near = Similar.nearest(String.join(".", path), known.toList());
    return near.orElse("");
  }
}
