package nuanbao.engine.form;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.measure.Responsibility;
import nuanbao.engine.measure.Responsibility.Role;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitSelector;
import nuanbao.engine.unit.UnitTree;

/** Where the rows of a form come from. */
public sealed interface Rows {

  /** The columns that name the rows. */
  List<Stub> stubs();

  /** How answers hold the rows. */
  Shape shape();

  /** The rows that the definition names; empty where it names none. */
  default List<Item> items() {
    return List.of();
  }

  /** Whether a unit has figures that are typed for it, given who reports. */
  boolean isTyped(Unit unit, UnitSelector reporters, UnitTree units);

  /** Whether a unit types figures of its own besides those of the units below it. */
  boolean hasOwn(Unit unit, UnitTree units);

  /**
   * Whether a typed unit above another typed one has figures of its own without saying so: each
   * entry is counted once, wherever it is reported.
   */
  default boolean isOwnWhereNested() {
    return false;
  }

  /** The rows that a reporter finds on its sheet, sums and headings among them; without entries. */
  List<FormRow> sheet(Unit reporter, UnitSelector reporters, UnitTree units);

  /** How answers hold the rows. */
  enum Shape {
    /** One record. */
    RECORD,
    /** An object, its keys those of the rows. */
    BY_KEY,
    /** A list that its reporter adds to; each has an id of its own. */
    LIST
  }

  /**
   * All units with figures at and below a unit, a row for each, in printing order: a sum before its
   * parts, a unit's own figures before those of the units below it.
   */
  default List<FormRow> rowsWithin(Unit top, UnitSelector reporters, UnitTree units) {
    List<Unit> within = units.within(top);
    int first = units.position(top.id());
    BitSet typed = new BitSet();
    BitSet own = new BitSet();
    BitSet held = new BitSet();
    BitSet heldBelow = new BitSet();
    for (int i = within.size() - 1; i >= 0; i--) {
      Unit unit = within.get(i);
      boolean isTyped = isTyped(unit, reporters, units);
      boolean isNested = isTyped && isOwnWhereNested() && heldBelow.get(i);
      typed.set(i, isTyped && !isNested);
      own.set(i, isNested || hasOwn(unit, units));
      if (typed.get(i) || own.get(i)) held.set(i);
      int parent = units.parentPosition(first + i) - first;
      if (held.get(i) && parent >= 0) {
        held.set(parent);
        heldBelow.set(parent);
      }
    }
    int topDepth = units.depth(top);
    List<FormRow> rows = new ArrayList<>();
    for (int i = held.nextSetBit(0); i >= 0; i = held.nextSetBit(i + 1)) {
      Unit unit = within.get(i);
      int depth = units.depth(unit) - topDepth;
      if (typed.get(i)) {
        rows.add(FormRow.of(FormRow.Kind.TYPED, unit, unit.rowTitle(), depth));
      } else {
        rows.add(FormRow.of(FormRow.Kind.TOTAL, unit, unit.rowTitle(), depth));
        if (own.get(i)) {
          rows.add(FormRow.of(FormRow.Kind.OWN, unit, unit.ownRowTitle(), depth + 1));
        }
      }
    }
    return rows;
  }

  /**
   * A row for each unit.
   *
   * @param typed units with a typed row; everything above them is added up
   * @param own units that also type figures of their own
   */
  record OfUnits(List<Stub> stubs, UnitSelector typed, UnitSelector own) implements Rows {
    public OfUnits {
      stubs = List.copyOf(stubs);
    }

    @Override
    public Shape shape() {
      return Shape.BY_KEY;
    }

    @Override
    public boolean isTyped(Unit unit, UnitSelector reporters, UnitTree units) {
      return typed.selects(unit, units);
    }

    @Override
    public boolean hasOwn(Unit unit, UnitTree units) {
      return own.selects(unit, units);
    }

    @Override
    public List<FormRow> sheet(Unit reporter, UnitSelector reporters, UnitTree units) {
      return rowsWithin(reporter, reporters, units);
    }
  }

  /** Each reporter types for itself: one record, or rows that the definition names. */
  sealed interface OfReporters extends Rows permits Single, Fixed, OfMeasures {

    /** Reporters above other reporters, which type only figures of their own. */
    UnitSelector own();

    @Override
    default boolean isTyped(Unit unit, UnitSelector reporters, UnitTree units) {
      return reporters.selects(unit, units) && !own().selects(unit, units);
    }

    @Override
    default boolean hasOwn(Unit unit, UnitTree units) {
      return own().selects(unit, units);
    }
  }

