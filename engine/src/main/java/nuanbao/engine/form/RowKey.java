package nuanbao.engine.form;

import nuanbao.engine.unit.UnitId;

/**
 * The stored key of a row, within what one reporter sends.
 *
 * @param unit whose figures it holds. A unit's own figures stand under its own id, because its sums
 *     are never typed
 * @param item which of that unit's rows: the key of a fixed row or measure, the id of an entry or
 *     case; empty where a unit has one row
 */
public record RowKey(UnitId unit, String item) {

  /** The one row of a unit. */
  public RowKey(UnitId unit) {
    this(unit, "");
  }

  /** As answers name it: items are unique within what one reporter sends. */
  @Override
  public String toString() {
    return item.isEmpty() ? unit.value() : item;
  }
}
