package nuanbao.engine.unit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which units are meant: the union of its terms. */
public record UnitSelector(List<Term> terms) {
  /** Selects nothing. */
  public static final UnitSelector NONE = new UnitSelector(List.of());

  /** All units. */
  public static UnitSelector all() {
    return new UnitSelector(
        List.of(
            new Where(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), NONE)));
  }

  public UnitSelector {
    terms = gathered(terms);
  }

  /** Units named one by one become one term: a long list of them is looked up, not gone through. */
  private static List<Term> gathered(List<Term> terms) {
    Set<UnitId> named = new HashSet<>();
    List<Term> gathered = new ArrayList<>();
    for (Term term : terms) {
      if (term instanceof Named one) named.addAll(one.ids);
      else gathered.add(term);
    }
    if (!named.isEmpty()) gathered.add(new Named(named));
    return List.copyOf(gathered);
  }

  public boolean selects(Unit unit, UnitTree tree) {
    for (Term term : terms) {
      if (term.selects(unit, tree)) return true;
    }
    return false;
  }

  /** The units meant, in tree order. */
  public List<Unit> unitsIn(UnitTree tree) {
    return tree.units().stream().filter(unit -> selects(unit, tree)).toList();
  }

  /** One way to mean units. */
  public sealed interface Term {
    boolean selects(Unit unit, UnitTree tree);
  }

  /** Units by their ids. */
  public record Named(Set<UnitId> ids) implements Term {
    public Named {
      ids = Set.copyOf(ids);
    }

    public Named(UnitId id) {
      this(Set.of(id));
    }

    @Override
    public boolean selects(Unit unit, UnitTree tree) {
      return ids.contains(unit.id());
    }
  }

  /** The members of a collective name. */
  public record Group(String name, UnitSelector members) implements Term {
    @Override
    public boolean selects(Unit unit, UnitTree tree) {
      return members.selects(unit, tree);
    }
  }

  /**
   * Everything that meets all conditions given.
   *
   * @param under below this unit; the unit itself is not meant
   */
  public record Where(
      Optional<String> level,
      Optional<UnitId> under,
      Optional<String> kind,
      Optional<String> tag,
      UnitSelector except)
      implements Term {
    @Override
    public boolean selects(Unit unit, UnitTree tree) {
      return level.map(id -> unit.level().id().equals(id)).orElse(true)
          && under
              .map(id -> !unit.id().equals(id) && tree.isWithin(unit, tree.unit(id)))
              .orElse(true)
          && kind.map(one -> unit.kind().filter(one::equals).isPresent()).orElse(true)
          && tag.map(unit.tags()::contains).orElse(true)
          && !except.selects(unit, tree);
    }
  }
}
