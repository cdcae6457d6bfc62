package nuanbao.engine.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Columns under one merged head.
 *
 * @param code in the code row, where it prints as one cell
 * @param print how its values stand in one printed cell, if they do
 */
public record ColumnGroup(
    String key,
    String title,
    Optional<String> code,
    Optional<CellTemplate> print,
    List<Column> columns)
    implements Column {

  public ColumnGroup {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) throw new IllegalArgumentException("an empty group: " + key);
  }

  @Override
  public Stream<Indicator> indicators() {
    return columns.stream().flatMap(Column::indicators);
  }

  @Override
  public int depth(Leaves leaves) {
    if (isLeaf(leaves)) return 1;
    return 1 + columns.stream().mapToInt(column -> column.depth(leaves)).max().orElseThrow();
  }

  @Override
  public Stream<Column> leaves(Leaves leaves) {
    return isLeaf(leaves)
        ? Stream.of(this)
        : columns.stream().flatMap(column -> column.leaves(leaves));
  }

  private boolean isLeaf(Leaves leaves) {
    return leaves == Leaves.PRINTED && print.isPresent();
  }
}
