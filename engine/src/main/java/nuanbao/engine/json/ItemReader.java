package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.Part;
import nuanbao.engine.form.Stub;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Similar;

/** Reads the rows that a form names, and what each of their cells is. */
final class ItemReader {
  private static final int MAX_ITEMS = 2000;
  private static final int MAX_DEPTH = 12;

  private final Types types;
  private final ColumnReader columns;
  private final List<Indicator> indicators;
  private final Problems problems;
  private final Map<String, Written> written = new LinkedHashMap<>();
  private final Map<String, Located> codes = new LinkedHashMap<>();

  /** A row as it was written. */
  record Written(Located place, ColumnSource source, Item item) {}

  ItemReader(Types types, ColumnReader columns, List<Column> row, Problems problems) {
    this.types = types;
    this.columns = columns;
    this.indicators = Column.indicatorsOf(row);
    this.problems = problems;
  }

  /** The rows as they were written, by key, in printing order. */
  Map<String, Written> read(Map<String, Located> rows) {
    rows(rows, Optional.empty(), 0);
    return written;
  }

  private void rows(Map<String, Located> rows, Optional<Written> above, int depth) {
    rows.forEach((key, row) -> row(key, row, above, depth));
  }

  private void row(String key, Located row, Optional<Written> above, int depth) {
    if (written.size() == MAX_ITEMS || depth >= MAX_DEPTH) {
      problems.add(row.problemAtKey(ProblemCode.TOO_MANY_ROWS, MAX_ITEMS, MAX_DEPTH));
      return;
    }
    if (written.containsKey(key)) {
      problems.add(row.problemAtKey(ProblemCode.DUPLICATE_ROW_KEY, key));
      return;
    }
    ColumnSource own = ColumnSource.of(row, types, problems);
    ColumnSource source = above.map(one -> own.below(one.source)).orElse(own);
    Part part =
        switch (row.text("kind").orElse("part")) {
          case "section" -> Part.SECTION;
          case "of-which" -> Part.OF_WHICH;
          case "apart" -> Part.APART;
          default -> Part.PART;
        };
    row.get("code").ifPresent(this::noteCode);
    Item item =
        new Item(
            key,
            row.text("no").orElse(""),
            row.text("title").orElse(key),
            row.text("code"),
            stubs(row, source, part),
            part,
            Optional.empty(),
            above.map(one -> one.item.key()),
            depth,
            part == Part.SECTION ? Map.of() : cells(row, source));
    Written one = new Written(row, source, item);
    written.put(key, one);
    rows(row.members("rows"), Optional.of(one), depth + 1);
  }

  private static Map<Stub.Kind, String> stubs(Located row, ColumnSource source, Part part) {
    Map<Stub.Kind, String> stubs = new EnumMap<>(Stub.Kind.class);
    row.text("code").ifPresent(code -> stubs.put(Stub.Kind.CODE, code));
    if (part != Part.SECTION) {
      source.text("in").ifPresent(unit -> stubs.put(Stub.Kind.IN, unit));
    }
    return stubs;
  }

  private void noteCode(Located code) {
    if (codes.putIfAbsent(code.text(), code) != null) {
      problems.add(code.problem(ProblemCode.DUPLICATE_ROW_CODE, code.text()));
    }
  }

  private Map<ColumnPath, Indicator> cells(Located row, ColumnSource source) {
    List<String> left = new ArrayList<>();
    for (Located name : row.items("notApplicable")) {
      Optional<Indicator> column =
          indicators.stream()
              .filter(
                  one ->
                      one.path().value().equals(name.text())
                          || one.title().equals(name.text())
                          || one.fullTitle().equals(name.text()))
              .findFirst();
      if (column.isPresent()) left.add(column.get().path().value());
      else {
        List<String> titles = indicators.stream().map(Indicator::title).toList();
        String near = Similar.nearest(name.text(), titles).orElse("");
        problems.add(name.problem(ProblemCode.UNKNOWN_COLUMN, name.text(), near));
      }
    }
    Map<ColumnPath, Indicator> cells = new LinkedHashMap<>();
    boolean toldOpen = false;
    for (Indicator column : indicators) {
      if (left.contains(column.path().value())) continue;
      Optional<Indicator> cell = columns.cell(column, source);
      if (cell.isPresent()) {
        cells.put(column.path(), cell.get());
      } else if (!toldOpen && columns.isOpen(column, source)) {
        toldOpen = true;
        problems.add(
            row.problemAtKey(
                ProblemCode.CELL_WITHOUT_TYPE, row.text("title").orElse(""), column.title()));
      }
    }
    return cells;
  }
}
