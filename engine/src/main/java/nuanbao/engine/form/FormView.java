package nuanbao.engine.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;

/**
 * A form as its reporter sees it for one round: what to show, and nothing about how.
 *
 * @param header columns that name the rows, then one for every value; a record has none that name
 * @param stubs the columns that name a row
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
    List<Stub> stubs,
    List<Row> rows,
    Optional<EntryList> entries,
    List<Explanation> explanations,
    List<String> notes,
    List<Problem> problems) {

  /** What stands for the id of an entry in {@link EntryList#blank()}. */
  public static final String NEW_ENTRY = "__new__";

  /** What stands between several answers of one field in {@link Field#value()}. */
  public static final String SEPARATOR = "\n";

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
   * @param value as it is written in a field: a code, a day, a number; several codes stand in lines
   *     of their own
   * @param shown as it is printed
   * @param options to choose from, as far as the rest is filled in; empty where nothing is chosen
   * @param records the child records
   * @param blankRecord fields of a child record that is still to be added; empty elsewhere
   */
  public record Field(
      String name,
      String label,
      Indicator indicator,
      CellState state,
      String value,
      String shown,
      List<FieldType.Option> options,
      List<ChildRecord> records,
      List<Field> blankRecord,
      List<Problem> problems) {
    public Field {
      options = List.copyOf(options);
      records = List.copyOf(records);
      blankRecord = List.copyOf(blankRecord);
      problems = List.copyOf(problems);
    }

    /** The codes of several out of a list, as they were written. */
    public List<String> chosen() {
      return value.isEmpty() ? List.of() : List.of(value.split(SEPARATOR));
    }
  }

  /**
   * A record within a record.
   *
   * @param name where it stands in the answers: that of its field and a number, which may leave
   *     gaps
   */
  public record ChildRecord(String name, List<Field> fields) {
    public ChildRecord {
      fields = List.copyOf(fields);
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
    stubs = List.copyOf(stubs);
    explanations = List.copyOf(explanations);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  /** How answers hold the rows. */
  public Rows.Shape shape() {
    if (entries.isPresent()) return Rows.Shape.LIST;
    return stubs.isEmpty() ? Rows.Shape.RECORD : Rows.Shape.BY_KEY;
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
    return new FormViewMaker(sheet, reporter, round, holders, wording, written, problems).make();
  }
}
