package nuanbao.engine.report;

import java.util.List;

/**
 * One row of a printed table.
 *
 * @param role a total, a sub-total or a row of its own; totals are printed bold
 * @param depth how far below the topmost row, from 0; the stub is indented by it
 * @param cells one for each column, the stub among them
 */
public record TableRow(Role role, int depth, List<Cell> cells) {

  /** What a row stands for. */
  public enum Role {
    TOTAL,
    SUBTOTAL,
    DETAIL,
    /** A heading without figures. */
    SECTION
  }

  public TableRow {
    cells = List.copyOf(cells);
  }
}
