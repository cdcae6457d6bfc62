package nuanbao.engine.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.form.Column.Leaves;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Text;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A form as its reporter sees it for one round: what to show, and nothing about how.
 *
 * @param header columns that name the rows, then one for every value; a record has none that name
 * @param stubs how many columns name a row
 * @param entries where the reporter adds rows itself
 * @param problems of the form as a whole; those of a cell stand beside it as well
 */
public record FormView(
    FormId form,
    Form.Heading heading,
    Unit reporter,
    Round round,
    List<Field> cover,
    HeaderGrid header,
    int stubs,
    List<Row> rows,
    Optional<EntryList> entries,
    List<Explanation> explanations,
    List<String> notes,
    List<Problem> problems) {

  /** What stands for the id of an entry in {@link EntryList#blank()}. */
  public static final String NEW_ENTRY = "__new__";

  /** What stands for the number of a record in {@link Field#blankRecord()}. */
  public static final String NEW_RECORD = "__record__";

  /**
   * Where a failed check of severity {@code explain} is explained.
   *
   * @param name where the text stands in the answers
   * @param label what there is to explain
   */
  public record Explanation(String name, String label, String text) {}

  /**
   * One place to write, or to read where nothing is typed.
   *
   * @param name where its value stands in the answers, joined by slashes: {@code
   *     table/rows/5101/people.women}
   * @param label row and column as printed, for who cannot see the table
   * @param indicator what the cell is: of a fixed row as column and row say together
   * @param state what is asked, as far as the rest is filled in
   * @param value as it is written in a field: a code, a day, a number; several codes are joined by
   *     commas
   * @param shown as it is printed
   * @param records fields of the child records, one list each
   * @param blankRecord fields of a child record that is still to be added; empty elsewhere
   */
  public record Field(
      String name,
      String label,
      Indicator indicator,
      CellState state,
      String value,
      String shown,
      List<List<Field>> records,
      List<Field> blankRecord,
      List<Problem> problems) {
    public Field {
      records = List.copyOf(records);
      blankRecord = List.copyOf(blankRecord);
      problems = List.copyOf(problems);
    }

    /** The codes of several out of a list. */
    public Set<String> chosen() {
      return Set.of(value.split(","));
    }
  }

  /**
   * A row of the table.
   *
   * @param stubs texts of the columns that name it
   * @param fields one for each value; none where the engine adds the row up, and in a heading
   */
  public record Row(FormRow row, List<String> stubs, List<Field> fields) {
    public Row {
      stubs = List.copyOf(stubs);
      fields = List.copyOf(fields);
    }
  }

  /**
   * Rows that the reporter adds.
   *
   * @param holders units whose entries it hands in; with more than one each entry says whose it is,
   *     in the field {@code form/rows/id/unit}
   * @param blank a row that is still to be added
   * @param isRegister whether only what changed is written
   */
  public record EntryList(List<Unit> holders, int least, int most, Row blank, boolean isRegister) {
    public EntryList {
      holders = List.copyOf(holders);
    }
  }

  /**
   * What was written in a form so far.
   *
   * @param answers what could be read of it
   * @param typed by the name of its field, text as it was typed; it stands before what could be
   *     read, so that nobody has to type again what was refused
   * @param entries ids of entries that are on the page, be they blank
   */
  public record Written(Answers answers, Map<String, String> typed, List<String> entries) {
    public Written {
      typed = Map.copyOf(typed);
      entries = List.copyOf(entries);
    }

    public Written(Answers answers, Map<String, String> typed) {
      this(answers, typed, List.of());
    }
  }

  public FormView {
    cover = List.copyOf(cover);
    rows = List.copyOf(rows);
    explanations = List.copyOf(explanations);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  /**
   * The view of a form.
   *
   * @param sheet what was written so far, with all rows of the reporter
   * @param holders units whose entries the reporter hands in
   * @param written what was typed, and entries that are still blank
   * @param problems what is wrong with it
   */
  public static FormView of(
      Sheet sheet,
      Unit reporter,
      Round round,
      List<Unit> holders,
      Wording wording,
      Written written,
      List<Problem> problems) {
    return new Maker(sheet, reporter, round, holders, wording, written, problems).make();
  }

  /** Puts a view together. */
  private static final class Maker {
    private final Sheet sheet;
    private final Form form;
    private final Unit reporter;
    private final Round round;
    private final List<Unit> holders;
    private final Wording wording;
    private final Written written;
    private final List<Problem> problems;
    private final ValueText texts;

    Maker(
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
          form.stubs().size(),
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
      List<FormRow> ordered = new ArrayList<>();
      Set<String> placed = new HashSet<>();
      for (String id : written.entries()) {
        if (!placed.add(id)) continue;
        ordered.add(byId.getOrDefault(id, blankEntry(id, ordered.size() + 1)));
      }
      for (FormRow row : rows) {
        if (placed.add(row.key().item())) ordered.add(row);
      }
      return ordered;
    }

    private FormRow blankEntry(String id, int number) {
      Unit unit =
          Optional.ofNullable(written.typed().get(form.id() + "/rows/" + id + "/unit"))
              .flatMap(sheet.units()::findUnit)
              .orElse(reporter);
      return new FormRow(
          FormRow.Kind.TYPED,
          new RowKey(unit.id(), id),
          unit,
          Optional.empty(),
          "第" + number + "条",
          0);
    }

    private Optional<EntryList> entryList(int count) {
      if (!(form.rows() instanceof Rows.Entries entries)) return Optional.empty();
      Row blank = row(blankEntry(NEW_ENTRY, count + 1), count + 1);
      return Optional.of(
          new EntryList(
              holders, entries.least(), entries.most(), blank, entries.register().isPresent()));
    }

    private Field cover(Indicator field) {
      Value value = sheet.answers().cover().getOrDefault(field.path(), Value.BLANK);
      CellPosition cell =
          new CellPosition(form.id().value(), "", "", field.path().value(), field.fullTitle());
      String name = form.id() + "/cover/" + field.path();
      return field(name, cell, cell.toString(), field, sheet.coverState(field), value);
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
        String name = form.id() + "/rows/" + row.key() + "/" + column.path();
        Value value = sheet.value(row, column);
        fields.add(field(name, place, place.toString(), cell, state, value));
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

    private Field field(
        String name,
        CellPosition place,
        String label,
        Indicator cell,
        CellState state,
        Value value) {
      List<Problem> here =
          problems.stream().filter(problem -> isAt(problem.cell(), place)).toList();
      String text = written.typed().getOrDefault(name, raw(value));
      List<List<Field>> records = new ArrayList<>();
      List<Field> blank = new ArrayList<>();
      if (cell.type() instanceof FieldType.Records asked) {
        List<Map<String, Value>> all =
            value instanceof Value.Records given ? given.records() : List.of();
        for (int i = 0; i < all.size(); i++) {
          records.add(record(asked, all.get(i), name, label, i, String.valueOf(i)));
        }
        blank.addAll(record(asked, Map.of(), name, label, all.size(), NEW_RECORD));
      }
      return new Field(name, label, cell, state, text, texts.of(cell, value), records, blank, here);
    }

    private List<Field> record(
        FieldType.Records asked,
        Map<String, Value> record,
        String name,
        String label,
        int index,
        String number) {
      List<Field> fields = new ArrayList<>();
      for (Indicator column : Column.indicatorsOf(asked.columns())) {
        Value value = record.getOrDefault(column.path().value(), Value.BLANK);
        String inner = name + "/" + number + "/" + column.path();
        fields.add(
            new Field(
                inner,
                label + " 第" + (index + 1) + "条 " + column.fullTitle(),
                column,
                column.required() ? CellState.REQUIRED : CellState.OPTIONAL,
                written.typed().getOrDefault(inner, raw(value)),
                texts.of(column, value),
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
        boolean failed = problems.stream().anyMatch(problem -> isAbout(problem, check));
        if (!failed) continue;
        String name = form.id() + "/explanations/" + check.id();
        String text = sheet.answers().explanations().getOrDefault(check.id(), "");
        explanations.add(
            new Explanation(
                name,
                check.says().orElse(check.rule().text()),
                written.typed().getOrDefault(name, text)));
      }
      return explanations;
    }

    private boolean isAbout(Problem problem, Check check) {
      boolean explains =
          problem.code() == ProblemCode.CHECK_NEEDS_EXPLANATION
              || problem.code() == ProblemCode.CHECK_EXPLAINED;
      CellPosition cell = problem.cell();
      return explains
          && cell != null
          && cell.form().equals(form.id().value())
          && problem.arguments().contains(Text.of(check.id().value()));
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
      if (value instanceof Value.Choices choices) return String.join(",", choices.codes());
      if (value instanceof Value.NotApplicable) return "不适用";
      return "";
    }
  }
}
