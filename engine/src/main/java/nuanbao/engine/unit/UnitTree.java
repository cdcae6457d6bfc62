package nuanbao.engine.unit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * All units of a campaign in tree order: a unit stands before the units below it, and these stand
 * together. So everything below a unit is one run of positions.
 */
public final class UnitTree {
  private static final int NONE = -1;

  private final List<Unit> units;
  private final int[] parents;
  private final int[] ends;
  private final int[] depths;
  private final Map<UnitId, Integer> positions;

  /**
   * The first unit that goes by a word. With sets, the names of a country would fill a gigabyte.
   */
  private final Map<String, Unit> byName;

  /** All that go by a word, where they are several. */
  private final Map<String, List<Unit>> namesakes = new HashMap<>();

  private UnitTree(List<Unit> units, int[] parents, Map<UnitId, Integer> positions) {
    this.units = List.copyOf(units);
    this.positions = positions;
    this.byName = new LinkedHashMap<>(2 * parents.length);
    this.parents = parents;
    this.ends = new int[parents.length];
    for (int i = parents.length - 1; i >= 0; i--) {
      ends[i] = Math.max(ends[i], i + 1);
      if (parents[i] != NONE) ends[parents[i]] = Math.max(ends[parents[i]], ends[i]);
    }
    this.depths = new int[parents.length];
    for (int i = 0; i < parents.length; i++) {
      Unit unit = this.units.get(i);
      if (parents[i] != NONE) depths[i] = depths[parents[i]] + 1;
      nameIt(unit.id().value(), unit);
      nameIt(unit.name(), unit);
      nameIt(unit.shortName(), unit);
      unit.aliases().forEach(alias -> nameIt(alias, unit));
    }
  }

  private void nameIt(String name, Unit unit) {
    Unit first = byName.putIfAbsent(name, unit);
    if (first == null || first.equals(unit)) return;
    List<Unit> all = namesakes.computeIfAbsent(name, key -> new ArrayList<>(List.of(first)));
    if (!all.get(all.size() - 1).equals(unit)) all.add(unit);
  }

  /** All units, in tree order. */
  public List<Unit> units() {
    return units;
  }

  /** The unit with this id, which must exist. */
  public Unit unit(UnitId id) {
    return units.get(position(id));
  }

  /** The unit whose id is written so; any text may be asked for. */
  public Optional<Unit> findUnit(String id) {
    return id.isBlank() ? Optional.empty() : findUnit(new UnitId(id));
  }

  public Optional<Unit> findUnit(UnitId id) {
    return Optional.ofNullable(positions.get(id)).map(units::get);
  }

  /** Every unit that goes by this id, name, short name or alias. */
  public List<Unit> named(String name) {
    Unit first = byName.get(name);
    return first == null ? List.of() : List.copyOf(namesakes.getOrDefault(name, List.of(first)));
  }

  /** Every word that names a unit, in tree order. */
  public Set<String> names() {
    return byName.keySet();
  }

  /** Place of a unit in tree order, from 0. */
  public int position(UnitId id) {
    Integer position = positions.get(id);
    if (position == null) throw new IllegalArgumentException("no unit has the id " + id);
    return position;
  }

  /** Place of a unit in tree order, if there is one with this id. */
  public OptionalInt findPosition(UnitId id) {
    Integer position = positions.get(id);
    return position == null ? OptionalInt.empty() : OptionalInt.of(position);
  }

  /** Place of the unit above the one at this place; −1 for a topmost unit. */
  public int parentPosition(int position) {
    return parents[position];
  }

  public Optional<Unit> parent(Unit unit) {
    int parent = parents[position(unit.id())];
    return parent == NONE ? Optional.empty() : Optional.of(units.get(parent));
  }

  /** The topmost units. */
  public List<Unit> roots() {
    return besideOneAnother(0, parents.length);
  }

  /** The units right below one, in tree order. */
  public List<Unit> children(Unit unit) {
    int position = position(unit.id());
    return besideOneAnother(position + 1, ends[position]);
  }

  private List<Unit> besideOneAnother(int from, int end) {
    List<Unit> found = new ArrayList<>();
    for (int i = from; i < end; i = ends[i]) found.add(units.get(i));
    return found;
  }

  /** The unit and everything below it, in tree order. */
  public List<Unit> within(Unit unit) {
    int position = position(unit.id());
    return units.subList(position, ends[position]);
  }

  /** Whether a unit is the other one or somewhere below it. */
  public boolean isWithin(Unit unit, Unit above) {
    int position = position(unit.id());
    int from = position(above.id());
    return from <= position && position < ends[from];
  }

  /** How many units stand above it; 0 for a topmost one. */
  public int depth(Unit unit) {
    return depths[position(unit.id())];
  }

  /** Builds a tree top down: begin a unit, add those below it, end it. */
  public static final class Builder {
    private final List<Unit> units = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Map<UnitId, Integer> positions = new HashMap<>();

    /** The unit with this id, if one was begun. */
    public Optional<Unit> findUnit(UnitId id) {
      return Optional.ofNullable(positions.get(id)).map(units::get);
    }

    public Builder begin(Unit unit) {
      if (positions.putIfAbsent(unit.id(), units.size()) != null) {
        throw new IllegalArgumentException("two units have the id " + unit.id());
      }
      parents.add(open.isEmpty() ? NONE : open.peek());
      open.push(units.size());
      units.add(unit);
      return this;
    }

    public Builder end() {
      open.pop();
      return this;
    }

    public UnitTree build() {
      if (!open.isEmpty()) throw new IllegalStateException("a unit was begun and not ended");
      int[] above = parents.stream().mapToInt(Integer::intValue).toArray();
      return new UnitTree(units, above, Map.copyOf(positions));
    }
  }
}
