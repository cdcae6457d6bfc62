package nuanbao.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nuanbao.engine.form.HeaderGrid;
import nuanbao.engine.report.PageLayout.Orientation;
import nuanbao.engine.report.TableColumn.Kind;

/**
 * Where a printed table stands on its A4 sheet: which way the sheet lies, how wide each column is
 * and how its head is broken into lines.
 *
 * <p>All measures are points (1/72 inch), counted from the upper left corner of the table. Widths
 * are estimated without any font: a Chinese character is one em, other characters take a generous
 * share of it, so text is never wider than thought. A column gets what its longest figure or name
 * and its head in a few lines need, a column without any entry gets room to write in. If that is
 * too much for the sheet, the letters shrink from 10.5 to 7.5 points; then heads take more lines;
 * and only to keep a figure from breaking in two, or a head from filling the sheet, letters become
 * smaller still, down to 4 points.
 *
 * @param orientation how the sheet lies; never {@code FIT}
 * @param fontSize of everything in the table
 * @param padding between a cell's border and its text, left and right
 * @param columnWidths together exactly the width between the margins
 * @param headLineHeights one for each line of the head
 * @param heads the cells of the head, left to right, top to bottom
 */
public record TableLayout(
    Orientation orientation,
    int pageWidth,
    int pageHeight,
    Margins margins,
    double fontSize,
    int padding,
    List<Integer> columnWidths,
    List<Integer> headLineHeights,
    List<Head> heads) {

  /** Points left blank around the text. */
  public record Margins(int top, int right, int bottom, int left) {}

  /**
   * A head cell with its place in the table.
   *
   * @param lines the cell's text, broken so that each line fits the width
   */
  public record Head(
      HeaderGrid.Cell cell, int x, int y, int width, int height, List<String> lines) {
    public Head {
      lines = List.copyOf(lines);
    }
  }

  public static final int A4_SHORT = 595;
  public static final int A4_LONG = 842;

  /** GB/T 9704: 37 mm above, 26 mm right, 35 mm below, 28 mm left. */
  private static final Margins UPRIGHT = new Margins(105, 74, 99, 79);

  /** The upright sheet turned clockwise: its left margin, where it is bound, comes to the top. */
  private static final Margins TURNED = new Margins(79, 105, 74, 99);

  private static final double NORMAL_FONT = 10.5;
  private static final double SMALLEST_FONT = 7.5;

  /** Only where a figure would otherwise break in two, or heads fill the sheet. */
  private static final double LAST_RESORT_FONT = 4;

  private static final double LINE_HEIGHT = 1.45;

  /** A point more than the text needs, because a renderer rounds where we do not. */
  private static final int SLACK = 1;

  // In ems.
  private static final double NAME_AT_LEAST = 5;
  private static final double NAME_AT_MOST = 16;
  private static final double LABEL_AT_MOST = 6;
  private static final double FIGURE_AT_LEAST = 2.4;
  private static final double FIGURE_BY_HAND = 3.5;
  private static final double WORDS_AT_LEAST = 5;
  private static final double WORDS_BY_HAND = 8;
  private static final double WORDS_AT_MOST = 12;
  private static final double WORDS_WANTED = 18;

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private static final String OPENING = "（《〈「『【〔“‘([{";
  private static final String CLOSING = "，。、；：！？）》〉」』】〕”’…·％℃,.;:!?)]}%";

  public TableLayout {
    columnWidths = List.copyOf(columnWidths);
    headLineHeights = List.copyOf(headLineHeights);
    heads = List.copyOf(heads);
  }

  /** The layout for paper. */
  public static TableLayout of(Table table, PageLayout page) {
    Orientation orientation = orientationOf(table, page);
    double font = fontFor(table, orientation);
    TableLayout layout = at(table, orientation, font, 0);
    while (font > LAST_RESORT_FONT && layout.headHeight() > layout.contentHeight() * 2 / 3) {
      font -= 0.5;
      layout = at(table, orientation, font, 0);
    }
    return layout;
  }

  /** A sheet stands only if no head then takes more than two lines. */
  private static Orientation orientationOf(Table table, PageLayout page) {
    if (page.orientation() != Orientation.FIT) return page.orientation();
    int[] widths = neededWidths(table, NORMAL_FONT);
    widenForHeads(widths, table.header(), 2, NORMAL_FONT);
    boolean fits =
        Arrays.stream(widths).sum() <= blank(Orientation.PORTRAIT, NORMAL_FONT, 0).contentWidth();
    return fits ? Orientation.PORTRAIT : Orientation.LANDSCAPE;
  }

  private static double fontFor(Table table, Orientation orientation) {
    for (double font = NORMAL_FONT; font >= SMALLEST_FONT; font -= 0.5) {
      if (fits(table, orientation, font)) return font;
    }
    for (double font = SMALLEST_FONT; font >= LAST_RESORT_FONT; font -= 0.5) {
      int bare = Arrays.stream(bareWidths(table, font)).sum();
      if (bare <= blank(orientation, font, 0).contentWidth()) return font;
    }
    return SMALLEST_FONT;
  }

  /**
   * The layout for a medium that is scaled down to the paper when it is printed: letters of normal
   * size, the page as wide as the table needs, but no narrower than the paper.
   */
  public static TableLayout ofSheet(Table table, PageLayout page) {
    Orientation orientation = of(table, page).orientation;
    int paper = blank(orientation, NORMAL_FONT, 0).contentWidth();
    int needed = Arrays.stream(neededWidths(table, NORMAL_FONT)).sum();
    return at(table, orientation, NORMAL_FONT, Math.max(0, needed - paper));
  }

  /**
   * A text of a cell, with line ends of its own where a renderer would break a day at its hyphens;
   * all other texts as they are.
   */
  public String withWholeDays(String text, int column) {
    double room = columnWidths.get(column) - 2.0 * padding - SLACK;
    if (!DAY.matcher(text).find() || width(text, fontSize) <= room) return text;
    return text.lines()
        .flatMap(line -> broken(line, room / fontSize).stream())
        .collect(Collectors.joining("\n"));
  }

  /** How wide a text is on one line, in points, rounded up; of several lines the longest. */
  public static int width(String text, double fontSize) {
    double ems = text.lines().mapToDouble(TableLayout::ems).max().orElse(0);
    return (int) Math.ceil(ems * fontSize);
  }

  /** How high a number of text lines is, in points. */
  public static int height(int lines, double fontSize) {
    return (int) Math.ceil(lines * LINE_HEIGHT * fontSize);
  }

  /** How many lines a text takes in a width. */
  public static int lineCount(String text, int width, double fontSize) {
    double room = (width - SLACK) / fontSize;
    return Math.max(1, text.lines().mapToInt(line -> broken(line, room).size()).sum());
  }

  /** A text broken into as few lines as a width allows, and these about equally long. */
  public static List<String> evenLines(String text, int width, double fontSize) {
    double room = (width - SLACK) / fontSize;
    if (text.isEmpty()) return List.of("");
    return text.lines().flatMap(line -> evenly(line, room).stream()).toList();
  }

  private static List<String> evenly(String line, double room) {
    List<String> lines = broken(line, room);
    for (double ems = ems(line) / lines.size(); ems < room; ems += 0.25) {
      List<String> even = broken(line, ems);
      boolean fits = even.size() == lines.size() && even.stream().allMatch(e -> ems(e) <= room);
      if (fits && (!splitsWord(even) || splitsWord(lines))) return even;
    }
    return lines;
  }

  private static boolean splitsWord(List<String> lines) {
    for (int i = 1; i < lines.size(); i++) {
      String before = lines.get(i - 1);
      String after = lines.get(i);
      if (!before.isEmpty()
          && !after.isEmpty()
          && isWordPart(before.charAt(before.length() - 1))
          && isWordPart(after.charAt(0))) {
        return true;
      }
    }
    return false;
  }

  public int contentWidth() {
    return pageWidth - margins.left - margins.right;
  }

  public int contentHeight() {
    return pageHeight - margins.top - margins.bottom;
  }

  public int headHeight() {
    return sum(headLineHeights);
  }

  /** The height of a row whose cells have one line each; longer ones grow. */
  public int rowHeight() {
    return height(1, fontSize) + 2 * linePadding(fontSize);
  }

  /** Between a cell's border and its text, above and below. */
  public int linePadding() {
    return linePadding(fontSize);
  }

  /** How much farther right a name begins for each step it stands below the topmost row. */
  public int indent() {
    return indent(fontSize);
  }

  private static int indent(double font) {
    return (int) Math.round(font);
  }

  private static boolean fits(Table table, Orientation orientation, double font) {
    TableLayout blank = blank(orientation, font, 0);
    return Arrays.stream(neededWidths(table, font)).sum() <= blank.contentWidth()
        && at(table, orientation, font, 0).headHeight() <= blank.contentHeight() / 2;
  }

  /**
   * @param extra by how much the page is wider than the paper
   */
  private static TableLayout at(Table table, Orientation orientation, double font, int extra) {
    TableLayout blank = blank(orientation, font, extra);
    int[] widths = widths(table, blank.contentWidth(), font);
    int[] heights = headHeights(table.header(), widths, font);
    List<Head> heads =
        table.header().cells().stream().map(cell -> head(cell, widths, heights, font)).toList();
    return new TableLayout(
        orientation,
        blank.pageWidth,
        blank.pageHeight,
        blank.margins,
        font,
        blank.padding,
        Arrays.stream(widths).boxed().toList(),
        Arrays.stream(heights).boxed().toList(),
        heads);
  }

  private static int[] widths(Table table, int available, double font) {
    int[] needed = neededWidths(table, font);
    int spare = available - Arrays.stream(needed).sum();
    if (spare >= 0) {
      shareOut(spare, needed, table, font);
      return needed;
    }
    int[] bare = bareWidths(table, font);
    int left = available - Arrays.stream(bare).sum();
    if (left < 0) {
      cutWidest(bare, narrowestWidths(table, bare, available, font), available);
    } else {
      left = raise(bare, namesOf(table, needed, bare), left);
      share(raise(bare, needed, left), filled(bare.length, 1), bare);
    }
    return bare;
  }

  /** The widths of the columns that name the rows from one, of all others from another. */
  private static int[] namesOf(Table table, int[] names, int[] others) {
    int[] widths = others.clone();
    for (int column = 0; column < widths.length; column++) {
      if (table.columns().get(column).kind() == Kind.STUB) widths[column] = names[column];
    }
    return widths;
  }

  private static int[] filled(int length, int value) {
    int[] array = new int[length];
    Arrays.fill(array, value);
    return array;
  }

  private static TableLayout blank(Orientation orientation, double font, int extra) {
    boolean turned = orientation == Orientation.LANDSCAPE;
    return new TableLayout(
        orientation,
        (turned ? A4_LONG : A4_SHORT) + extra,
        turned ? A4_SHORT : A4_LONG,
        turned ? TURNED : UPRIGHT,
        font,
        sidePadding(font),
        List.of(),
        List.of(),
        List.of());
  }

  private static int sidePadding(double font) {
    if (font >= 9) return 3;
    return font > SMALLEST_FONT ? 2 : 1;
  }

  private static int linePadding(double font) {
    return font >= 9 ? 2 : 1;
  }

  /** What each column needs for its figures on one line and its head in a few. */
  private static int[] neededWidths(Table table, double font) {
    int[] widths = new int[table.columns().size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = 2 * sidePadding(font) + neededByCells(table, column, font);
    }
    widenForHeads(widths, table.header(), font >= 9 ? 3 : 5, font);
    return widths;
  }

  /** What makes a table pleasant to read: air around figures, short texts on one line. */
  private static int[] pleasantWidths(Table table, int[] needed, double font) {
    int[] widths = needed.clone();
    for (int column = 0; column < widths.length; column++) {
      widths[column] =
          table.columns().get(column).kind() == Kind.TEXT
              ? Math.max(widths[column], wantedByWords(table, column, font))
              : widths[column] + (int) font;
    }
    return widths;
  }

  private static int wantedByWords(Table table, int column, double font) {
    double longest =
        table.rows().stream()
            .mapToDouble(row -> ems(row.cells().get(column).text()))
            .max()
            .orElse(0);
    return (int) Math.ceil(Math.min(longest, WORDS_WANTED) * font) + 2 * sidePadding(font) + SLACK;
  }

  /** Widens columns until each head takes no more lines than allowed. */
  private static void widenForHeads(int[] widths, HeaderGrid header, int lines, double font) {
    for (HeaderGrid.Cell cell : header.cells()) {
      int needed = 2 * sidePadding(font) + narrowest(cell.text(), lines, font);
      int given = widthOf(cell, widths);
      for (int column = cell.column(); given < needed; column = next(column, cell)) {
        widths[column]++;
        given++;
      }
    }
  }

  private static int next(int column, HeaderGrid.Cell cell) {
    return column + 1 < cell.column() + cell.columnSpan() ? column + 1 : cell.column();
  }

  private static int neededByCells(Table table, int column, double font) {
    Longest longest = Longest.of(table, column, font);
    boolean blank = longest.figure == 0 && longest.words == 0;
    double ems =
        switch (table.columns().get(column).kind()) {
          case STUB -> Math.min(longest.words, NAME_AT_MOST);
          case LABEL -> Math.min(longest.words, LABEL_AT_MOST);
          case NUMBER ->
              blank
                  ? FIGURE_BY_HAND
                  : Math.max(FIGURE_AT_LEAST, Math.min(longest.words, WORDS_AT_LEAST));
          case TEXT ->
              blank
                  ? WORDS_BY_HAND
                  : Math.max(
                      WORDS_AT_LEAST,
                      Math.min(Math.max(longest.words / 2, longest.run), WORDS_AT_MOST));
        };
    return (int) Math.ceil(Math.max(ems, longest.figure) * font) + SLACK;
  }

  /** Figures still on one line, but heads a character a line and words a few. */
  private static int[] bareWidths(Table table, double font) {
    int[] widths = new int[table.columns().size()];
    for (int column = 0; column < widths.length; column++) {
      Longest longest = Longest.of(table, column, font);
      double ems =
          switch (table.columns().get(column).kind()) {
            case STUB -> Math.min(longest.words, NAME_AT_LEAST);
            case LABEL -> Math.min(longest.words, 2);
            case NUMBER -> 1;
            case TEXT -> 2;
          };
      widths[column] =
          2 * sidePadding(font)
              + (int) Math.ceil(Math.max(Math.max(1, ems), longest.figure) * font);
    }
    return widths;
  }

  /**
   * The longest things in the cells of a column, in ems.
   *
   * @param run what should not be broken, such as a day, with one character beside it
   */
  private record Longest(double figure, double words, double run) {
    static Longest of(Table table, int column, double font) {
      boolean stub = table.columns().get(column).kind() == Kind.STUB;
      double figure = 0;
      double words = 0;
      double run = 0;
      for (TableRow row : table.rows()) {
        Cell cell = row.cells().get(column);
        double ems = cell.text().lines().mapToDouble(TableLayout::ems).max().orElse(0);
        if (cell instanceof Cell.Number) {
          figure = Math.max(figure, ems);
        } else {
          words = Math.max(words, ems + (stub ? row.depth() * indent(font) / font : 0));
          run = Math.max(run, Math.min(ems, longestRun(cell.text()) + 1));
        }
      }
      return new Longest(figure, words, run);
    }

    private static double longestRun(String text) {
      double longest = 0;
      double run = 0;
      for (int i = 0; i < text.length(); i++) {
        run = isWordPart(text.charAt(i)) ? run + ems((int) text.charAt(i)) : 0;
        longest = Math.max(longest, run);
      }
      return longest;
    }
  }

  /** The narrowest width at which a head takes no more lines than allowed. */
  private static int narrowest(String text, int lines, double font) {
    double all = text.lines().mapToDouble(TableLayout::ems).sum();
    double ems = Math.max(Math.min(all, 2), Math.floor(all / lines));
    while (ems < all && broken(text, ems).size() > lines) ems += 0.5;
    return (int) Math.ceil(ems * font) + SLACK;
  }

  /** Names keep their width as long as every other column keeps that of one character. */
  private static int[] narrowestWidths(Table table, int[] bare, int available, double font) {
    int[] character = filled(bare.length, 2 * sidePadding(font) + (int) Math.ceil(font));
    int[] widths = namesOf(table, bare, character);
    return Arrays.stream(widths).sum() <= available ? widths : filled(bare.length, 1);
  }

  /** Takes the widest columns down to one common width until all fit. */
  private static void cutWidest(int[] widths, int[] narrowest, int available) {
    int excess = Arrays.stream(widths).sum() - available;
    for (int cap = Arrays.stream(widths).max().orElse(0) - 1; excess > 0 && cap > 0; cap--) {
      for (int column = 0; column < widths.length && excess > 0; column++) {
        if (widths[column] > Math.max(cap, narrowest[column])) {
          widths[column]--;
          excess--;
        }
      }
    }
  }

  /** Spends what is left: heads in two lines, then a pleasant look, then most for words. */
  private static void shareOut(int spare, int[] widths, Table table, double font) {
    int[] wanted = widths.clone();
    widenForHeads(wanted, table.header(), 2, font);
    int left = raise(widths, wanted, spare);
    left = raise(widths, pleasantWidths(table, widths, font), left);
    int[] shares =
        table.columns().stream().mapToInt(column -> column.kind() == Kind.TEXT ? 2 : 1).toArray();
    share(left, shares, widths);
  }

  /** Raises the narrowest column that wants more, again and again; says what is left. */
  private static int raise(int[] widths, int[] wanted, int spare) {
    for (int left = spare; left > 0; left--) {
      int narrowest = -1;
      for (int column = 0; column < widths.length; column++) {
        boolean wantsMore = widths[column] < wanted[column];
        if (wantsMore && (narrowest < 0 || widths[column] < widths[narrowest])) narrowest = column;
      }
      if (narrowest < 0) return left;
      widths[narrowest]++;
    }
    return 0;
  }

  /** Adds an amount in the ratio of the shares, in whole points and without a remainder. */
  private static void share(int amount, int[] shares, int[] widths) {
    int all = Arrays.stream(shares).sum();
    int sharesBefore = 0;
    int given = 0;
    for (int column = 0; column < widths.length; column++) {
      sharesBefore += shares[column];
      int due = amount * sharesBefore / all;
      widths[column] += due - given;
      given = due;
    }
  }

  private static int[] headHeights(HeaderGrid header, int[] widths, double font) {
    int[] heights = new int[header.lines()];
    Arrays.fill(heights, height(1, font) + 2 * linePadding(font));
    for (int span = 1; span <= heights.length; span++) {
      for (HeaderGrid.Cell cell : header.cells()) {
        if (cell.lineSpan() != span) continue;
        int lines = headLines(cell, widths, font).size();
        int needed = height(lines, font) + 2 * linePadding(font);
        int last = cell.line() + span - 1;
        int given = Arrays.stream(heights, cell.line(), last + 1).sum();
        heights[last] += Math.max(0, needed - given);
      }
    }
    return heights;
  }

  private static Head head(HeaderGrid.Cell cell, int[] widths, int[] heights, double font) {
    return new Head(
        cell,
        Arrays.stream(widths, 0, cell.column()).sum(),
        Arrays.stream(heights, 0, cell.line()).sum(),
        widthOf(cell, widths),
        Arrays.stream(heights, cell.line(), cell.line() + cell.lineSpan()).sum(),
        headLines(cell, widths, font));
  }

  private static List<String> headLines(HeaderGrid.Cell cell, int[] widths, double font) {
    return evenLines(cell.text(), widthOf(cell, widths) - 2 * sidePadding(font), font);
  }

  private static int widthOf(HeaderGrid.Cell cell, int[] widths) {
    return Arrays.stream(widths, cell.column(), cell.column() + cell.columnSpan()).sum();
  }

  /**
   * A text broken into lines of a length. A number or a Latin word stays whole if it fits; no line
   * begins with a closing mark or ends with an opening one if there is another way.
   */
  private static List<String> broken(String text, double ems) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = start;
      double length = 0;
      while (end < text.length()) {
        int character = text.codePointAt(end);
        length += ems(character);
        if (length > ems && end > start) break;
        end += Character.charCount(character);
      }
      int stop = end;
      while (stop > start && stop < text.length() && !mayBreak(text, stop)) stop--;
      if (stop == start) stop = end;
      lines.add(text.substring(start, stop).strip());
      start = stop;
      while (start < text.length() && Character.isWhitespace(text.charAt(start))) start++;
    }
    return lines.isEmpty() ? List.of("") : lines;
  }

  private static boolean mayBreak(String text, int at) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    return !Character.isLowSurrogate(after)
        && OPENING.indexOf(before) < 0
        && CLOSING.indexOf(after) < 0
        && !(isWordPart(before) && isWordPart(after));
  }

  private static boolean isWordPart(char character) {
    return character > ' ' && character < 0x2E80 && OPENING.indexOf(character) < 0;
  }

  private static double ems(String text) {
    return text.codePoints().mapToDouble(TableLayout::ems).sum();
  }

  private static double ems(int character) {
    if (character > '~') return 1;
    if (character >= '0' && character <= '9') return 0.6;
    if ("MWmw%@".indexOf(character) >= 0) return 1.1;
    if (" !'(),-./:;[\\]`fijlrt|".indexOf(character) >= 0) return 0.5;
    return character >= 'A' && character <= 'Z' ? 0.9 : 0.7;
  }

  private static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }
}
