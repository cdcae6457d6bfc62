package nuanbao.engine.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.form.FormNames.Attribute;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.formula.Formula.Verdict;
import nuanbao.engine.formula.Period;
import nuanbao.engine.formula.Reference;
import nuanbao.engine.formula.Scope;
import nuanbao.engine.formula.Value;
import nuanbao.engine.formula.ValueKind;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitTree;
import org.jspecify.annotations.Nullable;

/**
 * A form as one reporter fills it in: its rows with what was written in them. Computed cells run
 * when asked; every formula of the form runs in a scope of it. Not for several threads.
 */
public final class Sheet {
  private final Form form;
  private final Unit reporter;
  private final UnitTree units;
  private final List<FormRow> rows;
  private final Answers answers;
  private final Beyond beyond;
  private final Map<Attribute, Value> attributes = new EnumMap<>(Attribute.class);
  private final Map<String, FormRow> byItem = new HashMap<>();
  private final Map<RowKey, Map<ColumnPath, Value>> computed = new HashMap<>();

  /**
   * A sheet.
   *
   * @param rows all its rows, in printing order
   * @param round empty where it is filled in for no round, so that nothing is known of it
   * @param beyond what was reported at other times, in other forms and by other units
   */
  public Sheet(
      Form form,
      Unit reporter,
      UnitTree units,
      List<FormRow> rows,
      Answers answers,
      Optional<Round> round,
      Beyond beyond) {
    this.form = form;
    this.reporter = reporter;
    this.units = units;
    this.rows = List.copyOf(rows);
    this.answers = answers;
    this.beyond = beyond;
    attributes.put(Attribute.UNIT_NAME, Value.of(reporter.name()));
    round.ifPresent(this::note);
    for (FormRow row : rows) row.item().ifPresent(item -> byItem.put(item.key(), row));
  }

  private void note(Round round) {
    attributes.put(Attribute.ROUND_FROM, Value.of(round.from()));
    attributes.put(Attribute.ROUND_TO, Value.of(round.to()));
    attributes.put(Attribute.ROUND_DUE, Value.of(round.due()));
  }

  public Form form() {
    return form;
  }

  public UnitTree units() {
    return units;
  }

  public List<FormRow> rows() {
    return rows;
  }

  public Answers answers() {
    return answers;
  }

  /** The row of an item; empty where the sheet has none. */
  Optional<FormRow> findRow(String item) {
    return Optional.ofNullable(byItem.get(item));
  }

  /** Some row, for rules that look at the sheet as a whole. */
  FormRow anyRow() {
    return rows.isEmpty() ? nowhere() : rows.get(0);
  }

  private FormRow nowhere() {
    return FormRow.of(FormRow.Kind.TYPED, reporter, reporter.rowTitle(), 0);
  }

  /** Whether something must be typed in a row. */
  boolean isAskedFor(FormRow row) {
    for (Indicator column : form.indicators()) {
      if (state(row, column).filter(CellState.REQUIRED::equals).isPresent()) return true;
    }
    return false;
  }

  /** What formulas of a row see. */
  public Scope scope(FormRow row) {
    return new RowScope(row, Optional.empty());
  }

  /** What a formula about rows sees when it runs in one column. */
  public Scope scope(FormRow row, Indicator column) {
    return new RowScope(row, Optional.of(column.path()));
  }

  /**
   * A cell of the sheet.
   *
   * @param row empty on the cover
   */
  record Place(Optional<FormRow> row, Indicator indicator) {}

