package nuanbao.engine.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nuanbao.engine.form.CellState;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.FormView;
import nuanbao.engine.form.HeaderGrid;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Stub;
import nuanbao.engine.html.FormPage.Use;
import nuanbao.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Rows under a merged head.
 *
 * @param width how many columns there are in all
 * @param groups how many columns stand under each head of the first line
 * @param head the lines of the head, top to bottom
 * @param bodies rows, those below one heading together
 */
public record TableSheet(
    String id, int width, List<Integer> groups, List<List<Head>> head, List<Body> bodies)
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
   * @param isCode whether it is a code, which heads nothing
   */
  public record Head(
      String id,
      HeaderGrid.Cell cell,
      String measuredIn,
      String remark,
      @Nullable String style,
      boolean isCode) {
    public String scope() {
      return cell.columnSpan() > 1 ? "colgroup" : "col";
    }
  }

  /** Rows that stand together. */
  public record Body(List<Line> lines) {
    public Body {
      lines = List.copyOf(lines);
    }
  }

  /** Where the figures of a row come from. */
  public enum Kind {
    TYPED,
    TOTAL,
    SECTION
  }

  /**
   * A cell at the left.
   *
   * @param isName whether it names the row
   * @param measuredIn unit of measure of the whole row; empty for none
   */
  public record Side(String text, boolean isName, @Nullable String style, String measuredIn) {}

  /**
   * A row.
   *
   * @param title what it is called
   * @param sides cells at the left
   * @param entries none where nothing is typed
   * @param isMeasured whether its cells say their unit of measure
   * @param sign of the worst that is said of the row as a whole; empty for nothing
   * @param problems all that is said of the row and its cells
   * @param tools of an entry
   */
  public record Line(
      String id,
      Kind kind,
      String title,
      List<Side> sides,
      List<Entry> entries,
      boolean isMeasured,
      String sign,
      List<Told> problems,
      Optional<Tools> tools) {
    public Line {
      sides = List.copyOf(sides);
      entries = List.copyOf(entries);
      problems = List.copyOf(problems);
    }
  }

  public TableSheet {
    groups = List.copyOf(groups);
    head = head.stream().map(List::copyOf).toList();
    bodies = List.copyOf(bodies);
  }

  @Override
  public Stream<Entry> entries() {
    return bodies.stream()
        .flatMap(body -> body.lines().stream())
        .flatMap(row -> row.entries().stream());
  }

  static TableSheet of(String id, FormView view, Use use) {
    return new Maker(id, view, use).make();
  }

  /** Puts a table together. */
  private static final class Maker {
    private final String id;
    private final FormView view;
    private final Use use;
    private final boolean isList;
    private final boolean hasHolders;
    private final boolean hasButtons;
    private final HeaderGrid grid;
    private final int sides;

    /** What is typed, by column; a row that is added up or a heading has nothing there. */
    private final List<List<Indicator>> columns;

    private final List<String> units;

    /** What is to be said of whole columns. */
    private final List<String> remarks;

    Maker(String id, FormView view, Use use) {
      this.id = id;
      this.view = view;
      this.use = use;
      this.isList = view.entries().isPresent();
      this.hasHolders = view.entries().filter(list -> list.holders().size() > 1).isPresent();
      this.hasButtons = isList && use.hasButtons();
      this.sides = isList ? hasHolders ? 2 : 1 : view.stubs().size();
      this.grid = isList ? ofEntries() : view.header();
      this.columns = columns();
      this.units = columns.stream().map(cells -> common(cells, Entry::measuredIn)).toList();
      this.remarks = remarks();
    }

    /** The reporter's own head: which entry it is, of which unit, and what can be done with it. */
    private HeaderGrid ofEntries() {
      HeaderGrid values = view.header().from(view.stubs().size());
      List<HeaderGrid.Cell> cells = new ArrayList<>();
      cells.add(new HeaderGrid.Cell("条目", 0, 0, 1, values.lines()));
      if (hasHolders) cells.add(new HeaderGrid.Cell("单位", 1, 0, 1, values.lines()));
      for (HeaderGrid.Cell cell : values.cells()) {
        int column = cell.column() + sides;
        cells.add(
            new HeaderGrid.Cell(
                cell.text(), column, cell.line(), cell.columnSpan(), cell.lineSpan()));
      }
      int all = sides + values.columns();
      if (hasButtons) cells.add(new HeaderGrid.Cell("操作", all, 0, 1, values.lines()));
      cells.sort(
          Comparator.comparingInt(HeaderGrid.Cell::line).thenComparingInt(HeaderGrid.Cell::column));
      return new HeaderGrid(hasButtons ? all + 1 : all, values.lines(), cells, values.hasCodes());
    }

    private List<List<Indicator>> columns() {
      List<FormView.Row> rows = new ArrayList<>(view.rows());
      view.entries().map(FormView.EntryList::blank).ifPresent(rows::add);
      List<List<Indicator>> all = new ArrayList<>();
      for (FormView.Row row : rows) {
        for (int i = 0; i < row.fields().size(); i++) {
          if (all.size() == i) all.add(new ArrayList<>());
          all.get(i).add(row.fields().get(i).indicator());
        }
      }
      return all;
    }

    /** What all say alike; empty where they differ. */
    private static String common(List<Indicator> cells, Function<Indicator, String> said) {
      Set<String> all = cells.stream().map(said).collect(Collectors.toCollection(TreeSet::new));
      return all.size() == 1 ? all.iterator().next() : "";
    }

    TableSheet make() {
      List<Body> bodies = new ArrayList<>();
      List<Line> lines = new ArrayList<>();
      int number = 0;
      for (FormView.Row row : FormPage.rows(view, use)) {
        number++;
        if (row.row().kind() == FormRow.Kind.SECTION && !lines.isEmpty()) {
          bodies.add(new Body(lines));
          lines.clear();
        }
        String key = isList ? "x" + FormPage.idOf(row.row().key().item()) : "r" + number;
        lines.add(line(id + "-" + key, row));
      }
      bodies.add(new Body(lines));
      return new TableSheet(
          id,
          grid.columns(),
          grid.cells().stream()
              .filter(cell -> cell.line() == 0)
              .map(HeaderGrid.Cell::columnSpan)
              .toList(),
          IntStream.range(0, grid.lines()).mapToObj(line -> heads(line)).toList(),
          bodies);
    }

    private List<String> remarks() {
      List<String> said = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        int column = i;
        Set<String> all =
            Stream.concat(
                    view.rows().stream(), view.entries().map(FormView.EntryList::blank).stream())
                .filter(row -> row.fields().size() > column)
                .map(row -> Entry.inTable(id, "", row.fields().get(column), null, true))
                .filter(entry -> entry.isTyped() || !entry.remark().isEmpty())
                .map(Entry::remark)
                .collect(Collectors.toSet());
        said.add(all.size() == 1 ? all.iterator().next() : "");
      }
      return said;
    }

    private List<Head> heads(int line) {
      List<Head> heads = new ArrayList<>();
      for (HeaderGrid.Cell cell : grid.cells()) {
        if (cell.line() != line) continue;
        int index = cell.column() - sides;
        boolean isCode = grid.hasCodes() && line == grid.titleLines();
        boolean isLeaf =
            !isCode && index >= 0 && index < columns.size() && bottom(cell) == grid.titleLines();
        heads.add(
            new Head(
                headId(cell),
                cell,
                isLeaf ? units.get(index) : "",
                isLeaf ? remarks.get(index) : "",
                isCode
                    ? "nb-code"
                    : index < 0
                        ? sideStyle(cell.column())
                        : isLeaf ? width(columns.get(index)) : null,
                isCode));
      }
      return heads;
    }

    private static int bottom(HeaderGrid.Cell cell) {
      return cell.line() + cell.lineSpan();
    }

    private String sideStyle(int column) {
      if (isList) return column == 0 ? "nb-stub" : "nb-short";
      return switch (view.stubs().get(column).kind()) {
        case NAME -> "nb-stub";
        case NUMBER, IN, CODE -> "nb-narrow";
        case TEXT, LEAD, ASSIST, TARGET, BY -> "nb-middle";
      };
    }

    private Line line(String key, FormView.Row row) {
      String title = row.row().title();
      List<Told> problems = new ArrayList<>();
      for (Problem problem : view.problems()) {
        if (!Told.isAbout(problem, row, view.form())) continue;
        problems.add(Told.beside(problem, key + "-p" + (problems.size() + 1), title + "："));
      }
      String sign =
          problems.stream().min(Comparator.comparing(Told::severity)).map(Told::sign).orElse("");
      List<Entry> entries = new ArrayList<>();
      for (FormView.Field field : row.fields()) {
        String headers = headers(key, sides + entries.size());
        String cell = key + "c" + (entries.size() + 1);
        boolean isSaid = !remarks.get(entries.size()).isEmpty();
        Entry entry = Entry.inTable(id, cell, field, headers, isSaid);
        entries.add(entry);
        problems.addAll(entry.besideRow(title));
      }
      String rowUnit = rowUnit(row);
      boolean isColumnar = units.stream().anyMatch(unit -> !unit.isEmpty());
      boolean isUnitSaid = !rowUnit.isEmpty() || hasStub(Stub.Kind.IN) || isColumnar;
      return new Line(
          key,
          kind(row.row().kind()),
          title,
          sides(row, rowUnit),
          entries,
          !isUnitSaid,
          sign,
          problems,
          view.entries().map(list -> Tools.of(view, row, list, id, use)));
    }

    private static Kind kind(FormRow.Kind kind) {
      return switch (kind) {
        case TYPED, OWN -> Kind.TYPED;
        case TOTAL -> Kind.TOTAL;
        case SECTION -> Kind.SECTION;
      };
    }

    private boolean hasStub(Stub.Kind kind) {
      return view.stubs().stream().anyMatch(stub -> stub.kind() == kind);
    }

    /** The unit of all numbers of a row, where no column says it. */
    private String rowUnit(FormView.Row row) {
      if (isList || hasStub(Stub.Kind.IN)) return "";
      List<Indicator> numbers =
          row.fields().stream()
              .filter(field -> field.state() != CellState.NOT_APPLICABLE)
              .map(FormView.Field::indicator)
              .filter(Indicator::isNumber)
              .toList();
      boolean isSaid = units.stream().anyMatch(unit -> !unit.isEmpty());
      return isSaid ? "" : common(numbers, Entry::measuredIn);
    }

    private List<Side> sides(FormView.Row row, String rowUnit) {
      if (isList) return List.of(new Side(row.row().title(), true, "nb-stub", ""));
      List<Side> all = new ArrayList<>();
      String depth = "nb-stub nb-depth-" + Math.min(DEEPEST, row.row().depth());
      for (int i = 0; i < view.stubs().size(); i++) {
        boolean isName = view.stubs().get(i).kind() == Stub.Kind.NAME;
        String text = isName ? row.row().title() : row.stubs().get(i);
        all.add(
            isName
                ? new Side(text, true, depth, rowUnit)
                : new Side(text, false, sideStyle(i), ""));
      }
      if (all.stream().noneMatch(Side::isName)) {
        all.set(0, new Side(all.get(0).text(), true, depth, rowUnit));
      }
      return all;
    }

    /** The heads of a cell, its row's first; null where the table says it by itself. */
    private @Nullable String headers(String row, int column) {
      if (grid.titleLines() < LINES_TO_NAME) return null;
      StringBuilder headers = new StringBuilder(row);
      for (HeaderGrid.Cell cell : grid.cells()) {
        boolean isTitle = cell.line() < grid.titleLines();
        if (isTitle && cell.column() <= column && column < cell.column() + cell.columnSpan()) {
          headers.append(' ').append(headId(cell));
        }
      }
      return headers.toString();
    }

    private String headId(HeaderGrid.Cell cell) {
      return id + "-h" + (cell.line() + 1) + "-" + (cell.column() + 1);
    }

    private static @Nullable String width(List<Indicator> cells) {
      if (cells.isEmpty()) return null;
      FieldType type = cells.get(0).type();
      if (type instanceof FieldType.Words words) {
        if (words.maxLength() <= SHORT_TEXT) return "nb-short";
        return words.maxLength() <= MIDDLE_TEXT ? "nb-middle" : "nb-long";
      }
      if (type instanceof FieldType.Number) return "nb-number";
      return type instanceof FieldType.Truth ? "nb-narrow" : "nb-middle";
    }
  }
}
