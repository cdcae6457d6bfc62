package nuanbao.engine.report;

import java.util.List;
import java.util.Optional;
import nuanbao.engine.form.HeaderGrid;

/**
 * One printed table, beginning on a page of its own.
 *
 * @param attachment printed at the top left (附件), if any
 * @param title printed in the middle
 * @param cover lines above the table, as printed: a label and its value, blank values to be written
 *     by hand
 * @param measuredIn the unit of measure of the whole table, printed at the top right, if any
 * @param header repeated on every page
 * @param columns one for each leaf of the header
 * @param rows top to bottom
 * @param notes printed below, each a paragraph
 */
public record Table(
    Optional<String> attachment,
    String title,
    List<Labelled> cover,
    Optional<String> measuredIn,
    HeaderGrid header,
    List<TableColumn> columns,
    List<TableRow> rows,
    List<String> notes) {

  public Table {
    cover = List.copyOf(cover);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
    if (header.columns() != columns.size()) {
      throw new IllegalArgumentException(
          "%s head columns over %s columns".formatted(header.columns(), columns.size()));
    }
    for (TableRow row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "%s cells in a table of %s columns: %s"
                .formatted(row.cells().size(), columns.size(), row));
      }
    }
  }

  /** A label and what stands behind it; an empty value is a place to write on. */
  public record Labelled(String label, String value) {}
}