  /**
   * The cells that a name of a rule stands for; none where it leads away from the sheet.
   *
   * @param row at hand
   * @param column at hand, where a rule about rows runs in every column
   */
  List<Place> places(CellReference named, FormRow row, @Nullable Indicator column) {
    Optional<ColumnPath> path =
        named.column().or(() -> Optional.ofNullable(column).map(Indicator::path));
    return switch (named.place()) {
      case COVER -> path.flatMap(form::findCoverField).map(Sheet::onCover).stream().toList();
      case ROW ->
          named.isMany() && named.kind() != ValueKind.ROWS
              ? form.columnsBetween(path.orElseThrow(), named.index()).stream()
                  .map(one -> new Place(Optional.of(row), one))
                  .toList()
              : inRows(List.of(row), path);
      case RECORDS -> inRows(List.of(row), path);
      case ITEM -> inRows(named.isMany() ? itemRows(named.index()) : itemRow(named.index()), path);
      case SUBROWS -> inRows(partsOf(row.item().map(Item::key)), path);
      case SIBLINGS -> inRows(partsOf(row.item().flatMap(Item::above)), path);
      case EVERY_ROW, TOTAL_ROW ->
          inRows(rows.stream().filter(FormRow::isTyped).toList(), named.column());
      case RECORD, ATTRIBUTE, FORM, UNIT, PARENT, SUBUNITS -> List.of();
    };
  }

  private static Place onCover(Indicator field) {
    return new Place(Optional.empty(), field);
  }

  private List<Place> inRows(List<FormRow> some, Optional<ColumnPath> path) {
    if (path.isEmpty()) return List.of();
    Indicator column = form.indicator(path.get());
    return some.stream()
        .flatMap(
            row -> row.findCell(column).map(cell -> new Place(Optional.of(row), cell)).stream())
        .toList();
  }

  private List<FormRow> itemRow(String key) {
    return findRow(key).stream().toList();
  }

  private List<FormRow> itemRows(String range) {
    return form.itemsBetween(range).stream().flatMap(item -> findRow(item.key()).stream()).toList();
  }

  /** The parts of a row or, without one, of the table: 其中 and 附列 are none. */
  private List<FormRow> partsOf(Optional<String> above) {
    return rows.stream()
        .filter(row -> row.item().filter(item -> item.isPartOf(above)).isPresent())
        .toList();
  }

  /** The value of a cell, typed or computed, unrounded; blank where the column does not apply. */
  public Value value(FormRow row, Indicator column) {
    return value(row, column, cells(row));
  }

  private Value value(FormRow row, ColumnPath path) {
    return value(row, form.indicator(path));
  }

  private Value value(FormRow row, Indicator column, Map<ColumnPath, Value> typed) {
    Optional<Indicator> cell = row.findCell(column);
    if (cell.isEmpty()) return Value.NOT_APPLICABLE;
    return cell.get().isComputed()
        ? computed(row, cell.get())
        : typed.getOrDefault(column.path(), Value.BLANK);
  }

  /** Each cell runs once: formulas that build on each other would run again and again. */
  private Value computed(FormRow row, Indicator cell) {
    Map<ColumnPath, Value> ofRow = computed.computeIfAbsent(row.key(), any -> new HashMap<>());
    Value known = ofRow.get(cell.path());
    if (known != null) return known;
    Formula formula = cell.formula().orElseThrow();
    Value value = formula.evaluate(new RowScope(row, Optional.of(cell.path())));
    ofRow.put(cell.path(), value);
    return value;
  }

  private Map<ColumnPath, Value> cells(FormRow row) {
    return answers.rows().getOrDefault(row.key(), Map.of());
  }

  /** What is asked in a cell, as far as the rest is filled in; empty where there is no cell. */
  public Optional<CellState> state(FormRow row, Indicator column) {
    if (!row.isTyped()) return Optional.empty();
    return row.findCell(column).map(cell -> state(cell, row, scope(row, cell)));
  }

  /** What is asked in a field of the cover. */
  public CellState coverState(Indicator field) {
    FormRow nowhere = nowhere();
    return state(field, nowhere, scope(nowhere));
  }

