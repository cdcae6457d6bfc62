package nuanbao.engine.form;

import java.util.Optional;
import nuanbao.engine.unit.Unit;

/**
 * A row of a form's table.
 *
 * @param unit whose figures it holds
 * @param item the fixed row or measure it is, if it is one
 * @param title its printed name
 * @param depth how many rows above it hold it, from 0
 */
public record FormRow(
    Kind kind, RowKey key, Unit unit, Optional<Item> item, String title, int depth) {

  /** Where the figures of a row come from. */
  public enum Kind {
    /** Typed by a reporter. */
    TYPED,
    /** Typed: a unit's own figures, beside those of the units below it. */
    OWN,
    /** Added up. */
    TOTAL,
    /** A heading without figures. */
    SECTION
  }

  /** A row that stands for a unit. */
  public static FormRow of(Kind kind, Unit unit, String title, int depth) {
    return new FormRow(kind, new RowKey(unit.id()), unit, Optional.empty(), title, depth);
  }

  /** A row that the definition names. */
  public static FormRow of(Item item, Unit unit) {
    return new FormRow(
        item.isSection() ? Kind.SECTION : Kind.TYPED,
        new RowKey(unit.id(), item.key()),
        unit,
        Optional.of(item),
        item.label(),
        item.depth());
  }

  /**
   * A row that its reporter added.
   *
   * @param unit whose it is
   * @param number which one it is, as printed (第1条)
   */
  public static FormRow entry(RowKey key, Unit unit, Unit reporter, String number) {
    String title = unit.equals(reporter) ? number : unit.rowTitle() + number;
    return new FormRow(Kind.TYPED, key, unit, Optional.empty(), title, 0);
  }

  public boolean isTyped() {
    return kind == Kind.TYPED || kind == Kind.OWN;
  }

  /** What its cell of a column is; empty where the column does not apply to it. */
  public Optional<Indicator> findCell(Indicator column) {
    return item.isEmpty() ? Optional.of(column) : item.get().findCell(column.path());
  }
}
