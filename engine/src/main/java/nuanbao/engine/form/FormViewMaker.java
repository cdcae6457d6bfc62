package nuanbao.engine.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nuanbao.engine.form.Column.Leaves;
import nuanbao.engine.form.FormView.ChildRecord;
import nuanbao.engine.form.FormView.EntryList;
import nuanbao.engine.form.FormView.Explanation;
import nuanbao.engine.form.FormView.Field;
import nuanbao.engine.form.FormView.Row;
import nuanbao.engine.form.FormView.Written;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Puts the view of a form together. */
final class FormViewMaker {
  private static final String NEW_ENTRY_TITLE = "新的一条";

  /** More units than anybody looks through; who needs another one writes its id. */
  private static final int MOST_UNITS = 2000;

  private final Sheet sheet;
  private final Form form;
  private final Unit reporter;
  private final Round round;
  private final List<Unit> holders;
  private final Wording wording;
  private final Written written;
  private final List<Problem> problems;
  private final ValueText texts;

  /** Numbers of the child records that are on the page, by the name of their field. */
  private final Map<String, Set<String>> recordNumbers = new HashMap<>();

  private final Map<FieldType, List<FieldType.Option>> unitOptions = new HashMap<>();

  FormViewMaker(
      Sheet sheet,
      Unit reporter,
      Round round,
      List<Unit> holders,
      Wording wording,
      Written written,
      List<Problem> problems) {
    this.sheet = sheet;
    this.form = sheet.form();
    this.reporter = reporter;
    this.round = round;
    this.holders = holders;
    this.wording = wording;
    this.written = written;
    this.problems = problems;
    this.texts = new ValueText(sheet.units());
    written.typed().keySet().forEach(this::noteRecord);
  }

  /** {@code form/rows/id/column/3/inner} is in record 3, and so is {@code form/cover/field/3}. */
  private void noteRecord(String name) {
    if (!name.startsWith(form.id() + "/")) return;
    int at = name.startsWith(form.id() + "/cover/") ? 3 : 4;
    String[] steps = name.split("/", -1);
    if (steps.length <= at) return;
    String field = String.join("/", List.of(steps).subList(0, at));
    recordNumbers.computeIfAbsent(field, any -> new LinkedHashSet<>()).add(steps[at]);
  }

  FormView make() {
    List<Field> cover = new ArrayList<>();
    for (Indicator field : form.coverFields()) cover.add(cover(field));
    List<Row> rows = new ArrayList<>();
    for (FormRow row : shownRows()) rows.add(row(row, rows.size() + 1));
    HeaderGrid header = HeaderGrid.of(form.stubs(), form.columns(), Leaves.TYPED);
    return new FormView(
        form.id(),
        new Form.Heading(
            wording.fill(form.title()), form.heading().attachment(), form.heading().measuredIn()),
        reporter,
        round,
        cover,
        header.map(wording::fill),
        form.stubs(),
        rows,
        entryList(rows.size()),
        explanations(),
        form.notes().stream().map(wording::fill).toList(),
        problems);
  }

  /** The rows of the sheet, and entries that are on the page without anything in them. */
  private List<FormRow> shownRows() {
    List<FormRow> rows = new ArrayList<>(sheet.rows());
    if (form.rows().shape() != Rows.Shape.LIST) return rows;
    Map<String, FormRow> byId = new LinkedHashMap<>();
    for (FormRow row : rows) byId.put(row.key().item(), row);
    Set<String> ids = new LinkedHashSet<>(written.entries());
    ids.addAll(byId.keySet());
    Set<String> filledIn = new HashSet<>(byId.keySet());
    written.typed().forEach((name, text) -> noteEntry(name, text, filledIn));
    List<FormRow> ordered = new ArrayList<>();
    int number = 0;
    for (String id : ids) {
      String title = filledIn.contains(id) ? "第" + ++number + "条" : NEW_ENTRY_TITLE;
      ordered.add(entry(id, Optional.ofNullable(byId.get(id)), title));
    }
    return ordered;
  }

  /** An entry counts once something is written in it, as it does when it is handed in. */
  private void noteEntry(String name, String text, Set<String> filledIn) {
    String[] steps = name.split("/", -1);
    if (steps.length < 4 || text.isBlank() || steps[3].equals("unit")) return;
    if (steps[0].equals(form.id().value()) && steps[1].equals("rows")) filledIn.add(steps[2]);
  }

