package nuanbao.engine.form;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nuanbao.engine.form.CellReference.Place;
import nuanbao.engine.formula.Names;
import nuanbao.engine.formula.ValueKind;
import nuanbao.engine.problem.Similar;

/**
 * The names that formulas of a form may use: keys or titles of its columns, as much of the path as
 * is unambiguous, and fields of the cover after 表头. A title matches with or without the unit of
 * measure in brackets behind it, in full or half width.
 */
public final class ColumnNames implements Names {
  private static final List<String> COVER = List.of("表头", "cover");

  private final List<Named> columns;
  private final List<Named> cover;

  /** A column as formulas see it, before its own formula is read. */
  public record Named(
      ColumnPath path, List<String> titles, ValueKind kind, Optional<String> measuredIn) {
    private CellReference reference(Place place) {
      return new CellReference(place, path, String.join(".", titles), kind, measuredIn);
    }
  }

  public ColumnNames(List<Named> columns, List<Named> cover) {
    this.columns = List.copyOf(columns);
    this.cover = List.copyOf(cover);
  }

  @Override
  public Resolution resolve(List<Step> path) {
    List<String> names = path.stream().map(Step::name).toList();
    if (path.size() > 1 && !path.get(0).isQuoted() && COVER.contains(names.get(0))) {
      return resolve(names.subList(1, names.size()), cover, Place.COVER);
    }
    return resolve(names, columns, Place.ROW);
  }

  private static Resolution resolve(List<String> path, List<Named> among, Place place) {
    List<Named> whole = among.stream().filter(named -> matches(path, named, true)).toList();
    List<Named> found =
        whole.isEmpty()
            ? among.stream().filter(named -> matches(path, named, false)).toList()
            : whole;
    if (found.size() == 1) return new Found(found.get(0).reference(place));
    if (found.isEmpty()) return new Unknown(suggestion(path, among));
    return new Ambiguous(found.stream().map(named -> String.join(".", named.titles)).toList());
  }

  /** Steps match from the innermost outward; without {@code whole}, groups may be left out. */
  private static boolean matches(List<String> path, Named named, boolean whole) {
    List<String> keys = named.path.keys();
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
    return name.equals(normal(key))
        || name.equals(normal(title))
        || name.equals(withoutBrackets(normal(title)));
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
                        named.titles.get(named.titles.size() - 1),
                        String.join(".", named.titles),
                        named.path.value()));
    Optional<String> near = Similar.nearest(String.join(".", path), known.toList());
    return near.orElse("");
  }
}
