package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nuanbao.engine.form.CellReference;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.Column.Leaves;
import nuanbao.engine.form.ColumnGroup;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.Part;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.formula.Quantity;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Text;

/**
 * Looks at a form that is otherwise sound for what notices get wrong: numbers of columns that do
 * not match the head, units of measure that differ between head and column, totals that count
 * something twice.
 */
final class FormCheck {
  /** （万元） at the end of a title. */
  private static final Pattern MEASURE = Pattern.compile("[（(]([^（()）]+)[）)]$");

  private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final int MOST_TOLD = 10;

  private final Located root;
  private final Form form;
  private final ColumnReader places;
  private final Map<String, Located> rows;
  private final Problems problems;

  /**
   * A check of one form.
   *
   * @param places knows where each column is written
   * @param rows where each row that the form names is written
   */
  FormCheck(
      Located root, Form form, ColumnReader places, Map<String, Located> rows, Problems problems) {
    this.root = root;
    this.form = form;
    this.places = places;
    this.rows = rows;
    this.problems = problems;
  }

  void run() {
    checkCodes();
    for (Indicator column : form.indicators()) {
      checkMeasure(column);
      column.formula().ifPresent(formula -> checkTotal(column, formula));
    }
    for (Item row : form.rows().items()) {
      Optional<Located> formula =
          Optional.ofNullable(rows.get(row.key())).flatMap(r -> r.get("formula"));
      if (formula.isPresent()) checkTotalOfRows(row, formula.get());
    }
  }

  /** Either no column has a number or all have one, each its own, without gaps. */
  private void checkCodes() {
    List<String> codes = new ArrayList<>();
    List<String> without = new ArrayList<>();
    addCodes(form.columns(), codes, without);
    if (codes.isEmpty()) return;
    List<Text> wrong = new ArrayList<>();
    for (String title : without) {
      wrong.add(new Text("“" + title + "”没有栏号", "“" + title + "” has none"));
    }
    Set<String> seen = new LinkedHashSet<>();
    NavigableSet<Integer> numbers = new TreeSet<>();
    for (String code : codes) {
      if (!seen.add(code)) wrong.add(new Text("栏号 " + code + " 用了两次", code + " is there twice"));
      if (WHOLE_NUMBER.matcher(code).matches()) numbers.add(Integer.valueOf(code));
    }
    for (int n : missing(numbers)) wrong.add(new Text("缺栏号 " + n, n + " is missing"));
    if (wrong.isEmpty()) return;
    int leaves = Column.leavesOf(form.columns(), Leaves.PRINTED).size();
    Located place = root.get("row").orElse(root);
    problems.add(
        place.problemAtKey(ProblemCode.HEADER_CODES_DIFFER, leaves, codes.size(), joined(wrong)));
  }

  private static List<Integer> missing(NavigableSet<Integer> numbers) {
    List<Integer> missing = new ArrayList<>();
    if (numbers.isEmpty()) return missing;
    for (int n = numbers.first(); n < numbers.last() && missing.size() < MOST_TOLD; n++) {
      if (!numbers.contains(n)) missing.add(n);
    }
    return missing;
  }

  private static Text joined(List<Text> texts) {
    return new Text(
        String.join("；", texts.stream().map(Text::chinese).toList()),
        String.join("; ", texts.stream().map(Text::english).toList()));
  }

  /** A number on a group stands for all columns under it. */
  private static void addCodes(List<Column> columns, List<String> codes, List<String> without) {
    for (Column column : columns) {
      column.code().ifPresent(codes::add);
      if (column instanceof ColumnGroup group) {
        boolean covers = group.code().isPresent();
        addCodes(group.columns(), codes, covers ? new ArrayList<>() : without);
      } else if (column.code().isEmpty()) {
        without.add(column.title().isEmpty() ? column.key() : column.title());
      }
    }
  }