  /**
   * One record of each reporter.
   *
   * @param own reporters above other reporters, whose record holds only figures of their own
   */
  record Single(UnitSelector own) implements OfReporters {
    private static final List<Stub> STUBS = List.of(Stub.name("单位"));

    @Override
    public List<Stub> stubs() {
      return STUBS;
    }

    @Override
    public Shape shape() {
      return Shape.RECORD;
    }

    @Override
    public List<FormRow> sheet(Unit reporter, UnitSelector reporters, UnitTree units) {
      return List.of(FormRow.of(FormRow.Kind.TYPED, reporter, reporter.rowTitle(), 0));
    }
  }

  /**
   * The same rows for each reporter, named by the form.
   *
   * @param own reporters above other reporters, whose sheet holds only figures of their own
   */
  record Fixed(List<Stub> stubs, List<Item> items, UnitSelector own) implements OfReporters {
    public Fixed {
      stubs = List.copyOf(stubs);
      items = List.copyOf(items);
    }

    @Override
    public Shape shape() {
      return Shape.BY_KEY;
    }

    @Override
    public List<FormRow> sheet(Unit reporter, UnitSelector reporters, UnitTree units) {
      return items.stream().map(item -> FormRow.of(item, reporter)).toList();
    }
  }

  /**
   * The tasks of a notice: each reporter finds those that it leads or assists with.
   *
   * @param tasks by the key of their row; headings have none
   * @param roles who finds a task on its sheet
   * @param counts whose numbers are added
   * @param own reporters above other reporters, whose sheet holds only figures of their own
   */
  record OfMeasures(
      List<Stub> stubs,
      List<Item> items,
      Map<String, Responsibility> tasks,
      Set<Role> roles,
      Set<Role> counts,
      UnitSelector own)
      implements OfReporters {
    public OfMeasures {
      stubs = List.copyOf(stubs);
      items = List.copyOf(items);
      tasks = Map.copyOf(tasks);
      roles = Set.copyOf(roles);
      counts = Set.copyOf(counts);
    }

    @Override
    public Shape shape() {
      return Shape.BY_KEY;
    }

    /** Whether what a unit types about a task is added up. */
    public boolean isCounted(Unit unit, String item, UnitTree units) {
      Responsibility responsible = tasks.get(item);
      return responsible != null && responsible.has(unit, counts, units);
    }

    /** Tasks of the reporter, and the headings above them. */
    @Override
    public List<FormRow> sheet(Unit reporter, UnitSelector reporters, UnitTree units) {
      Set<String> wanted = new HashSet<>();
      for (int i = items.size() - 1; i >= 0; i--) {
        Item item = items.get(i);
        Responsibility responsible = tasks.get(item.key());
        if (responsible != null && responsible.has(reporter, roles, units)) wanted.add(item.key());
        if (wanted.contains(item.key())) item.above().ifPresent(wanted::add);
      }
      return items.stream()
          .filter(item -> wanted.contains(item.key()))
          .map(item -> FormRow.of(item, reporter))
          .toList();
    }
  }

  /**
   * Any number of rows for each unit, which its reporter adds.
   *
   * @param holders units that may have entries; left out, the reporters
   * @param least how many a reporter must have
   * @param most how many a reporter may have
   * @param unique columns that together name one; none for no such rule
   * @param register what makes it a ledger that outlives a round, if it is one
   */
  record Entries(
      List<Stub> stubs,
      Optional<UnitSelector> holders,
      int least,
      int most,
      Set<ColumnPath> unique,
      Optional<Register> register)
      implements Rows {
    public Entries {
      stubs = List.copyOf(stubs);
      unique = Set.copyOf(unique);
    }

    @Override
    public Shape shape() {
      return Shape.LIST;
    }

    @Override
    public boolean isTyped(Unit unit, UnitSelector reporters, UnitTree units) {
      return holders.orElse(reporters).selects(unit, units);
    }

    @Override
    public boolean hasOwn(Unit unit, UnitTree units) {
      return false;
    }

    @Override
    public boolean isOwnWhereNested() {
      return true;
    }

    @Override
    public List<FormRow> sheet(Unit reporter, UnitSelector reporters, UnitTree units) {
      return List.of();
    }

    /** The units whose entries a reporter hands in: itself and those below it that may have any. */
    public List<Unit> holdersWithin(Unit reporter, UnitSelector reporters, UnitTree units) {
      if (holders.isEmpty()) return List.of(reporter);
      return units.within(reporter).stream()
          .filter(unit -> isTyped(unit, reporters, units))
          .toList();
    }
  }
}
