package nuanbao.engine.report;

import java.math.BigDecimal;
import java.math.MathContext;
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
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.HeaderGrid;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.form.Rows;
import nuanbao.engine.form.Sheet;
import nuanbao.engine.form.Stub;
import nuanbao.engine.form.Totals;
import nuanbao.engine.form.ValueText;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.Language;
import nuanbao.engine.report.ReportSpec.TablePart;
import nuanbao.engine.report.Table.Labelled;
import nuanbao.engine.rollup.Cases;
import nuanbao.engine.rollup.Coverage;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;

/** Turns the figures of a form into the table that is printed. */
final class TableBuilder {
  /** The footnote that statistics tables carry when printed parts do not add up (GB practice). */
  private static final String ROUNDING_NOTE = "部分数据因四舍五入的原因，存在总计与分项合计不等的情况。";

  /** Means are printed with two decimals at least. */
  private static final int MEAN_DECIMALS = 2;

  private static final MathContext DIVISION = new MathContext(34, RoundingMode.HALF_UP);

  private final TablePart part;
  private final ReportSources sources;
  private final Figures figures;
  private final Form form;
  private final List<Stub> stubs;
  private final List<Column> leaves;
  private final ValueText texts;
  private int number;

  TableBuilder(TablePart part, ReportSources sources) {
    this.part = part;
    this.sources = sources;
    this.figures = sources.figures(part);
    this.form = figures.form();
    this.stubs = form.rows().stubs();
    this.leaves = Column.leavesOf(form.columns(), Leaves.PRINTED);
    this.texts = new ValueText(sources.units());
  }

  Table build() {
    List<Integer> printed = printedRows();
    List<TableColumn> columns = new ArrayList<>();
    stubs.forEach(stub -> columns.add(new TableColumn(kind(stub))));
    leaves.forEach(leaf -> columns.add(new TableColumn(kind(leaf))));
    return new Table(
        form.heading().attachment(),
        sources.wording().fill(form.title()),
        cover(),
        form.heading().measuredIn(),
        HeaderGrid.of(stubs, form.columns(), Leaves.PRINTED).map(sources.wording()::fill),
        columns,
        rows(printed),
        notes(printed));
  }

  private List<TableRow> rows(List<Integer> printed) {
    if (!form.rows().items().isEmpty()) return itemRows();
    List<TableRow> rows =
        form.rows().shape() == Rows.Shape.LIST ? entryRows(printed) : unitRows(printed);
    form.totals().average().flatMap(this::averageRow).ifPresent(rows::add);
    return rows;
  }

  private static TableColumn.Kind kind(Stub stub) {
    return switch (stub.kind()) {
      case NAME -> TableColumn.Kind.STUB;
      case NUMBER, IN, CODE, BY -> TableColumn.Kind.LABEL;
      case TEXT, LEAD, ASSIST, TARGET -> TableColumn.Kind.TEXT;
    };
  }

  private TableColumn.Kind kind(Column leaf) {
    if (!(leaf instanceof Indicator column)) return TableColumn.Kind.TEXT;
    if (column.isNumber()) return TableColumn.Kind.NUMBER;
    boolean isNumberSomewhere =
        form.rows().items().stream()
            .flatMap(item -> item.findCell(column.path()).stream())
            .anyMatch(Indicator::isNumber);
    return isNumberSomewhere ? TableColumn.Kind.NUMBER : TableColumn.Kind.TEXT;
  }

  /** A row for each unit. */
  private List<TableRow> unitRows(List<Integer> printed) {
    List<TableRow> rows = new ArrayList<>();
    for (int position : inPrintingOrder(printed)) {
      FormRow row = figures.rows().get(position);
      rows.add(
          row(
              role(row, depth(row)),
              depth(row),
              row,
              leaf -> cell(leaf, column -> figures.value(position, column))));
    }
    return rows;
  }

