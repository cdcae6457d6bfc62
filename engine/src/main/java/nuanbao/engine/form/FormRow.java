package nuanbao.engine.form;

import nuanbao.engine.unit.Unit;

/**
 * A row of a form's table.
 *
 * @param depth how many rows above it hold it, from 0
 */
public record FormRow(Kind kind, Unit unit, String title, int depth) {

  /** Where the figures of a row come from. */
  public enum Kind {
    /** Typed by a reporter. */
    TYPED,
    /** Typed: a unit's own figures, beside those of the units below it. */
    OWN,
    /** Added up. */
    TOTAL
  }

  public RowKey key() {
    return new RowKey(unit.id());
  }

  public boolean isTyped() {
    return kind != Kind.TOTAL;
  }
}
