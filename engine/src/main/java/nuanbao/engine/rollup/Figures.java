package nuanbao.engine.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import nuanbao.engine.form.Beyond;
import nuanbao.engine.form.CellReference;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormNames.Attribute;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.form.Rows;
import nuanbao.engine.formula.Period;
import nuanbao.engine.formula.Reference;
import nuanbao.engine.formula.Scope;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.Text;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one form over some rounds: for every unit a value of every indicator, in each of
 * the rows that the form names, and coverage. They are kept in columns; a value is made when asked
 * for.
 */
public final class Figures {
  private final RollupPlan plan;
  private final List<RoundId> rounds;
  private final CoverageColumns coverage;
  private final List<Reported> reported;
  private final Map<String, Map<ColumnPath, FiguresColumn>> typed = new HashMap<>();
  private final OtherFigures others;
  private final Beyond beyond = new FiguresBeyond();
  private final Supplier<SentRows> sent;
  private @Nullable SentRows rowsAsSent;
  private final Optional<RegisterCounts> register;

  /**
   * @param others what formulas find at other times and in other forms, counted from these
   */
  Figures(
      RollupPlan plan,
      List<Reported> rounds,
      List<FiguresColumn> columns,
      OtherFigures others,
      Supplier<SentRows> sent,
      Optional<RegisterCounts> register) {
    this.plan = plan;
    this.rounds = rounds.stream().map(Reported::round).toList();
    this.reported = List.copyOf(rounds);
    this.coverage = new CoverageColumns(plan, rounds);
    this.others = others;
    this.sent = sent;
    this.register = register;
    for (int i = 0; i < columns.size(); i++) {
      FigureCell cell = plan.typedCells().get(i);
      typed
          .computeIfAbsent(cell.item(), any -> new HashMap<>())
          .put(cell.indicator().path(), columns.get(i));
    }
  }

  public Form form() {
    return plan.form();
  }

  public List<RoundId> rounds() {
    return rounds;
  }

  /** A row for every unit, in printing order: a sum before its parts. */
  public List<FormRow> rows() {
    return plan.rows();
  }

  /**
   * The value of an indicator for a unit, exact; blank where nothing was reported.
   *
   * @param row position among {@link #rows()}
   */
  public Value value(int row, Indicator indicator) {
    return value(row, "", indicator.path());
  }

  /**
   * The value of a column for a unit, in a row that the form names.
   *
   * @param row position among {@link #rows()}
   */
  public Value value(int row, Item item, Indicator column) {
    return value(row, item.key(), column.path());
  }

  /**
   * One figure of a unit.
   *
   * @param item the row that the form names; empty where a unit has one row
   */
  public record Figure(Optional<Item> item, Indicator indicator, Value value) {
    /** Unique within a form: the path of the column, behind the key of the row. */
    public String name() {
      return item.map(one -> one.key() + "/").orElse("") + indicator.path();
    }
  }

  /** How many cases of a register there were and are; empty where the form is none. */
  public Optional<RegisterCounts> register() {
    return register;
  }

  /** All figures of a unit, row by row and column by column; what does not apply is left out. */
  public List<Figure> of(int row) {
    List<Figure> all = new ArrayList<>();
    if (form().rows().items().isEmpty()) {
      for (Indicator one : form().indicators()) {
        all.add(new Figure(Optional.empty(), one, value(row, one)));
      }
    }
    for (Item item : form().rows().items()) {
      for (Indicator column : form().indicators()) {
        item.findCell(column.path())
            .ifPresent(
                cell -> all.add(new Figure(Optional.of(item), cell, value(row, item, cell))));
      }
    }
    return all;
  }

  private Value value(int row, String item, ColumnPath path) {
    return new Evaluation(row).value(item, path);
  }

  private Optional<Indicator> cell(String item, ColumnPath path) {
    return item.isEmpty()
        ? form().findIndicator(path)
        : form().findItem(item).flatMap(one -> one.findCell(path));
  }

  /** Works out figures of one unit; each computed one once. */
  private final class Evaluation {
    private final int row;
    private final Map<String, Value> computed = new HashMap<>();

    Evaluation(int row) {
      this.row = row;
    }

