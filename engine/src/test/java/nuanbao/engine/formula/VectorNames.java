package nuanbao.engine.formula;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nuanbao.engine.problem.Similar;

/**
 * Names as a file of vectors declares them: {@code "甲": "number"}, {@code "金额": { "kind": "number",
 * "in": "万元", "min": 0, "max": 100 }}, {@code "各行": { "rows": { … } }}.
 */
final class VectorNames implements Names {

  /**
   * What an address stands for in vectors.
   *
   * @param list of which rows it is a column; empty for a cell of its own
   * @param isInRow named behind 当, so read from the row at hand
   * @param range the cells of a range
   */
  record Ref(
      String title,
      ValueKind kind,
      boolean isMany,
      Optional<String> measuredIn,
      Optional<Bounds> bounds,
      String list,
      String column,
      boolean isInRow,
      List<String> range)
      implements Reference {}

  private final Map<String, Ref> all = new LinkedHashMap<>();

  VectorNames(JsonNode declared) {
    declared
        .properties()
        .forEach(
            one -> {
              JsonNode rows = one.getValue().path("rows");
              if (rows.isMissingNode()) {
                all.put(one.getKey(), ref(one.getKey(), one.getValue(), "", one.getKey(), false));
                return;
              }
              String list = one.getKey();
              all.put(
                  list,
                  new Ref(
                      list,
                      ValueKind.ROWS,
                      true,
                      Optional.empty(),
                      Optional.empty(),
                      list,
                      "",
                      false,
                      List.of()));
              rows.properties()
                  .forEach(
                      column -> {
                        String name = list + "." + column.getKey();
                        all.put(name, ref(name, column.getValue(), list, column.getKey(), false));
                      });
            });
  }

  private VectorNames(Map<String, Ref> all) {
    this.all.putAll(all);
  }

  private static Ref ref(String title, JsonNode said, String list, String column, boolean isInRow) {
    String kind = said.isTextual() ? said.asText() : said.path("kind").asText();
    return new Ref(
        title,
        ValueKind.valueOf(kind.toUpperCase(Locale.ROOT)),
        !list.isEmpty(),
        Optional.ofNullable(said.get("in")).map(JsonNode::asText),
        bounds(said),
        list,
        column,
        isInRow,
        List.of());
  }

  private static Optional<Bounds> bounds(JsonNode said) {
    Optional<BigDecimal> min = Optional.ofNullable(said.get("min")).map(JsonNode::decimalValue);
    Optional<BigDecimal> max = Optional.ofNullable(said.get("max")).map(JsonNode::decimalValue);
    return min.isEmpty() && max.isEmpty() ? Optional.empty() : Optional.of(new Bounds(min, max));
  }

  @Override
  public Resolution resolve(List<Step> path) {
    String written = String.join(".", path.stream().map(VectorNames::plain).toList());
    Ref found = all.get(written);
    if (found != null) return new Found(found);
    List<String> inner =
        all.keySet().stream().filter(name -> name.endsWith("." + written)).toList();
    if (inner.size() == 1) return new Found(Objects.requireNonNull(all.get(inner.get(0))));
    if (inner.size() > 1) return new Ambiguous(inner);
    return new Unknown(Similar.nearest(written, all.keySet()).orElse(""));
  }

  private static String plain(Step step) {
    return step.index().map(index -> step.name() + "[" + index + "]").orElse(step.name());
  }

  @Override
  public Resolution resolveRange(Reference first, Reference last) {
    List<String> cells =
        all.values().stream().filter(one -> !one.isMany()).map(Ref::title).toList();
    int from = cells.indexOf(first.title());
    int to = cells.indexOf(last.title());
    if (from < 0 || to < from) return new Unknown("");
    return new Found(
        new Ref(
            first.title() + ".." + last.title(),
            first.kind(),
            true,
            first.measuredIn(),
            first.bounds(),
            "",
            "",
            false,
            List.copyOf(cells.subList(from, to + 1))));
  }

  @Override
  public Names beside(Reference many) {
    Ref ref = (Ref) many;
    Map<String, Ref> inside = new LinkedHashMap<>(all);
    for (Ref one : new ArrayList<>(all.values())) {
      if (one.list().isEmpty() || !one.list().equals(ref.list()) || one.column().isEmpty())
        continue;
      inside.put(
          one.column(),
          new Ref(
              one.column(),
              one.kind(),
              false,
              one.measuredIn(),
              one.bounds(),
              one.list(),
              one.column(),
              true,
              List.of()));
    }
    return new VectorNames(inside);
  }
}
