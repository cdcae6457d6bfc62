package nuanbao.engine.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.Column.Leaves;
import nuanbao.engine.form.ColumnGroup;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.HeaderGrid;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.Language;
import nuanbao.engine.report.ReportSpec.TablePart;
import nuanbao.engine.report.Table.Labelled;
import nuanbao.engine.rollup.Coverage;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.unit.Unit;

/** Turns the figures of a form into the table that is printed. */
final class TableBuilder {
  /** The footnote that statistics tables carry when printed parts do not add up (GB practice). */
  private static final String ROUNDING_NOTE = "部分数据因四舍五入的原因，存在总计与分项合计不等的情况。";

  private final TablePart part;
  private final ReportSources sources;
  private final Figures figures;
  private final Form form;
  private final List<Column> leaves;

  TableBuilder(TablePart part, ReportSources sources) {
    this.part = part;
    this.sources = sources;
    this.figures = sources.figures(part);
    this.form = figures.form();
    this.leaves = Column.leavesOf(form.columns(), Leaves.PRINTED);
  }

  Table build() {
    List<Integer> printed = printedRows();
    List<TableColumn> columns = new ArrayList<>();
    columns.add(new TableColumn(TableColumn.Kind.STUB));
    leaves.forEach(leaf -> columns.add(new TableColumn(kind(leaf))));
    List<TableRow> rows = new ArrayList<>();
    for (int row : printed) rows.add(row(row));
    return new Table(
        form.heading().attachment(),
        form.title(),
        cover(),
        form.heading().measuredIn(),
        HeaderGrid.of(List.of(form.rows().head()), form.columns(), Leaves.PRINTED),
        columns,
        rows,
        notes(printed));
  }

  /**
   * Rows at and below the unit that are asked for; own figures wherever something below is printed.
   */
  private List<Integer> printedRows() {
    List<Integer> printed = new ArrayList<>();
    List<FormRow> rows = figures.rows();
    for (int i = 0; i < rows.size(); i++) {
      if (!sources.units().isWithin(rows.get(i).unit(), sources.unit())) continue;
      if (rows.get(i).kind() == FormRow.Kind.OWN ? hasPrintedBelow(i) : isAskedFor(rows.get(i))) {
        printed.add(i);
      }
    }
    return printed;
  }

  private boolean isAskedFor(FormRow row) {
    return part.units().map(units -> units.selects(row.unit(), sources.units())).orElse(true);
  }

  private boolean hasPrintedBelow(int own) {
    List<FormRow> rows = figures.rows();
    Unit unit = rows.get(own).unit();
    for (int i = own + 1; i < rows.size(); i++) {
      FormRow row = rows.get(i);
      if (!sources.units().isWithin(row.unit(), unit)) break; // what is below stands together
      if (row.kind() != FormRow.Kind.OWN && isAskedFor(row)) return true;
    }
    return false;
  }

  private static TableColumn.Kind kind(Column leaf) {
    return leaf instanceof Indicator indicator && indicator.isNumber()
        ? TableColumn.Kind.NUMBER
        : TableColumn.Kind.TEXT;
  }