  private FormRow entry(String id, Optional<FormRow> known, String number) {
    Unit unit = known.map(FormRow::unit).orElseGet(() -> holder(id));
    return FormRow.entry(new RowKey(unit.id(), id), unit, reporter, number);
  }

  private Unit holder(String id) {
    return Optional.ofNullable(written.typed().get(form.id() + "/rows/" + id + "/unit"))
        .flatMap(sheet.units()::findUnit)
        .orElse(reporter);
  }

  private Optional<EntryList> entryList(int count) {
    if (!(form.rows() instanceof Rows.Entries entries)) return Optional.empty();
    Row blank = row(entry(FormView.NEW_ENTRY, Optional.empty(), NEW_ENTRY_TITLE), count + 1);
    return Optional.of(
        new EntryList(
            holders, entries.least(), entries.most(), blank, entries.register().isPresent()));
  }

  private Field cover(Indicator field) {
    Value value = sheet.answers().cover().getOrDefault(field.path(), Value.BLANK);
    CellPosition cell =
        new CellPosition(form.id().value(), "", "", field.path().value(), field.fullTitle());
    String name = form.id() + "/cover/" + field.path();
    Beside beside =
        new Beside(
            form.id() + "/cover/", path -> sheet.answers().cover().getOrDefault(path, Value.BLANK));
    return field(name, cell, field, sheet.coverState(field), value, beside);
  }

  private Row row(FormRow row, int number) {
    List<String> stubs = new ArrayList<>();
    for (Stub stub : form.stubs()) stubs.add(stub(stub, row, number));
    if (!row.isTyped()) return new Row(row, stubs, List.of());
    List<Field> fields = new ArrayList<>();
    for (Indicator column : form.indicators()) {
      Indicator cell = row.findCell(column).orElse(column);
      CellState state = sheet.state(row, column).orElse(CellState.NOT_APPLICABLE);
      CellPosition place =
          new CellPosition(
              form.id().value(),
              row.key().toString(),
              row.title(),
              column.path().value(),
              wording.fill(column.fullTitle()));
      Beside beside =
          new Beside(
              form.id() + "/rows/" + row.key() + "/",
              path -> sheet.value(row, form.indicator(path)));
      Value value = sheet.value(row, column);
      fields.add(field(beside.name + column.path(), place, cell, state, value, beside));
    }
    return new Row(row, stubs, fields);
  }

  private String stub(Stub stub, FormRow row, int number) {
    return switch (stub.kind()) {
      case NAME ->
          form.rows().shape() == Rows.Shape.LIST
              ? row.unit().rowTitle()
              : wording.fill(row.title());
      case NUMBER -> String.valueOf(number);
      case IN, CODE, TEXT, LEAD, ASSIST, TARGET, BY ->
          row.item().map(item -> item.stubs().getOrDefault(stub.kind(), "")).orElse("");
    };
  }

  /** What else is written in a record: names of fields begin so, values are found by column. */
  private record Beside(String name, Function<ColumnPath, Value> values) {}

  private Field field(
      String name,
      CellPosition place,
      Indicator asked,
      CellState state,
      Value value,
      Beside beside) {
    Indicator cell = worded(asked);
    List<Problem> here = problems.stream().filter(problem -> isAt(problem.cell(), place)).toList();
    String text = written.typed().getOrDefault(name, raw(value));
    List<ChildRecord> records = new ArrayList<>();
    List<Field> blank = new ArrayList<>();
    if (cell.type() instanceof FieldType.Records type) {
      records.addAll(records(type, value, name, place));
      blank.addAll(record(type, Map.of(), name + "/" + FormView.NEW_RECORD, place, records.size()));
    }
    String shown = texts.of(cell, value);
    List<FieldType.Option> options = state.isTyped() ? options(cell, beside) : List.of();
    return new Field(
        name, place.toString(), cell, state, text, shown, options, records, blank, here);
  }

  /** As its titles are printed. */
  private Indicator worded(Indicator cell) {
    boolean isPlain = cell.titles().stream().noneMatch(title -> title.indexOf('{') >= 0);
    return isPlain ? cell : cell.titled(cell.titles().stream().map(wording::fill).toList());
  }