    Value value(String item, ColumnPath path) {
      Optional<Indicator> cell = cell(item, path);
      // A form of last year's may not have the column; a row may not have the cell.
      if (cell.isEmpty()) return item.isEmpty() ? Value.BLANK : Value.NOT_APPLICABLE;
      boolean staysWhereTyped = cell.get().isComputed() && cell.get().rollup() == RollupRule.NONE;
      boolean isSum = !plan.isTyped(row) || form().rows().shape() == Rows.Shape.LIST;
      return staysWhereTyped && isSum ? Value.BLANK : figure(item, cell.get());
    }

    /**
     * Computed columns run over the figures of the row, typed or summed: a ratio is never added.
     */
    private Value figure(String item, Indicator cell) {
      FiguresColumn column = typed.getOrDefault(item, Map.of()).get(cell.path());
      if (column != null) return column.value(row);
      if (cell.formula().isEmpty()) return Value.BLANK;
      String name = item + "/" + cell.path();
      Value known = computed.get(name);
      if (known != null) return known;
      Value value =
          cell.formula().get().evaluate(new FigureScope(this, item, Optional.of(cell.path())));
      computed.put(name, value);
      return value;
    }
  }

  /** The names of the form, with the figures of one unit. */
  private final class FigureScope implements Scope {
    private final Evaluation unit;
    private final String item;
    private final Optional<ColumnPath> column;

    FigureScope(Evaluation unit, String item, Optional<ColumnPath> column) {
      this.unit = unit;
      this.item = item;
      this.column = column;
    }

    @Override
    public Value valueOf(Reference reference) {
      CellReference cell = (CellReference) reference;
      return switch (cell.place()) {
        case ROW -> fitting(cell, unit.value(item, cell.column().orElseThrow()));
        case ITEM -> named(cell.index(), cell);
        case TOTAL_ROW -> form().rows().items().isEmpty() ? ofTop(cell) : ofAllItems(cell);
        case ATTRIBUTE ->
            Attribute.valueOf(cell.index()) == Attribute.MEASURE_TARGET
                ? form().findItem(item).flatMap(Item::target).map(Value::of).orElse(Value.BLANK)
                : Value.BLANK;
        case FORM, UNIT, PARENT -> beyond.value(cell, here());
        case COVER, RECORD, RECORDS, EVERY_ROW, SUBROWS, SIBLINGS, SUBUNITS -> Value.BLANK;
      };
    }

    /** The column named, or the one at hand. */
    private Value named(String row, CellReference cell) {
      return cell.column()
          .or(() -> column)
          .map(path -> fitting(cell, unit.value(row, path)))
          .orElse(Value.BLANK);
    }

    /** A column of last year's may have held something else. */
    private static Value fitting(CellReference cell, Value value) {
      return cell.kind().fits(value) ? value : Value.BLANK;
    }

    private Value ofTop(CellReference cell) {
      int top = unit.row;
      while (plan.above(top) != RollupPlan.NONE) top = plan.above(top);
      return value(top, item, cell.column().orElseThrow());
    }

    private Value ofAllItems(CellReference cell) {
      BigDecimal sum = null;
      for (Item one : form().rows().items()) {
        if (one.isPartOf(Optional.empty())
            && named(one.key(), cell) instanceof Value.Number number) {
          sum = sum == null ? number.amount() : sum.add(number.amount());
        }
      }
      return sum == null ? Value.BLANK : Value.of(sum);
    }

    private Beyond.Here here() {
      UnitId id = plan.rows().get(unit.row).unit().id();
      return new Beyond.Here(form().id(), id, item, column, plan.isTyped(unit.row));
    }

    @Override
    public List<Element> elementsOf(Reference many) {
      CellReference cell = (CellReference) many;
      return switch (cell.place()) {
        case SUBROWS -> partsOf(Optional.of(item), Optional.empty(), cell);
        case SIBLINGS ->
            partsOf(form().findItem(item).flatMap(Item::above), Optional.of(item), cell);
        case ITEM -> itemsOf(cell);
        case ROW -> columnsOf(cell);
        case EVERY_ROW -> rowsAsSent().within(unit.row, cell);
        case FORM, UNIT, PARENT, SUBUNITS -> beyond.elements(cell, here());
        case RECORDS, RECORD, COVER, TOTAL_ROW, ATTRIBUTE -> List.of();
      };
    }