  private TableRow row(int position) {
    FormRow row = figures.rows().get(position);
    int depth =
        sources.units().depth(row.unit())
            - sources.units().depth(sources.unit())
            + (row.kind() == FormRow.Kind.OWN ? 1 : 0);
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Words(row.title()));
    for (Column leaf : leaves) cells.add(cell(position, leaf));
    TableRow.Role role =
        row.kind() != FormRow.Kind.TOTAL
            ? TableRow.Role.DETAIL
            : depth == 0 ? TableRow.Role.TOTAL : TableRow.Role.SUBTOTAL;
    return new TableRow(role, depth, cells);
  }

  private Cell cell(int row, Column leaf) {
    if (leaf instanceof Indicator indicator) return cell(indicator, figures.value(row, indicator));
    ColumnGroup group = (ColumnGroup) leaf;
    Map<String, String> texts = new HashMap<>();
    group
        .indicators()
        .forEach(one -> texts.put(one.key(), cell(one, figures.value(row, one)).text()));
    String text = group.print().orElseThrow().fill(key -> texts.getOrDefault(key, ""));
    return text.isEmpty() ? new Cell.Blank() : new Cell.Words(text);
  }

  private static Cell cell(Indicator indicator, Value value) {
    if (value instanceof Value.Number number) {
      return new Cell.Number(number.amount(), indicator.printDecimals());
    }
    if (value instanceof Value.Words words) return new Cell.Words(words.text());
    if (value instanceof Value.Failed failed) {
      return new Cell.Failed(failed.reason().in(Language.CHINESE));
    }
    return new Cell.Blank();
  }

  private List<Labelled> cover() {
    List<Labelled> cover = new ArrayList<>();
    cover.add(new Labelled("填报单位", sources.unit().name()));
    Optional<Answers> answers = sources.ownAnswers(part);
    for (Indicator field : form.coverFields()) {
      Value value =
          answers
              .map(own -> own.cover().getOrDefault(field.path(), Value.BLANK))
              .orElse(Value.BLANK);
      cover.add(new Labelled(field.title(), cell(field, value).text()));
    }
    return cover;
  }

  private List<String> notes(List<Integer> printed) {
    List<String> notes = new ArrayList<>();
    boolean several = form.notes().size() > 1;
    for (int i = 0; i < form.notes().size(); i++) {
      String lead = i == 0 ? "备注：" : "　　　";
      notes.add(lead + (several ? (i + 1) + "." : "") + form.notes().get(i));
    }
    if (hasRoundingGap(printed)) notes.add(ROUNDING_NOTE);
    if (part.coverage()) coverageNote().ifPresent(notes::add);
    return notes;
  }

  /** 应报、已报、上报率 and who is missing, for the unit whose report it is. */
  private Optional<String> coverageNote() {
    Optional<Integer> row = figures.findRow(sources.unit().id());
    if (row.isEmpty()) return Optional.empty();
    Coverage coverage = figures.coverage(row.get());
    if (coverage.expected() == 0) return Optional.empty();
    String rate =
        BigDecimal.valueOf(coverage.received() * 100L)
            .divide(BigDecimal.valueOf(coverage.expected()), 1, RoundingMode.HALF_UP)
            .toPlainString();
    StringBuilder note =
        new StringBuilder(
            "报送情况：应报 %d 份，已报 %d 份，上报率 %s%%"
                .formatted(coverage.expected(), coverage.received(), rate));
    List<String> missing =
        figures.missing().stream()
            .filter(unit -> sources.units().isWithin(unit, sources.unit()))
            .map(Unit::shortName)
            .toList();
    if (!missing.isEmpty()) note.append("；未报：").append(String.join("、", missing));
    if (coverage.blankRows() > 0) {
      note.append("；已报表中空行 %d 行".formatted(coverage.blankRows()));
    }
    return Optional.of(note.append("。").toString());
  }

  /** Whether somewhere the printed parts of a sum, added up, are not the printed sum. */
  private boolean hasRoundingGap(List<Integer> printed) {
    Map<Integer, Integer> sums = sumsOf(printed);
    return form.indicators().stream()
        .filter(one -> one.isNumber() && one.rollup() == RollupRule.SUM)
        .anyMatch(one -> hasRoundingGap(sums, one));
  }

  /** For each printed row the nearest printed row above that sums it up. */
  private Map<Integer, Integer> sumsOf(List<Integer> printed) {
    Map<Integer, Integer> sums = new LinkedHashMap<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int row : printed) {
      FormRow one = figures.rows().get(row);
      while (!open.isEmpty() && !isPartOf(one, figures.rows().get(open.peek()))) open.pop();
      if (!open.isEmpty()) sums.put(row, open.peek());
      if (one.kind() == FormRow.Kind.TOTAL) open.push(row);
    }
    return sums;
  }

  private boolean isPartOf(FormRow row, FormRow sum) {
    return sources.units().isWithin(row.unit(), sum.unit());
  }

  private boolean hasRoundingGap(Map<Integer, Integer> sums, Indicator indicator) {
    Map<Integer, BigDecimal> exact = new HashMap<>();
    Map<Integer, BigDecimal> rounded = new HashMap<>();
    sums.forEach(
        (row, sum) -> {
          if (!(figures.value(row, indicator) instanceof Value.Number part)) return;
          exact.merge(sum, part.amount(), BigDecimal::add);
          rounded.merge(sum, print(part.amount(), indicator), BigDecimal::add);
        });
    return exact.entrySet().stream()
        .anyMatch(
            entry ->
                figures.value(entry.getKey(), indicator) instanceof Value.Number sum
                    && sum.amount().compareTo(entry.getValue()) == 0
                    && print(sum.amount(), indicator).compareTo(rounded.get(entry.getKey())) != 0);
  }

  private static BigDecimal print(BigDecimal amount, Indicator indicator) {
    return amount.setScale(indicator.printDecimals(), RoundingMode.HALF_UP);
  }
}