  /** A sum before its parts, or after them. */
  private List<Integer> inPrintingOrder(List<Integer> printed) {
    return switch (form.totals().position()) {
      case FIRST -> printed;
      case NONE ->
          printed.stream()
              .filter(row -> figures.rows().get(row).kind() != FormRow.Kind.TOTAL)
              .toList();
      case LAST -> {
        List<Integer> ordered = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (int row : printed) {
          FormRow one = figures.rows().get(row);
          while (!open.isEmpty() && !isPartOf(one, figures.rows().get(open.peek()))) {
            ordered.add(open.pop());
          }
          if (one.kind() == FormRow.Kind.TOTAL) open.push(row);
          else ordered.add(row);
        }
        while (!open.isEmpty()) ordered.add(open.pop());
        yield ordered;
      }
    };
  }

  /** The rows that the form names, with the figures of the unit whose report it is. */
  private List<TableRow> itemRows() {
    Optional<Integer> unit = figures.findRow(sources.unit().id());
    List<TableRow> rows = new ArrayList<>();
    for (Item item : form.rows().items()) {
      TableRow.Role role = item.isSection() ? TableRow.Role.SECTION : TableRow.Role.DETAIL;
      FormRow row = FormRow.of(item, sources.unit());
      rows.add(
          row(
              role,
              item.depth(),
              row,
              leaf ->
                  unit.isEmpty() || item.isSection()
                      ? new Cell.Blank()
                      : itemCell(unit.get(), item, leaf)));
    }
    return rows;
  }

  private Cell itemCell(int unit, Item item, Column leaf) {
    if (leaf instanceof Indicator column) {
      Optional<Indicator> cell = item.findCell(column.path());
      if (cell.isEmpty()) return new Cell.Words(ValueText.DASH);
      return cell(cell.get(), one -> figures.value(unit, item, one));
    }
    return cell(leaf, one -> figures.value(unit, item, one));
  }

  /** For each unit its entries one below the other, and a sum above what has several. */
  private List<TableRow> entryRows(List<Integer> printed) {
    Map<UnitId, List<Map<ColumnPath, Value>>> entries = entries();
    List<TableRow> rows = new ArrayList<>();
    for (int position : inPrintingOrder(printed)) {
      FormRow row = figures.rows().get(position);
      List<Map<ColumnPath, Value>> own = entries.getOrDefault(row.unit().id(), List.of());
      boolean isSum = row.kind() == FormRow.Kind.TOTAL;
      boolean sumsUp = isSum ? hasEntries(row.unit(), entries) || depth(row) == 0 : own.size() > 1;
      if (sumsUp && form.totals().position() != Totals.Position.NONE) {
        rows.add(
            row(
                depth(row) == 0 ? TableRow.Role.TOTAL : TableRow.Role.SUBTOTAL,
                depth(row),
                row,
                leaf -> cell(leaf, column -> figures.value(position, column))));
      }
      if (isSum) continue;
      for (Map<ColumnPath, Value> cells : own) rows.add(entryRow(row, own.size() > 1, cells));
    }
    return rows;
  }

  /** What was reported, by unit; of a register the cases that were open at some time. */
  private Map<UnitId, List<Map<ColumnPath, Value>>> entries() {
    Map<UnitId, List<Map<ColumnPath, Value>>> entries = new HashMap<>();
    if (figures.register().isPresent()) {
      for (Cases.Case one : Cases.of(form, figures.rounds(), sources.handedIn()).all()) {
        if (!one.isOpen() && !one.isClosed()) continue;
        entries.computeIfAbsent(one.key().unit(), any -> new ArrayList<>()).add(one.cells());
      }
      return entries;
    }
    for (Submission submission : sources.submissions(part)) {
      submission
          .answers(form.id())
          .rows()
          .forEach(
              (key, cells) ->
                  entries.computeIfAbsent(key.unit(), any -> new ArrayList<>()).add(cells));
    }
    return entries;
  }