  private CellState state(Indicator cell, FormRow row, Scope scope) {
    if (cell.isComputed()) return CellState.COMPUTED;
    Applicability asked = cell.applicability();
    if (isElsewhere(asked, row)) return CellState.ELSEWHERE;
    if (!asked.isConditional()) return cell.required() ? CellState.REQUIRED : CellState.OPTIONAL;
    if (asked.appliesTo().filter(some -> !some.selects(row.unit(), units)).isPresent()) {
      return CellState.NOT_APPLICABLE;
    }
    if (asked.shownWhen().filter(when -> when.test(scope) != Verdict.HOLDS).isPresent()) {
      return CellState.HIDDEN;
    }
    if (asked.appliesWhen().filter(when -> when.test(scope) == Verdict.FAILS).isPresent()) {
      return CellState.NOT_APPLICABLE;
    }
    boolean isRequired =
        cell.required()
            || asked.requiredWhen().filter(when -> when.test(scope) == Verdict.HOLDS).isPresent();
    return isRequired ? CellState.REQUIRED : CellState.OPTIONAL;
  }

  /** Typed by the units that its column names, or else by whoever reports the row. */
  private boolean isElsewhere(Applicability asked, FormRow row) {
    return form.isFilledInParts()
        && asked
            .filledBy()
            .map(some -> !some.selects(reporter, units))
            .orElseGet(() -> !units.isWithin(row.unit(), reporter));
  }

  /** The same sheet without what nobody was shown: it is not kept. */
  public Sheet withoutHidden() {
    if (!form.hasConditions()) return this;
    Map<ColumnPath, Value> cover = new HashMap<>(answers.cover());
    cover
        .keySet()
        .removeIf(
            path -> form.findCoverField(path).filter(one -> isHidden(coverState(one))).isPresent());
    Map<RowKey, Map<ColumnPath, Value>> kept = new LinkedHashMap<>(answers.rows());
    for (FormRow row : rows) {
      Map<ColumnPath, Value> written = answers.rows().get(row.key());
      if (written == null) continue;
      Map<ColumnPath, Value> cells = new HashMap<>(written);
      cells
          .keySet()
          .removeIf(path -> state(row, form.indicator(path)).filter(Sheet::isHidden).isPresent());
      kept.put(row.key(), cells);
    }
    Answers seen = new Answers(answers.form(), cover, kept, answers.explanations());
    return new Sheet(this, seen);
  }

  private Sheet(Sheet other, Answers answers) {
    this.form = other.form;
    this.reporter = other.reporter;
    this.units = other.units;
    this.rows = other.rows;
    this.answers = answers;
    this.beyond = other.beyond;
    this.attributes.putAll(other.attributes);
    this.byItem.putAll(other.byItem);
  }

  private static boolean isHidden(CellState state) {
    return state == CellState.HIDDEN;
  }

  /** The names of a form, with the values of one row. */
  private final class RowScope implements Scope {
    private final FormRow row;
    private final Optional<ColumnPath> column;
    private final Map<ColumnPath, Value> typed;

    RowScope(FormRow row, Optional<ColumnPath> column) {
      this(row, column, cells(row));
    }

    RowScope(FormRow row, Optional<ColumnPath> column, Map<ColumnPath, Value> typed) {
      this.row = row;
      this.column = column;
      this.typed = typed;
    }

    @Override
    public Value valueOf(Reference reference) {
      CellReference cell = (CellReference) reference;
      return switch (cell.place()) {
        case COVER -> answers.cover().getOrDefault(cell.column().orElseThrow(), Value.BLANK);
        case ROW -> value(row, form.indicator(cell.column().orElseThrow()), typed);
        case ITEM -> findRow(cell.index()).map(of -> at(of, cell)).orElse(Value.BLANK);
        case TOTAL_ROW -> total(cell);
        case ATTRIBUTE -> attribute(Attribute.valueOf(cell.index()));
        case FORM, UNIT, PARENT -> beyond.value(cell, here());
        case RECORD, RECORDS, EVERY_ROW, SUBROWS, SIBLINGS, SUBUNITS ->
            throw new IllegalStateException("stands for several values: " + cell.title());
      };
    }

    private Beyond.Here here() {
      String item = row.item().map(Item::key).orElse("");
      return new Beyond.Here(form.id(), row.unit().id(), item, column, row.isTyped());
    }

    private Value attribute(Attribute attribute) {
      return switch (attribute) {
        case UNIT_NAME, ROUND_FROM, ROUND_TO, ROUND_DUE ->
            attributes.getOrDefault(attribute, Value.BLANK);
        case MEASURE_TARGET -> row.item().flatMap(Item::target).map(Value::of).orElse(Value.BLANK);
      };
    }

