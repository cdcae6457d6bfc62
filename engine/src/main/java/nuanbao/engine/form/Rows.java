package nuanbao.engine.form;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitSelector;
import nuanbao.engine.unit.UnitTree;

/** Where the rows of a form come from. */
public sealed interface Rows {

  /** Title of the column that names the rows, where they are printed under each other. */
  String head();

  /** Whether a reporter fills in one record and no table. */
  boolean isRecord();

  /** Whether a unit has a typed row of its own, given who reports. */
  boolean isTyped(Unit unit, UnitSelector reporters, UnitTree units);

  /** Whether a unit types figures of its own besides those of the units below it. */
  boolean hasOwn(Unit unit, UnitTree units);

  /**
   * All rows at and below a unit, in printing order: a sum before its parts, a unit's own figures
   * before those of the units below it.
   */
  default List<FormRow> rowsWithin(Unit top, UnitSelector reporters, UnitTree units) {
    List<Unit> within = units.within(top);
    int first = units.position(top.id());
    BitSet typed = new BitSet();
    BitSet own = new BitSet();
    BitSet held = new BitSet();
    for (int i = within.size() - 1; i >= 0; i--) {
      Unit unit = within.get(i);
      typed.set(i, isTyped(unit, reporters, units));
      own.set(i, hasOwn(unit, units));
      if (typed.get(i) || own.get(i)) held.set(i);
      int parent = units.parentPosition(first + i) - first;
      if (held.get(i) && parent >= 0) held.set(parent);
    }
    int topDepth = units.depth(top);
    List<FormRow> rows = new ArrayList<>();
    for (int i = held.nextSetBit(0); i >= 0; i = held.nextSetBit(i + 1)) {
      Unit unit = within.get(i);
      int depth = units.depth(unit) - topDepth;
      if (typed.get(i)) {
        rows.add(new FormRow(FormRow.Kind.TYPED, unit, unit.rowTitle(), depth));
      } else {
        rows.add(new FormRow(FormRow.Kind.TOTAL, unit, unit.rowTitle(), depth));
        if (own.get(i)) {
          rows.add(new FormRow(FormRow.Kind.OWN, unit, unit.ownRowTitle(), depth + 1));
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
  record OfUnits(String head, UnitSelector typed, UnitSelector own) implements Rows {
    @Override
    public boolean isRecord() {
      return false;
    }

    @Override
    public boolean isTyped(Unit unit, UnitSelector reporters, UnitTree units) {
      return typed.selects(unit, units);
    }

    @Override
    public boolean hasOwn(Unit unit, UnitTree units) {
      return own.selects(unit, units);
    }
  }

  /** One record: the row of whoever reports. */
  record Single(String head) implements Rows {
    @Override
    public boolean isRecord() {
      return true;
    }

    @Override
    public boolean isTyped(Unit unit, UnitSelector reporters, UnitTree units) {
      return reporters.selects(unit, units);
    }

    @Override
    public boolean hasOwn(Unit unit, UnitTree units) {
      return false;
    }
  }
}