  private boolean hasEntries(Unit unit, Map<UnitId, List<Map<ColumnPath, Value>>> entries) {
    return entries.keySet().stream()
        .anyMatch(id -> sources.units().isWithin(sources.units().unit(id), unit));
  }

  private TableRow entryRow(FormRow row, boolean isBelowSum, Map<ColumnPath, Value> cells) {
    RowKey key = row.key();
    Answers answers = new Answers(form.id(), Map.of(), Map.of(key, cells), Map.of());
    Sheet sheet =
        new Sheet(
            form,
            row.unit(),
            sources.units(),
            List.of(row),
            answers,
            Optional.empty(),
            figures.beyond());
    number++;
    return row(
        TableRow.Role.DETAIL,
        depth(row) + (isBelowSum ? 1 : 0),
        row,
        leaf -> cell(leaf, column -> sheet.value(row, column)));
  }

  /** The mean over the units printed right below the one whose report it is. */
  private Optional<TableRow> averageRow(String title) {
    List<FormRow> all = figures.rows();
    List<Integer> parts = new ArrayList<>();
    for (int row : printedRows()) {
      if (depth(all.get(row)) == 1 && all.get(row).kind() != FormRow.Kind.OWN) parts.add(row);
    }
    if (parts.isEmpty()) return Optional.empty();
    FormRow named = FormRow.of(FormRow.Kind.TOTAL, sources.unit(), title, 0);
    return Optional.of(row(TableRow.Role.SUBTOTAL, 0, named, leaf -> mean(leaf, parts)));
  }

  private Cell mean(Column leaf, List<Integer> parts) {
    if (!(leaf instanceof Indicator column) || !column.isNumber()) return new Cell.Blank();
    BigDecimal sum = BigDecimal.ZERO;
    int count = 0;
    for (int row : parts) {
      if (!(figures.value(row, column) instanceof Value.Number number)) continue;
      sum = sum.add(number.amount());
      count++;
    }
    if (count == 0) return new Cell.Blank();
    BigDecimal mean = sum.divide(BigDecimal.valueOf(count), DIVISION);
    return new Cell.Number(mean, Math.max(MEAN_DECIMALS, column.printDecimals()));
  }

  /** What stands in a column. */
  private interface Cells {
    Cell of(Column leaf);
  }

  private TableRow row(TableRow.Role role, int depth, FormRow row, Cells cells) {
    List<Cell> all = new ArrayList<>();
    for (Stub stub : stubs) all.add(stub(stub, role, row));
    for (Column leaf : leaves) all.add(cells.of(leaf));
    return new TableRow(role, depth, all);
  }

  private Cell stub(Stub stub, TableRow.Role role, FormRow row) {
    String text =
        switch (stub.kind()) {
          case NAME -> sources.wording().fill(row.title());
          case NUMBER -> role == TableRow.Role.DETAIL ? String.valueOf(numbered()) : "";
          case IN, CODE, TEXT, LEAD, ASSIST, TARGET, BY ->
              row.item().map(item -> item.stubs().getOrDefault(stub.kind(), "")).orElse("");
        };
    return text.isEmpty() ? new Cell.Blank() : new Cell.Words(text);
  }

  /** 序号: entries are counted where they are made, everything else here. */
  private int numbered() {
    return form.rows().shape() == Rows.Shape.LIST ? number : ++number;
  }

  /**
   * Rows at and below the unit that are asked for; own figures wherever something below is printed.
   * Of entries only the sums above them are asked for or not: none of them is left out.
   */
  private List<Integer> printedRows() {
    List<Integer> printed = new ArrayList<>();
    List<FormRow> rows = figures.rows();
    for (int i = 0; i < rows.size(); i++) {
      if (!sources.units().isWithin(rows.get(i).unit(), sources.unit())) continue;
      if (figures.isThere(i) && isPrinted(i)) printed.add(i);
    }
    return printed;
  }