  private List<FieldType.Option> options(Indicator cell, Beside beside) {
    FieldType type = cell.type();
    if (type instanceof FieldType.Choices choices) return choices.options();
    if (type instanceof FieldType.OneUnit one) {
      return unitOptions.computeIfAbsent(type, any -> units(one));
    }
    if (!(type instanceof FieldType.Choice choice)) return List.of();
    if (choice.narrowedBy().isEmpty()) return choice.options();
    FieldType.Narrowing narrowing = choice.narrowedBy().get();
    ColumnPath sibling = cell.path().sibling(narrowing.column());
    String answer =
        Optional.ofNullable(written.typed().get(beside.name + sibling))
            .orElseGet(() -> raw(beside.values.apply(sibling)));
    if (answer.isEmpty()) return choice.options(); // nothing narrows it as yet
    Set<String> left = narrowing.codes().getOrDefault(answer, Set.of());
    return choice.options().stream().filter(option -> left.contains(option.code())).toList();
  }

  private List<FieldType.Option> units(FieldType.OneUnit type) {
    return type.among().unitsIn(sheet.units()).stream()
        .limit(MOST_UNITS)
        .map(unit -> new FieldType.Option(unit.id().value(), unit.shortName()))
        .toList();
  }

  /** Those on the page, be they blank; else those that were kept. */
  private List<ChildRecord> records(
      FieldType.Records type, Value value, String name, CellPosition place) {
    List<Map<String, Value>> kept =
        value instanceof Value.Records given ? given.records() : List.of();
    Set<String> numbers = recordNumbers.getOrDefault(name, Set.of());
    boolean isPosted = !numbers.isEmpty() || written.typed().containsKey(name);
    List<ChildRecord> records = new ArrayList<>();
    if (isPosted) {
      for (String number : numbers) {
        String inner = name + "/" + number;
        records.add(new ChildRecord(inner, record(type, Map.of(), inner, place, records.size())));
      }
    } else {
      for (Map<String, Value> one : kept) {
        String inner = name + "/" + records.size();
        records.add(new ChildRecord(inner, record(type, one, inner, place, records.size())));
      }
    }
    return records;
  }

  private List<Field> record(
      FieldType.Records type,
      Map<String, Value> record,
      String name,
      CellPosition place,
      int index) {
    Beside beside = new Beside(name + "/", path -> record.getOrDefault(path.value(), Value.BLANK));
    List<Field> fields = new ArrayList<>();
    for (Indicator asked : Column.indicatorsOf(type.columns())) {
      Indicator column = worded(asked);
      Value value = beside.values.apply(column.path());
      String inner = beside.name + column.path();
      fields.add(
          new Field(
              inner,
              place + " 第" + (index + 1) + "条 " + column.fullTitle(),
              column,
              column.required() ? CellState.REQUIRED : CellState.OPTIONAL,
              written.typed().getOrDefault(inner, raw(value)),
              texts.of(column, value),
              options(column, beside),
              List.of(),
              List.of(),
              List.of()));
    }
    return fields;
  }

  /** For every check that failed and may be explained, once. */
  private List<Explanation> explanations() {
    List<Explanation> explanations = new ArrayList<>();
    for (Check check : form.checks()) {
      if (check.severity() != Check.Severity.EXPLAIN) continue;
      List<Problem> failures =
          problems.stream()
              .filter(problem -> CheckRun.isAbout(problem, form.id(), check.id()))
              .toList();
      if (failures.isEmpty()) continue;
      String name = form.id() + "/explanations/" + check.id();
      String stored = sheet.answers().explanations().getOrDefault(check.id(), "");
      String text = written.typed().getOrDefault(name, stored);
      // A waived check asks for nothing; what was explained before stays with the sheet.
      boolean isWaived = failures.get(0).code() == ProblemCode.CHECK_WAIVED;
      if (isWaived && text.isEmpty()) continue;
      explanations.add(new Explanation(name, check.title(), text));
    }
    return explanations;
  }

  private static boolean isAt(@Nullable CellPosition at, CellPosition cell) {
    return at != null
        && at.form().equals(cell.form())
        && at.row().equals(cell.row())
        && at.column().equals(cell.column());
  }

  /** As it is written in a field. */
  private static String raw(Value value) {
    if (value instanceof Value.Number number) return number.amount().toPlainString();
    if (value instanceof Value.Words words) return words.text();
    if (value instanceof Value.Truth truth) return String.valueOf(truth.isTrue());
    if (value instanceof Value.Day day) return day.date().toString();
    if (value instanceof Value.Choices choices)
      return String.join(FormView.SEPARATOR, choices.codes());
    if (value instanceof Value.NotApplicable) return "不适用";
    return "";
  }
}
