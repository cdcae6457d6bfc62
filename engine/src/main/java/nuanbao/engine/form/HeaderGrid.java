package nuanbao.engine.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nuanbao.engine.form.Column.Leaves;

/**
 * The merged head of a table, laid out on a grid: every leaf has one column, every level one line;
 * below them stands the code row, if there are codes.
 *
 * @param columns how many leaf columns
 * @param lines how many header lines, at least 1
 * @param cells left to right, top to bottom; together they cover the grid exactly once
 * @param hasCodes whether the last line is the code row
 */
public record HeaderGrid(int columns, int lines, List<Cell> cells, boolean hasCodes) {

  /** A head without a code row. */
  public HeaderGrid(int columns, int lines, List<Cell> cells) {
    this(columns, lines, cells, false);
  }

  /**
   * Lays out the head of a table.
   *
   * @param stubs the columns that name the rows, left of all others
   */
  public static HeaderGrid of(List<Stub> stubs, List<? extends Column> columns, Leaves leaves) {
    int lines = columns.stream().mapToInt(column -> column.depth(leaves)).max().orElse(1);
    List<Cell> cells = new ArrayList<>();
    for (Stub stub : stubs) cells.add(new Cell(stub.title(), cells.size(), 0, 1, lines));
    int next = stubs.size();
    for (Column column : columns) next = place(column, next, 0, lines, leaves, cells);
    List<Optional<String>> codes = new ArrayList<>();
    stubs.forEach(stub -> codes.add(stub.code()));
    Column.leavesOf(columns, leaves).forEach(leaf -> codes.add(leaf.code()));
    boolean hasCodes = codes.stream().anyMatch(Optional::isPresent);
    if (hasCodes) {
      for (int i = 0; i < codes.size(); i++)
        cells.add(new Cell(codes.get(i).orElse(""), i, lines, 1, 1));
      lines++;
    }
    cells.sort(Comparator.comparingInt(Cell::line).thenComparingInt(Cell::column));
    return new HeaderGrid(next, lines, cells, hasCodes);
  }

  /** The same head with other texts. */
  public HeaderGrid map(UnaryOperator<String> texts) {
    List<Cell> mapped = new ArrayList<>();
    for (Cell cell : cells) {
      mapped.add(
          new Cell(texts.apply(cell.text), cell.column, cell.line, cell.columnSpan, cell.lineSpan));
    }
    return new HeaderGrid(columns, lines, mapped, hasCodes);
  }

  /** The head of the columns from one on, without those left of it. */
  public HeaderGrid from(int first) {
    List<Cell> moved = new ArrayList<>();
    for (Cell cell : cells) {
      if (cell.column < first) continue;
      moved.add(
          new Cell(cell.text, cell.column - first, cell.line, cell.columnSpan, cell.lineSpan));
    }
    return new HeaderGrid(columns - first, lines, moved, hasCodes);
  }

  /** How many lines of titles there are: all but the code row. */
  public int titleLines() {
    return hasCodes ? lines - 1 : lines;
  }

  /** Places a column and what is below it; returns the first grid column right of it. */
  private static int place(
      Column column, int from, int line, int lines, Leaves leaves, List<Cell> cells) {
    if (column.depth(leaves) == 1) {
      cells.add(new Cell(column.title(), from, line, 1, lines - line));
      return from + 1;
    }
    int next = from;
    for (Column child : ((ColumnGroup) column).columns()) {
      next = place(child, next, line + 1, lines, leaves, cells);
    }
    cells.add(new Cell(column.title(), from, line, next - from, 1));
    return next;
  }

  /** A head cell: its upper left corner, counted from 0, and how far it reaches. */
  public record Cell(String text, int column, int line, int columnSpan, int lineSpan) {}

  public HeaderGrid {
    cells = List.copyOf(cells);
    boolean[][] covered = new boolean[lines][columns];
    for (Cell cell : cells) {
      for (int line = cell.line; line < cell.line + cell.lineSpan; line++) {
        for (int column = cell.column; column < cell.column + cell.columnSpan; column++) {
          if (covered[line][column]) {
            throw new IllegalArgumentException(
                "two head cells at line %s, column %s: %s".formatted(line, column, cells));
          }
          covered[line][column] = true;
        }
      }
    }
    for (boolean[] line : covered) {
      for (boolean cell : line) {
        if (!cell) throw new IllegalArgumentException("head cells leave a hole: " + cells);
      }
    }
  }
}
