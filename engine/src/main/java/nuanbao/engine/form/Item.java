package nuanbao.engine.form;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A row that the definition itself names, for every unit the same: a fixed row (指标) or a measure.
 *
 * @param number as printed before its title (（一）); empty for none
 * @param stubs what stands in the columns at the left, besides number and name
 * @param target the number that a measure is held against, if it has one
 * @param above key of the row that holds it, if any
 * @param depth how many rows hold it
 * @param cells what its cells are, by column; one that is left out does not apply (—)
 */
public record Item(
    String key,
    String number,
    String title,
    Optional<String> code,
    Map<Stub.Kind, String> stubs,
    Part part,
    Optional<BigDecimal> target,
    Optional<String> above,
    int depth,
    Map<ColumnPath, Indicator> cells) {

  public Item {
    stubs = Map.copyOf(stubs);
    cells = Map.copyOf(cells);
  }

  /** The same row with other cells. */
  public Item with(Map<ColumnPath, Indicator> others) {
    return new Item(key, number, title, code, stubs, part, target, above, depth, others);
  }

  /** Number and title, as printed. */
  public String label() {
    return number + title;
  }

  /** Whether a formula may call it so: by key, title or code. */
  public boolean isCalled(String name) {
    return name.equals(key) || name.equals(title) || code.filter(name::equals).isPresent();
  }

  /** Whether it is one of the parts that make up a row or, without one, the table. */
  public boolean isPartOf(Optional<String> other) {
    return part == Part.PART && above.equals(other);
  }

  public boolean isSection() {
    return part == Part.SECTION;
  }

  public Optional<Indicator> findCell(ColumnPath column) {
    return Optional.ofNullable(cells.get(column));
  }
}
