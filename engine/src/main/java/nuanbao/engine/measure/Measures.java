package nuanbao.engine.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.measure.Responsibility.Role;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import nuanbao.engine.unit.UnitTree;

/** The tasks of a campaign (任务清单) with their headings, in printing order. */
public final class Measures {
  /** A campaign without any. */
  public static final Measures NONE = new Measures(List.of());

  private final Map<String, Measure> byKey = new LinkedHashMap<>();

  /**
   * Measures in printing order: a heading stands before what is below it.
   *
   * @param all no two of one key
   */
  public Measures(List<Measure> all) {
    for (Measure one : all) {
      if (one.above().isPresent() && !byKey.containsKey(one.above().get())) {
        throw new IllegalArgumentException(one.key() + " stands before what holds it");
      }
      if (byKey.put(one.key(), one) != null) {
        throw new IllegalArgumentException("two measures are called " + one.key());
      }
    }
  }

  /** Headings and tasks. */
  public List<Measure> all() {
    return List.copyOf(byKey.values());
  }

  /** What is to be done, without headings. */
  public List<Measure> tasks() {
    return byKey.values().stream().filter(Measure::isTask).toList();
  }

  public boolean isEmpty() {
    return byKey.isEmpty();
  }

  public Measure measure(String key) {
    return findMeasure(key).orElseThrow(() -> new IllegalArgumentException("no measure " + key));
  }

  public Optional<Measure> findMeasure(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** Those right below one. */
  public List<Measure> below(Measure measure) {
    Optional<String> above = Optional.of(measure.key());
    return byKey.values().stream().filter(one -> one.above().equals(above)).toList();
  }

  /** Those that are named, with all that stands below them and the headings above them. */
  public List<Measure> selected(Set<String> keys) {
    Set<String> wanted = new HashSet<>(keys);
    for (Measure one : byKey.values()) {
      if (one.above().filter(wanted::contains).isPresent()) wanted.add(one.key());
    }
    return withAbove(wanted);
  }

  /** The tasks that a unit has one of these roles in, with the headings above them. */
  public List<Measure> of(Unit unit, Set<Role> roles, UnitTree units) {
    Set<String> wanted = new HashSet<>();
    for (Measure one : tasks()) {
      if (one.responsibility().has(unit, roles, units)) wanted.add(one.key());
    }
    return withAbove(wanted);
  }

  private List<Measure> withAbove(Set<String> keys) {
    Set<String> wanted = new HashSet<>(keys);
    List<Measure> backwards = new ArrayList<>(byKey.values());
    for (int i = backwards.size() - 1; i >= 0; i--) {
      Measure one = backwards.get(i);
      if (wanted.contains(one.key())) one.above().ifPresent(wanted::add);
    }
    return byKey.values().stream().filter(one -> wanted.contains(one.key())).toList();
  }

  /** All units that have something to do with a task. */
  public Set<UnitId> responsible(UnitTree units) {
    Set<UnitId> all = new HashSet<>();
    for (Measure task : tasks()) {
      task.responsibility().lead().units().unitsIn(units).forEach(unit -> all.add(unit.id()));
      task.responsibility().assist().units().unitsIn(units).forEach(unit -> all.add(unit.id()));
    }
    return all;
  }
}
