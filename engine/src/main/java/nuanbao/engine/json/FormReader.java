package nuanbao.engine.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormNames;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.Rows;
import nuanbao.engine.json.ColumnReader.Asked;
import nuanbao.engine.json.ItemReader.Written;
import nuanbao.engine.problem.Problems;

/** Reads one form file. */
final class FormReader {
  private final Located root;
  private final FormId id;
  private final Types types;
  private final Optional<UnitNames> units;
  private final Optional<MeasureList> measures;
  private final boolean repeats;
  private final Problems problems;

  /**
   * Reads a form.
   *
   * @param units empty when units.json could not be read; then names of units are not looked at
   * @param measures the tasks of the campaign; empty when they could not be read
   * @param repeats whether a duty asks for it round after round
   */
  FormReader(
      Located root,
      FormId id,
      Types types,
      Optional<UnitNames> units,
      Optional<MeasureList> measures,
      boolean repeats,
      Problems problems) {
    this.root = root;
    this.id = id;
    this.types = types.with(root.members("types"));
    this.units = units;
    this.measures = measures;
    this.repeats = repeats;
    this.problems = problems;
  }

  Form read() {
    types.checkCycles(problems);
    ColumnReader coverReader = new ColumnReader(types, units, Asked.ONCE, problems);
    ColumnReader rowReader =
        new ColumnReader(types, units, repeats ? Asked.REPEATEDLY : Asked.ONCE, problems);
    RowsReader rowsReader = new RowsReader(root.get("rows"), types, units, measures, problems);
    List<Column> cover = root.get("cover").map(coverReader::read).orElse(List.of());
    List<Column> columns =
        rowsReader.withOwn(
            root.get("row")
                .map(row -> rowReader.read(row, rowsReader.isFixed()))
                .orElse(List.of()));
    Map<String, Written> written = rowsReader.items(rowReader, columns);
    List<Item> drafts = written.values().stream().map(Written::item).toList();
    FormNames names = new FormNames(columns, cover, drafts);
    Formulas formulas = new Formulas(names, problems);
    List<Column> boundColumns = formulas.bind(columns, rowReader);
    List<Column> boundCover = formulas.bind(cover, coverReader);
    List<Item> items = formulas.bind(written, Column.indicatorsOf(boundColumns), rowReader);
    formulas.checkCycles(Column.indicatorsOf(boundColumns), items);
    Rows rows = rowsReader.read(boundColumns, items, names);
    return new Form(
        id,
        new Form.Heading(
            root.text("title").orElse(id.value()),
            root.text("attachment"),
            root.text("measuredIn")),
        boundCover,
        rows,
        boundColumns,
        new CheckReader(root, names, written, problems)
            .read(boundColumns, List.of(rowReader, coverReader)),
        root.items("notes").stream().map(Located::text).toList(),
        rowsReader.totals());
  }
}