  private boolean isPrinted(int position) {
    FormRow row = figures.rows().get(position);
    return switch (row.kind()) {
      case TOTAL, SECTION -> isAskedFor(row);
      case OWN -> form.rows().shape() == Rows.Shape.LIST || hasPrintedBelow(position);
      case TYPED -> form.rows().shape() == Rows.Shape.LIST || isAskedFor(row);
    };
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
      if (row.kind() != FormRow.Kind.OWN && figures.isThere(i) && isAskedFor(row)) return true;
    }
    return false;
  }

  private int depth(FormRow row) {
    return sources.units().depth(row.unit())
        - sources.units().depth(sources.unit())
        + (row.kind() == FormRow.Kind.OWN ? 1 : 0);
  }

  private static TableRow.Role role(FormRow row, int depth) {
    if (row.kind() != FormRow.Kind.TOTAL) return TableRow.Role.DETAIL;
    return depth == 0 ? TableRow.Role.TOTAL : TableRow.Role.SUBTOTAL;
  }

  /** Where the values of a row come from. */
  private interface Values {
    Value of(Indicator column);
  }

  private Cell cell(Column leaf, Values values) {
    if (leaf instanceof Indicator one) return cell(one, values.of(one));
    String text = texts.of(leaf, path -> values.of(form.indicator(path)));
    return text.isEmpty() ? new Cell.Blank() : new Cell.Words(text);
  }

  private Cell cell(Indicator indicator, Value value) {
    if (value instanceof Value.Number number) {
      return new Cell.Number(number.amount(), indicator.printDecimals());
    }
    if (value instanceof Value.Failed failed) {
      return new Cell.Failed(failed.reason().in(Language.CHINESE));
    }
    String text = texts.of(indicator, value);
    return text.isEmpty() ? new Cell.Blank() : new Cell.Words(text);
  }

  private List<Labelled> cover() {
    List<Labelled> cover = new ArrayList<>();
    cover.add(new Labelled("填报单位", sources.unit().name()));
    Optional<Answers> answers = sources.ownAnswers(part);
    for (Indicator field : form.coverFields()) {
      if (!appliesToUnit(field)) continue;
      Value value =
          answers
              .map(own -> own.cover().getOrDefault(field.path(), Value.BLANK))
              .orElse(Value.BLANK);
      cover.add(new Labelled(field.title(), texts.of(field, value)));
    }
    return cover;
  }

  /** A field that only some units are asked is not printed above the tables of others. */
  private boolean appliesToUnit(Indicator field) {
    return field
        .applicability()
        .appliesTo()
        .map(some -> some.selects(sources.unit(), sources.units()))
        .orElse(true);
  }

  private List<String> notes(List<Integer> printed) {
    List<String> notes = new ArrayList<>();
    boolean several = form.notes().size() > 1;
    for (int i = 0; i < form.notes().size(); i++) {
      String lead = i == 0 ? "备注：" : "　　　";
      notes.add(
          lead + (several ? (i + 1) + "." : "") + sources.wording().fill(form.notes().get(i)));
    }
    registerNote().ifPresent(notes::add);
    figures.whyNoLastYear().ifPresent(why -> notes.add("上年同期为空：" + why.chinese() + "。"));
    if (hasRoundingGap(printed)) notes.add(ROUNDING_NOTE);
    if (part.coverage()) coverageNote().ifPresent(notes::add);
    return notes;
  }

  /** 期初、新增、销账、期末, for the unit whose report it is. */
  private Optional<String> registerNote() {
    if (figures.register().isEmpty()) return Optional.empty();
    return figures
        .findRow(sources.unit().id())
        .map(figures.register().get()::of)
        .map(
            count ->
                "台账：期初 %d 件，新增 %d 件，销账 %d 件，期末 %d 件。"
                    .formatted(count.opening(), count.added(), count.closed(), count.closing()));
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
    if (!form.rows().items().isEmpty()) return false;
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