    /** The column named, or the one at hand. */
    private Value at(FormRow other, CellReference cell) {
      return cell.column().or(() -> column).map(path -> value(other, path)).orElse(Value.BLANK);
    }

    private Value total(CellReference cell) {
      BigDecimal sum = null;
      for (FormRow one : rows) {
        boolean isPart = one.item().map(item -> item.isPartOf(Optional.empty())).orElse(true);
        if (!one.isTyped() || !isPart) continue;
        if (at(one, cell) instanceof Value.Number number) {
          sum = sum == null ? number.amount() : sum.add(number.amount());
        }
      }
      return sum == null ? Value.BLANK : Value.of(sum);
    }

    @Override
    public List<Element> elementsOf(Reference many) {
      CellReference cell = (CellReference) many;
      return switch (cell.place()) {
        case ROW -> cell.kind() == ValueKind.ROWS ? records(cell) : columnsOf(cell);
        case ITEM -> inEach(itemRows(cell.index()), cell);
        case RECORDS -> records(cell);
        case EVERY_ROW -> everyRow(cell);
        case SUBROWS -> inEach(partsOf(row.item().map(Item::key)), cell);
        case SIBLINGS -> inEach(siblings(), cell);
        case FORM, UNIT, PARENT, SUBUNITS -> beyond.elements(cell, here());
        case COVER, TOTAL_ROW, RECORD, ATTRIBUTE ->
            throw new IllegalStateException("stands for one value: " + cell.title());
      };
    }

    private List<Element> everyRow(CellReference cell) {
      List<Element> elements = new ArrayList<>();
      for (FormRow one : rows) {
        Map<ColumnPath, Value> written = answers.rows().get(one.key());
        if (!one.isTyped() || written == null) continue;
        Value value =
            cell.column()
                .map(path -> value(one, form.indicator(path), written))
                .orElse(Value.BLANK);
        elements.add(new Element(value, new RowScope(one, column, written)));
      }
      return elements;
    }

    private List<Element> inEach(List<FormRow> some, CellReference cell) {
      List<Element> elements = new ArrayList<>();
      for (FormRow one : some) elements.add(new Element(at(one, cell), new RowScope(one, column)));
      return elements;
    }

    /** Columns of this row from one to another. */
    private List<Element> columnsOf(CellReference cell) {
      List<Element> elements = new ArrayList<>();
      for (Indicator one : form.columnsBetween(cell.column().orElseThrow(), cell.index())) {
        elements.add(new Element(value(row, one, typed), this));
      }
      return elements;
    }

    private List<FormRow> siblings() {
      return partsOf(row.item().flatMap(Item::above)).stream()
          .filter(one -> !one.key().equals(row.key()))
          .toList();
    }

    private List<Element> records(CellReference cell) {
      Value value = value(row, cell.column().orElseThrow());
      List<Element> elements = new ArrayList<>();
      if (!(value instanceof Value.Records records)) return elements;
      for (Map<String, Value> record : records.records()) {
        Value inner =
            cell.place() == CellReference.Place.RECORDS
                ? record.getOrDefault(cell.index(), Value.BLANK)
                : Value.BLANK;
        elements.add(new Element(inner, new RecordScope(record, this)));
      }
      return elements;
    }

    @Override
    public Optional<Scope> at(Period period) {
      return beyond.at(period, here());
    }
  }

  /** The values of a child record, and what stands around it. */
  private record RecordScope(Map<String, Value> record, Scope around) implements Scope {
    @Override
    public Value valueOf(Reference reference) {
      CellReference cell = (CellReference) reference;
      return cell.place() == CellReference.Place.RECORD
          ? record.getOrDefault(cell.column().orElseThrow().value(), Value.BLANK)
          : around.valueOf(reference);
    }

    @Override
    public List<Element> elementsOf(Reference many) {
      return around.elementsOf(many);
    }
  }
}