    private List<Element> partsOf(
        Optional<String> above, Optional<String> except, CellReference cell) {
      List<Element> elements = new ArrayList<>();
      for (Item one : form().rows().items()) {
        if (!one.isPartOf(above) || except.equals(Optional.of(one.key()))) continue;
        elements.add(element(one.key(), named(one.key(), cell)));
      }
      return elements;
    }

    private List<Element> itemsOf(CellReference cell) {
      List<Element> elements = new ArrayList<>();
      if (!form().hasItems(cell.index())) return elements;
      for (Item one : form().itemsBetween(cell.index())) {
        elements.add(element(one.key(), named(one.key(), cell)));
      }
      return elements;
    }

    private List<Element> columnsOf(CellReference cell) {
      List<Element> elements = new ArrayList<>();
      ColumnPath first = cell.column().orElseThrow();
      ColumnPath last = new ColumnPath(cell.index());
      if (form().findIndicator(first).isEmpty() || form().findIndicator(last).isEmpty()) {
        return elements;
      }
      for (Indicator one : form().columnsBetween(first, cell.index())) {
        elements.add(element(item, unit.value(item, one.path())));
      }
      return elements;
    }

    private Element element(String of, Value value) {
      return new Element(value, new FigureScope(unit, of, column));
    }

    @Override
    public Optional<Scope> at(Period period) {
      return beyond.at(period, here());
    }
  }

  /** Why its 上年同期 are blank; empty if they are not, or if it has none. */
  public Optional<Text> whyNoLastYear() {
    return form().looksAt(Period.LAST_YEAR) ? others.whyNoLastYear() : Optional.empty();
  }

  private SentRows rowsAsSent() {
    if (rowsAsSent == null) rowsAsSent = sent.get();
    return rowsAsSent;
  }

  /** What formulas find beyond these figures: what those of a sheet in these rounds find too. */
  public Beyond beyond() {
    return beyond;
  }

  /** Leads from these figures to others. */
  private final class FiguresBeyond implements Beyond {
    @Override
    public Optional<Scope> at(Period period, Here here) {
      return others.at(period).flatMap(then -> then.scope(here.unit(), here));
    }

    @Override
    public Optional<Scope> figures(FormId form, UnitId unit, Here here) {
      boolean isOwn = form.equals(form().id()) && findRow(unit).isPresent();
      Optional<Figures> found = isOwn ? Optional.of(Figures.this) : others.of(form, unit);
      Here there = new Here(form, unit, here.item(), here.column(), false);
      return found.flatMap(figures -> figures.scope(unit, there));
    }

    @Override
    public Optional<UnitId> above(UnitId unit) {
      return plan.units().findUnit(unit).flatMap(plan.units()::parent).map(Unit::id);
    }

    @Override
    public List<UnitId> below(UnitId unit) {
      return plan.units().findUnit(unit).stream()
          .flatMap(one -> plan.units().children(one).stream())
          .map(Unit::id)
          .toList();
    }
  }

  /** What formulas find of a unit here, looking from a row; empty where it has none. */
  private Optional<Scope> scope(UnitId unit, Beyond.Here here) {
    OptionalInt typed = plan.findTypedRow(unit);
    OptionalInt row = here.isTyped() && typed.isPresent() ? typed : plan.findRow(unit);
    if (row.isEmpty()) return Optional.empty();
    String item = form().rows().items().isEmpty() ? "" : here.item();
    return Optional.of(new FigureScope(new Evaluation(row.getAsInt()), item, here.column()));
  }

  /** What the figures of a row rest on. */
  public Coverage coverage(int row) {
    return coverage.of(row);
  }

  /** Whether the unit of a row is there in one of the rounds. */
  public boolean isThere(int row) {
    return reported.isEmpty() || reported.stream().anyMatch(round -> round.isThere(row));
  }

  /** The reporters that sent nothing for at least one of the rounds, in tree order. */
  public List<Unit> missing() {
    return coverage.missing();
  }

  /** Position of the row that stands for a unit: its sum, or the row it typed. */
  public Optional<Integer> findRow(UnitId unit) {
    OptionalInt row = plan.findRow(unit);
    return row.isPresent() ? Optional.of(row.getAsInt()) : Optional.empty();
  }
}
