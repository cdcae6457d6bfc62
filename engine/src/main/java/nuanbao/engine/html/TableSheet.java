package nuanbao.engine.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.FormView;
import nuanbao.engine.form.HeaderGrid;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Rows under a merged head.
 *
 * @param stubs how many columns name a row
 * @param columns how many columns hold values
 * @param groups how many columns stand under each head of the first line
 * @param head the lines of the head, top to bottom
 */
public record TableSheet(
    String id, int stubs, int columns, List<Integer> groups, List<List<Head>> head, List<Line> rows)
    implements FormPage.Sheet {
  /** With so many lines of head, a cell has to name its heads: scope alone reaches two lines. */
  private static final int LINES_TO_NAME = 3;

  private static final int SHORT_TEXT = 20;
  private static final int MIDDLE_TEXT = 200;
  private static final int DEEPEST = 5;

  /**
   * A cell of the head.
   *
   * @param measuredIn unit of measure; empty for none
   * @param remark that it may be left blank, or that nobody types it; empty for neither
   * @param style how wide its column is; null where its columns say it
   */
  public record Head(
      String id, HeaderGrid.Cell cell, String measuredIn, String remark, @Nullable String style) {
    public String scope() {
      return cell.columnSpan() > 1 ? "colgroup" : "col";
    }
  }

  /**
   * A row.
   *
   * @param entries none where the engine adds the row up
   * @param sign of the worst that is said of the row as a whole; empty for nothing
   * @param problems all that is said of the row and its cells
   */
  public record Line(
      String id,
      String title,
      String style,
      List<Entry> entries,
      String sign,
      List<Told> problems) {
    public Line {
      entries = List.copyOf(entries);
      problems = List.copyOf(problems);
    }

    public boolean isTotal() {
      return entries.isEmpty();
    }
  }

  public TableSheet {
    groups = List.copyOf(groups);
    head = head.stream().map(List::copyOf).toList();
    rows = List.copyOf(rows);
  }

  @Override
  public Stream<Entry> entries() {
    return rows.stream().flatMap(row -> row.entries().stream());
  }

  static TableSheet of(String id, FormView view) {
    HeaderGrid grid = view.header();
    List<Indicator> indicators =
        view.rows().stream()
            .filter(row -> row.row().isTyped())
            .findFirst()
            .map(row -> row.fields().stream().map(FormView.Field::indicator).toList())
            .orElse(List.of());
    // With no typed row nothing says how many columns name the rows; then it is the first.
    int stubs = indicators.isEmpty() ? 1 : grid.columns() - indicators.size();
    List<Line> rows = new ArrayList<>();
    for (FormView.Row row : view.rows()) {
      rows.add(line(id + "-r" + (rows.size() + 1), row, view, id, stubs));
    }
    return new TableSheet(
        id,
        stubs,
        grid.columns() - stubs,
        grid.cells().stream()
            .filter(cell -> cell.line() == 0)
            .map(HeaderGrid.Cell::columnSpan)
            .toList(),
        IntStream.range(0, grid.lines())
            .mapToObj(line -> heads(line, grid, id, stubs, indicators))
            .toList(),
        rows);
  }

  private static List<Head> heads(
      int line, HeaderGrid grid, String id, int stubs, List<Indicator> indicators) {
    List<Head> heads = new ArrayList<>();
    for (HeaderGrid.Cell cell : grid.cells()) {
      if (cell.line() != line) continue;
      int index = cell.column() - stubs;
      boolean isLeaf = cell.line() + cell.lineSpan() == grid.lines();
      Optional<Indicator> indicator =
          isLeaf && index >= 0 && index < indicators.size()
              ? Optional.of(indicators.get(index))
              : Optional.empty();
      heads.add(
          new Head(
              headId(id, cell),
              cell,
              indicator.map(Entry::measuredIn).orElse(""),
              indicator.map(Entry::remark).orElse(""),
              index < 0 ? "nb-stub" : indicator.map(TableSheet::width).orElse(null)));
    }
    return heads;
  }

  private static Line line(String id, FormView.Row row, FormView view, String page, int stubs) {
    String title = row.row().title();
    List<Told> problems = new ArrayList<>();
    for (Problem problem : view.problems()) {
      if (!Told.isAbout(problem, row, view.form())) continue;
      problems.add(Told.beside(problem, id + "-p" + (problems.size() + 1), title + "："));
    }
    String sign =
        problems.stream().min(Comparator.comparing(Told::severity)).map(Told::sign).orElse("");
    List<Entry> entries = new ArrayList<>();
    for (FormView.Field field : row.fields()) {
      String headers = headers(id, view.header(), page, stubs + entries.size());
      Entry entry = new Entry(id + "c" + (entries.size() + 1), field, headers);
      entries.add(entry);
      problems.addAll(entry.besideRow(title));
    }
    String depth = "nb-depth-" + Math.min(DEEPEST, row.row().depth());
    return new Line(id, title, depth, entries, sign, problems);
  }

  /** The heads of a cell, its row's first; null where the table says it by itself. */
  private static @Nullable String headers(String row, HeaderGrid grid, String page, int column) {
    if (grid.lines() < LINES_TO_NAME) return null;
    StringBuilder headers = new StringBuilder(row);
    for (HeaderGrid.Cell cell : grid.cells()) {
      if (cell.column() <= column && column < cell.column() + cell.columnSpan()) {
        headers.append(' ').append(headId(page, cell));
      }
    }
    return headers.toString();
  }

  private static String headId(String page, HeaderGrid.Cell cell) {
    return page + "-h" + (cell.line() + 1) + "-" + (cell.column() + 1);
  }

  private static String width(Indicator indicator) {
    if (!(indicator.type() instanceof FieldType.Words words)) return "nb-number";
    if (words.maxLength() <= SHORT_TEXT) return "nb-short";
    return words.maxLength() <= MIDDLE_TEXT ? "nb-middle" : "nb-long";
  }
}
