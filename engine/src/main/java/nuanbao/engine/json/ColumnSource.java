package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Similar;

/**
 * What a definition says of a column: its own words first, then those of the type it refers to,
 * then those of the type that one refers to.
 */
final class ColumnSource {
  /** What a row does not take from the row above it. */
  private static final Set<String> OWN =
      Set.of("formula", "kind", "code", "title", "optional", "mayNotApply");

  private final List<Located> layers;
  private final Optional<ColumnSource> above;
  private final Types types;
  private final Problems problems;

  private ColumnSource(
      List<Located> layers, Optional<ColumnSource> above, Types types, Problems problems) {
    this.layers = layers;
    this.above = above;
    this.types = types;
    this.problems = problems;
  }

  static ColumnSource of(Located column, Types types, Problems problems) {
    return of(List.of(column), types, problems);
  }

  private static ColumnSource of(List<Located> own, Types types, Problems problems) {
    List<Located> layers = new ArrayList<>();
    for (Located one : own) follow(one, types, problems, layers);
    return new ColumnSource(layers, Optional.empty(), types, problems);
  }

  private static void follow(Located column, Types types, Problems problems, List<Located> layers) {
    Set<String> seen = new HashSet<>();
    Optional<Located> next = Optional.of(column);
    while (next.isPresent()) {
      layers.add(next.get());
      Optional<Located> reference = next.get().get("$ref");
      if (reference.isEmpty()) return;
      String name = reference.get().text();
      next = types.find(name);
      if (next.isEmpty()) {
        if (!types.mayHold(name)) {
          String near = Similar.nearest(name, types.names()).orElse("");
          problems.add(reference.get().problem(ProblemCode.UNKNOWN_TYPE, name, near));
        }
        return;
      }
      if (!seen.add(name)) return; // a cycle, told where the types are read
    }
  }

  /** What is said of a cell: by its column, and what that leaves open by its row. */
  ColumnSource orElse(ColumnSource row) {
    List<Located> both = new ArrayList<>(layers);
    both.addAll(row.layers);
    return new ColumnSource(both, row.above, types, problems);
  }

  /** The same row, below another: what it leaves open of its type, that one says. */
  ColumnSource below(ColumnSource row) {
    return new ColumnSource(layers, Optional.of(row), types, problems);
  }

  /** What one of several is like. */
  Optional<ColumnSource> items() {
    return find("items").map(item -> of(item, types, problems));
  }

  /** Whether it refers to a type that could not be found: then it is not told a second time. */
  boolean isIncomplete() {
    Located last = layers.get(layers.size() - 1);
    return last.has("$ref") || layers.stream().anyMatch(ColumnSource::isUnsound);
  }

  private static boolean isUnsound(Located layer) {
    return (layer.has("type") && layer.get("type").isEmpty())
        || (layer.has("$ref") && layer.get("$ref").isEmpty());
  }

  /** Where the column itself stands. */
  Located place() {
    return layers.get(0);
  }

  Optional<Located> find(String key) {
    for (Located layer : layers) {
      Optional<Located> said = layer.get(key);
      if (said.isPresent()) return said;
    }
    return OWN.contains(key) ? Optional.empty() : above.flatMap(row -> row.find(key));
  }

  Optional<String> text(String key) {
    return find(key).filter(value -> value.node().isTextual()).map(Located::text);
  }

  /** Whether one of these keys is written. */
  boolean has(String... keys) {
    return Stream.of(keys).anyMatch(key -> find(key).isPresent());
  }

  boolean isGroup() {
    return layers.stream().anyMatch(layer -> layer.has("properties"));
  }

  /**
   * The columns below it: those of its type first; what both name is one column. A layer may leave
   * columns of its type out ({@code without}).
   */
  Map<String, ColumnSource> children() {
    Map<String, List<Located>> byKey = new LinkedHashMap<>();
    for (int i = layers.size() - 1; i >= 0; i--) {
      for (Located key : layers.get(i).items("without")) {
        if (byKey.remove(key.text()) == null) {
          String near = Similar.nearest(key.text(), byKey.keySet()).orElse("");
          problems.add(key.problem(ProblemCode.UNKNOWN_COLUMN, key.text(), near));
        }
      }
      layers
          .get(i)
          .members("properties")
          .forEach(
              (key, column) -> byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(0, column));
    }
    Map<String, ColumnSource> children = new LinkedHashMap<>();
    byKey.forEach((key, own) -> children.put(key, of(own, types, problems)));
    return children;
  }
}
