package nuanbao.engine.form;

import nuanbao.engine.unit.UnitId;

/**
 * The stored key of a typed row: the id of the unit it is about. The row of a record sheet has its
 * reporter's; a unit's own figures stand under its own id, because its sums are never typed.
 */
public record RowKey(UnitId unit) {
  @Override
  public String toString() {
    return unit.value();
  }
}
