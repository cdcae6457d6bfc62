package nuanbao.engine.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormNames;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.NamesBeyond;
import nuanbao.engine.form.Rows;
import nuanbao.engine.json.ColumnReader.Asked;
import nuanbao.engine.json.ItemReader.Written;
import nuanbao.engine.problem.Problems;

/**
 * Reads one form file: what the form has at once, its formulas when those of all forms are known,
 * because they may name one another.
 */
final class FormReader {
  private final Located root;
  private final FormId id;
  private final Problems problems;
  private final ColumnReader coverReader;
  private final ColumnReader rowReader;
  private final RowsReader rowsReader;
  private final List<Column> cover;
  private final List<Column> columns;
  private final Map<String, Written> items;

  /**
   * Reads what a form has.
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
    this.problems = problems;
    Types known = types.with(root.members("types"));
    known.checkCycles(problems);
    this.coverReader = new ColumnReader(known, units, Asked.ONCE, problems);
    this.rowReader =
        new ColumnReader(known, units, repeats ? Asked.REPEATEDLY : Asked.ONCE, problems);
    this.rowsReader = new RowsReader(root.get("rows"), known, units, measures, problems);
    this.cover = root.get("cover").map(coverReader::read).orElse(List.of());
    this.columns =
        rowsReader.withOwn(
            root.get("row")
                .map(row -> rowReader.read(row, rowsReader.mayBeOpen()))
                .orElse(List.of()));
    this.items = rowsReader.items(rowReader, columns);
  }

  /** What formulas may name of it. */
  NamesBeyond.Named named() {
    List<Item> drafts = items.values().stream().map(Written::item).toList();
    return new NamesBeyond.Named(id, title(), new FormNames(columns, cover, drafts));
  }

  private String title() {
    return root.text("title").orElse(id.value());
  }

  /**
   * The form with its formulas.
   *
   * @param beyond what they may name of other forms and of units
   * @param computed takes in its computed cells
   */
  Form read(NamesBeyond beyond, ComputedCells computed) {
    FormNames names = named().names().among(beyond);
    Formulas formulas = new Formulas(names, problems);
    List<Column> boundColumns = formulas.bind(columns, rowReader);
    List<Column> boundCover = formulas.bind(cover, coverReader);
    List<Indicator> indicators = Column.indicatorsOf(boundColumns);
    List<Item> boundItems = formulas.bind(items, indicators, rowReader);
    formulas.addTo(computed, id, indicators, boundItems);
    Rows rows = rowsReader.read(boundColumns, boundItems, names);
    Form form = form(names, boundCover, rows, boundColumns);
    Map<String, Located> written = new LinkedHashMap<>();
    items.forEach((key, item) -> written.put(key, item.place()));
    new FormCheck(root, form, rowReader, written, problems).run();
    return form;
  }

  private Form form(
      FormNames names, List<Column> boundCover, Rows rows, List<Column> boundColumns) {
    return new Form(
        id,
        new Form.Heading(title(), root.text("attachment"), root.text("measuredIn")),
        boundCover,
        rows,
        boundColumns,
        new CheckReader(root, names, items, problems)
            .read(boundColumns, List.of(rowReader, coverReader)),
        root.items("notes").stream().map(Located::text).toList(),
        rowsReader.totals());
  }
}
