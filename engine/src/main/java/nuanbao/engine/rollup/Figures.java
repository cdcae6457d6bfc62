package nuanbao.engine.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import nuanbao.engine.form.CellReference;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormNames.Attribute;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.Part;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.form.Rows;
import nuanbao.engine.formula.Period;
import nuanbao.engine.formula.Reference;
import nuanbao.engine.formula.Scope;
import nuanbao.engine.formula.Value;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;

/**
 * The figures of one form over some rounds: for every unit a value of every indicator, in each of
 * the rows that the form names, and coverage. They are kept in columns; a value is made when asked
 * for.
 */
public final class Figures {
  private final RollupPlan plan;
  private final List<RoundId> rounds;
  private final CoverageColumns coverage;
  private final Map<String, Map<ColumnPath, FiguresColumn>> typed = new HashMap<>();
  private final Function<Period, Optional<Figures>> others;
  private final Optional<RegisterCounts> register;

  /**
   * @param others the figures of the same form for other rounds, counted from these
   */
  Figures(
      RollupPlan plan,
      List<Reported> rounds,
      List<FiguresColumn> columns,
      Function<Period, Optional<Figures>> others,
      Optional<RegisterCounts> register) {
    this.plan = plan;
    this.rounds = rounds.stream().map(Reported::round).toList();
    this.coverage = new CoverageColumns(plan, rounds);
    this.others = others;
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
        ? Optional.of(form().indicator(path))
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
      if (cell.isEmpty()) return Value.NOT_APPLICABLE;
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
      Value value = cell.formula().get().evaluate(new FigureScope(this, item, cell.path()));
      computed.put(name, value);
      return value;
    }
  }

  /** The names of the form, with the figures of one unit. */
  private final class FigureScope implements Scope {
    private final Evaluation unit;
    private final String item;
    private final ColumnPath column;

    FigureScope(Evaluation unit, String item, ColumnPath column) {
      this.unit = unit;
      this.item = item;
      this.column = column;
    }

    @Override
    public Value valueOf(Reference reference) {
      CellReference cell = (CellReference) reference;
      return switch (cell.place()) {
        case ROW -> unit.value(item, cell.column().orElseThrow());
        case ITEM -> unit.value(cell.index(), cell.column().orElse(column));
        case TOTAL_ROW -> value(total(), item, cell.column().orElseThrow());
        case ATTRIBUTE ->
            Attribute.valueOf(cell.index()) == Attribute.MEASURE_TARGET
                ? form().findItem(item).flatMap(Item::target).map(Value::of).orElse(Value.BLANK)
                : Value.BLANK;
        case COVER, RECORD, RECORDS, EVERY_ROW, SUBROWS -> Value.BLANK;
      };
    }

    /** The row of the topmost unit above this one. */
    private int total() {
      int top = unit.row;
      while (plan.above(top) != RollupPlan.NONE) top = plan.above(top);
      return top;
    }

    @Override
    public List<Element> elementsOf(Reference many) {
      CellReference cell = (CellReference) many;
      return switch (cell.place()) {
        case SUBROWS -> subrows(cell);
        case ITEM -> itemsOf(cell);
        case ROW -> columnsOf(cell);
        case EVERY_ROW, RECORDS, RECORD, COVER, TOTAL_ROW, ATTRIBUTE -> List.of();
      };
    }

    private List<Element> subrows(CellReference cell) {
      List<Element> elements = new ArrayList<>();
      for (Item one : form().rows().items()) {
        if (one.part() != Part.PART || !one.above().equals(Optional.of(item))) continue;
        elements.add(element(one.key(), cell.column().orElse(column)));
      }
      return elements;
    }

    private List<Element> itemsOf(CellReference cell) {
      List<Element> elements = new ArrayList<>();
      for (Item one : form().itemsBetween(cell.index())) {
        elements.add(element(one.key(), cell.column().orElse(column)));
      }
      return elements;
    }

    private List<Element> columnsOf(CellReference cell) {
      List<Element> elements = new ArrayList<>();
      for (Indicator one : form().columnsBetween(cell.column().orElseThrow(), cell.index())) {
        elements.add(element(item, one.path()));
      }
      return elements;
    }

    private Element element(String of, ColumnPath path) {
      return new Element(unit.value(of, path), new FigureScope(unit, of, path));
    }

    @Override
    public Optional<Scope> at(Period period) {
      return others
          .apply(period)
          .map(figures -> figures.new FigureScope(figures.new Evaluation(unit.row), item, column));
    }
  }

  /**
   * What formulas find of a unit, in a row that the form names.
   *
   * @param item empty where a unit has one row
   * @param column the one at hand, for formulas about rows
   */
  public Optional<Scope> scope(UnitId unit, String item, ColumnPath column) {
    OptionalInt row = plan.findTypedRow(unit);
    return row.isPresent()
        ? Optional.of(new FigureScope(new Evaluation(row.getAsInt()), item, column))
        : Optional.empty();
  }

  /** What the figures of a row rest on. */
  public Coverage coverage(int row) {
    return coverage.of(row);
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
