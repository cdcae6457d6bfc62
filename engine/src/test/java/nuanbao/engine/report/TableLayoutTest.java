package nuanbao.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nuanbao.engine.form.HeaderGrid;
import nuanbao.engine.report.PageLayout.Orientation;
import nuanbao.engine.report.TableColumn.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TableLayoutTest {

  private static final PageLayout FIT = new PageLayout(Orientation.FIT);

  @ParameterizedTest
  @MethodSource("sizes")
  void columns_fill_the_width_between_the_margins_exactly(int columns, int lines) {
    TableLayout layout = TableLayout.of(numbers(columns, lines, "1234"), FIT);

    assertThat(layout.columnWidths()).hasSize(columns).allMatch(width -> width > 0);
    assertThat(sum(layout.columnWidths())).isEqualTo(layout.contentWidth());
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void heads_stand_inside_the_head_and_their_lines_inside_them(int columns, int lines) {
    TableLayout layout = TableLayout.of(numbers(columns, lines, "1234"), FIT);

    assertThat(layout.headLineHeights()).hasSize(lines);
    assertThat(layout.headHeight()).isLessThanOrEqualTo(layout.contentHeight() * 2 / 3);
    for (TableLayout.Head head : layout.heads()) {
      assertThat(head.x() + head.width()).isLessThanOrEqualTo(layout.contentWidth());
      assertThat(head.y() + head.height()).isLessThanOrEqualTo(layout.headHeight());
      assertThat(TableLayout.height(head.lines().size(), layout.fontSize()))
          .isLessThanOrEqualTo(head.height());
      assertThat(String.join("", head.lines())).isEqualTo(head.cell().text());
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void a_figure_never_breaks_in_two(int columns, int lines) {
    TableLayout layout = TableLayout.of(numbers(columns, lines, "12345"), FIT);

    int needed = TableLayout.width("12345", layout.fontSize()) + 2 * layout.padding();
    assertThat(layout.columnWidths().subList(1, columns)).allMatch(width -> width >= needed);
  }

  static Stream<Arguments> sizes() {
    return IntStream.of(1, 2, 5, 9, 16, 24, 40)
        .boxed()
        .flatMap(
            columns ->
                IntStream.rangeClosed(1, 6)
                    .mapToObj(
                        lines ->
                            argumentSet(
                                columns + " columns under " + lines + " lines", columns, lines)));
  }

  @ParameterizedTest
  @MethodSource
  void the_sheet_lies_as_asked_or_as_the_table_needs(
      Orientation asked, int columns, Orientation expected) {
    TableLayout layout = TableLayout.of(numbers(columns, 2, "1234"), new PageLayout(asked));

    assertThat(layout.orientation()).isEqualTo(expected);
    assertThat(layout.pageWidth() > layout.pageHeight())
        .isEqualTo(expected == Orientation.LANDSCAPE);
  }

  static Stream<Arguments> the_sheet_lies_as_asked_or_as_the_table_needs() {
    return Stream.of(
        argumentSet("a narrow table stands", Orientation.FIT, 4, Orientation.PORTRAIT),
        argumentSet("a wide table lies", Orientation.FIT, 14, Orientation.LANDSCAPE),
        argumentSet("made to lie", Orientation.LANDSCAPE, 4, Orientation.LANDSCAPE),
        argumentSet("made to stand", Orientation.PORTRAIT, 14, Orientation.PORTRAIT));
  }

  @Test
  void margins_turn_with_the_paper() {
    TableLayout standing = TableLayout.of(numbers(3, 1, "1"), FIT);
    TableLayout lying = TableLayout.of(numbers(20, 1, "1"), FIT);

    assertThat(standing.margins()).isEqualTo(new TableLayout.Margins(105, 74, 99, 79));
    assertThat(lying.margins()).isEqualTo(new TableLayout.Margins(79, 105, 74, 99));
    assertThat(lying.contentWidth()).isEqualTo(standing.contentHeight());
  }

  @Test
  void letters_shrink_only_when_there_are_too_many_columns() {
    assertThat(TableLayout.of(numbers(8, 2, "1234"), FIT).fontSize()).isEqualTo(10.5);
    assertThat(TableLayout.of(numbers(16, 2, "1234"), FIT).fontSize()).isBetween(7.5, 10.0);
    assertThat(TableLayout.of(numbers(24, 2, "1234"), FIT).fontSize()).isBetween(7.5, 8.0);
  }

  @Test
  void a_name_fits_its_column_with_its_indent() {
    Table table =
        table(
            flat("地域", "人数"),
            List.of(Kind.STUB, Kind.NUMBER),
            List.of(row(0, "全区", "1"), row(2, "则天坝社区居民委员会", "1")));

    TableLayout layout = TableLayout.of(table, FIT);

    assertThat(layout.columnWidths().get(0))
        .isGreaterThanOrEqualTo(
            2 * layout.indent()
                + TableLayout.width("则天坝社区居民委员会", layout.fontSize())
                + 2 * layout.padding());
  }

  @Test
  void columns_of_words_take_most_of_what_is_left() {
    Table table =
        table(
            flat("地域", "人数", "情况"),
            List.of(Kind.STUB, Kind.NUMBER, Kind.TEXT),
            List.of(
                new TableRow(
                    TableRow.Role.DETAIL,
                    0,
                    List.of(new Cell.Words("甲村"), number("1"), new Cell.Words("逐户登记".repeat(9))))));

    List<Integer> widths = TableLayout.of(table, FIT).columnWidths();

    assertThat(widths.get(2)).isGreaterThan(widths.get(0) + widths.get(1));
  }

  @Test
  void a_day_among_words_is_not_broken() {
    List<String> heads = new ArrayList<>(List.of("地域", "时段"));
    heads.addAll(Collections.nCopies(6, "情况"));
    List<Kind> kinds = new ArrayList<>(List.of(Kind.STUB));
    kinds.addAll(Collections.nCopies(7, Kind.TEXT));
    List<Cell> cells =
        new ArrayList<>(List.of(new Cell.Words("甲村"), new Cell.Words("2021-11-08至2021-11-10")));
    cells.addAll(Collections.nCopies(6, new Cell.Words("逐户登记".repeat(4))));
    Table table =
        table(
            flat(heads.toArray(String[]::new)),
            kinds,
            List.of(new TableRow(TableRow.Role.DETAIL, 0, cells)));

    TableLayout layout = TableLayout.of(table, FIT);

    assertThat(layout.columnWidths().get(1))
        .isGreaterThanOrEqualTo(
            TableLayout.width("2021-11-08至", layout.fontSize()) + 2 * layout.padding());
    assertThat(layout.withWholeDays("2021-11-08至2021-11-10", 1))
        .isEqualTo("2021-11-08至\n2021-11-10");
    assertThat(layout.withWholeDays("2021-11-08", 1)).isEqualTo("2021-11-08");
  }

  @Test
  void a_column_without_entries_leaves_room_to_write() {
    Table table =
        table(
            flat("地域", "人数", "情况"),
            List.of(Kind.STUB, Kind.NUMBER, Kind.TEXT),
            List.of(
                new TableRow(
                    TableRow.Role.DETAIL,
                    0,
                    List.of(new Cell.Words("甲村"), new Cell.Blank(), new Cell.Blank()))));

    List<Integer> widths = TableLayout.of(table, FIT).columnWidths();

    assertThat(widths.get(1)).isGreaterThanOrEqualTo(36);
    assertThat(widths.get(2)).isGreaterThanOrEqualTo(84);
  }

  @Test
  void a_head_that_would_fill_the_sheet_makes_the_letters_smaller() {
    List<String> heads = new ArrayList<>(List.of("地域"));
    heads.addAll(Collections.nCopies(11, "按要求应当说明的情况".repeat(12)));
    List<Kind> kinds = new ArrayList<>(Collections.nCopies(12, Kind.NUMBER));

    TableLayout layout =
        TableLayout.of(table(flat(heads.toArray(String[]::new)), kinds, List.of()), FIT);

    assertThat(layout.headHeight()).isLessThanOrEqualTo(layout.contentHeight() * 2 / 3);
  }

  @Test
  void a_sheet_that_is_scaled_when_printed_keeps_its_letters() {
    TableLayout layout = TableLayout.ofSheet(numbers(40, 2, "12345"), FIT);

    assertThat(layout.fontSize()).isEqualTo(10.5);
    assertThat(layout.pageWidth()).isGreaterThan(TableLayout.A4_LONG);
    assertThat(sum(layout.columnWidths())).isEqualTo(layout.contentWidth());
  }

  @ParameterizedTest
  @MethodSource
  void lines_are_even_and_broken_where_one_may(String text, int characters, List<String> expected) {
    assertThat(TableLayout.evenLines(text, characters * 10 + 1, 10)).isEqualTo(expected);
  }

  static Stream<Arguments> lines_are_even_and_broken_where_one_may() {
    return Stream.of(
        argumentSet("fits", "省外务工", 4, List.of("省外务工")),
        argumentSet("even", "返乡农民工", 4, List.of("返乡农", "民工")),
        argumentSet("before a bracket", "慰问金额（万元）", 5, List.of("慰问金额", "（万元）")),
        argumentSet("no closing mark in front", "慰问（万）人", 4, List.of("慰问", "（万）人")),
        argumentSet("a number stays whole", "满2000人", 3, List.of("满", "2000", "人")),
        argumentSet("as written", "人数\n金额", 9, List.of("人数", "金额")),
        argumentSet("nowhere else to break", "2021", 1, List.of("2", "0", "2", "1")));
  }

  /** A stub and number columns, merged on all lines but the last. */
  private static Table numbers(int columns, int lines, String figure) {
    List<HeaderGrid.Cell> heads = new ArrayList<>();
    heads.add(new HeaderGrid.Cell("地域", 0, 0, 1, lines));
    if (columns > 1) {
      for (int line = 0; line < lines - 1; line++) {
        heads.add(new HeaderGrid.Cell("第" + line + "级栏目", 1, line, columns - 1, 1));
      }
      for (int column = 1; column < columns; column++) {
        heads.add(new HeaderGrid.Cell("返乡农民工人数", column, lines - 1, 1, 1));
      }
    }
    List<Kind> kinds = new ArrayList<>(List.of(Kind.STUB));
    kinds.addAll(Collections.nCopies(columns - 1, Kind.NUMBER));
    List<Cell> cells = new ArrayList<>(List.of(new Cell.Words("东坝街道")));
    cells.addAll(Collections.nCopies(columns - 1, number(figure)));
    return table(
        new HeaderGrid(columns, lines, heads),
        kinds,
        List.of(new TableRow(TableRow.Role.DETAIL, 1, cells)));
  }

  private static HeaderGrid flat(String... heads) {
    return new HeaderGrid(
        heads.length,
        1,
        IntStream.range(0, heads.length)
            .mapToObj(column -> new HeaderGrid.Cell(heads[column], column, 0, 1, 1))
            .toList());
  }

  private static Table table(HeaderGrid header, List<Kind> kinds, List<TableRow> rows) {
    List<TableColumn> columns = kinds.stream().map(TableColumn::new).toList();
    return new Table(
        Optional.empty(), "统计表", List.of(), Optional.empty(), header, columns, rows, List.of());
  }

  private static TableRow row(int depth, String name, String figure) {
    return new TableRow(TableRow.Role.DETAIL, depth, List.of(new Cell.Words(name), number(figure)));
  }

  private static Cell number(String figure) {
    return new Cell.Number(new BigDecimal(figure), 0);
  }

  private static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }
}
