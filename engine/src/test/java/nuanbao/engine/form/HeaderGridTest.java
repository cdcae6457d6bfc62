package nuanbao.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import nuanbao.engine.form.Column.Leaves;
import nuanbao.engine.form.HeaderGrid.Cell;
import org.junit.jupiter.api.Test;

class HeaderGridTest {
  static Indicator leaf(String path) {
    return Columns.of(path, path, Columns.number(0));
  }

  private static ColumnGroup group(String key, Column... columns) {
    return new ColumnGroup(key, key, Optional.empty(), Optional.empty(), List.of(columns));
  }

  @Test
  void merges_heads_of_unequal_depth() {
    HeaderGrid grid =
        HeaderGrid.of(
            List.of(Stub.name("地域")),
            List.of(group("a", leaf("a.x"), group("b", leaf("a.b.y"), leaf("a.b.z"))), leaf("c")),
            Leaves.TYPED);
    assertThat(grid.columns()).isEqualTo(5);
    assertThat(grid.lines()).isEqualTo(3);
    assertThat(grid.cells())
        .containsExactly(
            new Cell("地域", 0, 0, 1, 3),
            new Cell("a", 1, 0, 3, 1),
            new Cell("c", 4, 0, 1, 3),
            new Cell("x", 1, 1, 1, 2),
            new Cell("b", 2, 1, 2, 1),
            new Cell("y", 2, 2, 1, 1),
            new Cell("z", 3, 2, 1, 1));
  }

  @Test
  void prints_several_values_as_one_column_and_types_them_as_several() {
    ColumnGroup goods =
        new ColumnGroup(
            "g",
            "g",
            Optional.empty(),
            Optional.of(CellTemplate.read("{x}，{y}")),
            List.of(leaf("g.x"), leaf("g.y")));
    assertThat(HeaderGrid.of(List.of(), List.of(goods), Leaves.PRINTED).columns()).isEqualTo(1);
    assertThat(HeaderGrid.of(List.of(), List.of(goods), Leaves.TYPED).columns()).isEqualTo(2);
  }

  @Test
  void keeps_a_group_with_a_single_child() {
    HeaderGrid grid = HeaderGrid.of(List.of(), List.of(group("a", leaf("a.x"))), Leaves.TYPED);
    assertThat(grid.lines()).isEqualTo(2);
    assertThat(grid.columns()).isEqualTo(1);
  }

  @Test
  void refuses_cells_that_overlap_or_leave_a_hole() {
    assertThatThrownBy(() -> new HeaderGrid(1, 1, List.of())).hasMessageContaining("hole");
    assertThatThrownBy(
            () ->
                new HeaderGrid(1, 1, List.of(new Cell("a", 0, 0, 1, 1), new Cell("b", 0, 0, 1, 1))))
        .hasMessageContaining("two head cells");
  }
}