  /** What stands in brackets behind a title must be what the figures are in. */
  private void checkMeasure(Indicator column) {
    if (column.measuredIn().isEmpty()) return;
    String in = column.measuredIn().get();
    List<String> titles = column.titles();
    for (int i = titles.size() - 1; i >= 0; i--) {
      Matcher bracket = MEASURE.matcher(titles.get(i));
      if (!bracket.find() || Quantity.named(bracket.group(1)).isEmpty()) continue;
      if (!bracket.group(1).equals(in)) {
        problems.add(
            places
                .placeOf(column)
                .problemAtKey(ProblemCode.TITLE_CONTRADICTS_MEASURE, titles.get(i), in));
      }
      return;
    }
    checkMeasureOfForm(column, in);
  }

  /** 计量单位 above the table holds for every column that says nothing of its own in its head. */
  private void checkMeasureOfForm(Indicator column, String in) {
    Optional<Quantity> own = Quantity.named(in);
    Optional<String> above = form.heading().measuredIn();
    Optional<Quantity> all = above.flatMap(Quantity::named);
    if (own.isEmpty() || all.isEmpty() || in.equals(above.get())) return;
    if (own.get().of().equals(all.get().of())) {
      problems.add(
          places
              .placeOf(column)
              .problemAtKey(
                  ProblemCode.FORM_CONTRADICTS_MEASURE, column.fullTitle(), in, above.get()));
    }
  }

  private void checkTotal(Indicator column, Formula formula) {
    Map<Indicator, Indicator> wholes = wholes();
    Set<Indicator> added = new LinkedHashSet<>();
    for (var reference : formula.addends()) {
      CellReference cell = (CellReference) reference;
      if (cell.place() != CellReference.Place.ROW || cell.column().isEmpty()) continue;
      if (cell.isMany()) added.addAll(form.columnsBetween(cell.column().get(), cell.index()));
      else form.findIndicator(cell.column().get()).ifPresent(added::add);
    }
    for (Indicator part : added) {
      Indicator whole = wholes.get(part);
      if (whole == null || !added.contains(whole)) continue;
      Located place =
          places.formulas().getOrDefault(column.path(), Map.of()).get(ColumnReader.Role.VALUE);
      if (place == null) return;
      problems.add(
          place.problem(ProblemCode.TOTAL_COUNTS_TWICE, whole.fullTitle(), part.fullTitle()));
      return;
    }
  }

  /** Of each column that is contained in another: that other one. */
  private Map<Indicator, Indicator> wholes() {
    Map<Indicator, Indicator> wholes = new LinkedHashMap<>();
    Indicator before = null;
    for (Indicator column : form.indicators()) {
      if (column.part() == Part.OF_WHICH) {
        if (before != null) wholes.put(column, before);
      } else {
        before = column;
      }
      if (column.part() != Part.WHOLE) continue;
      for (Indicator other : form.indicators()) {
        boolean isBeside = other.path().equals(column.path().sibling(other.key()));
        if (isBeside && other.part() == Part.PART) wholes.put(other, column);
      }
    }
    return wholes;
  }

  private void checkTotalOfRows(Item row, Located place) {
    Set<String> added = new LinkedHashSet<>();
    Optional<Formula> formula =
        row.cells().values().stream().flatMap(cell -> cell.formula().stream()).findFirst();
    for (var reference : formula.map(Formula::addends).orElse(List.of())) {
      CellReference cell = (CellReference) reference;
      if (cell.place() != CellReference.Place.ITEM) continue;
      if (cell.isMany()) form.itemsBetween(cell.index()).forEach(item -> added.add(item.key()));
      else added.add(cell.index());
    }
    for (String key : added) {
      Optional<String> above = form.findItem(key).flatMap(Item::above);
      while (above.isPresent()) {
        if (added.contains(above.get())) {
          problems.add(
              place.problem(
                  ProblemCode.TOTAL_COUNTS_TWICE,
                  form.findItem(above.get()).map(Item::title).orElse(""),
                  form.findItem(key).map(Item::title).orElse("")));
          return;
        }
        above = form.findItem(above.get()).flatMap(Item::above);
      }
    }
  }
}
