package nuanbao.engine.unit;

import java.util.List;
import java.util.Optional;

/** Which units are meant: the union of its terms. */
public record UnitSelector(List<Term> terms) {
  /** Selects nothing. */
  public static final UnitSelector NONE = new UnitSelector(List.of());

  public UnitSelector {
    terms = List.copyOf(terms);
  }

  public boolean selects(Unit unit, UnitTree tree) {
    return terms.stream().anyMatch(term -> term.selects(unit, tree));
  }

  /** The units meant, in tree order. */
  public List<Unit> unitsIn(UnitTree tree) {
    return tree.units().stream().filter(unit -> selects(unit, tree)).toList();
  }

  /** One way to mean units. */
  public sealed interface Term {
    boolean selects(Unit unit, UnitTree tree);
  }

  /** One unit by its id. */
  public record Named(UnitId id) implements Term {
    @Override
    public boolean selects(Unit unit, UnitTree tree) {
      return unit.id().equals(id);
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
      Optional<String> level, Optional<UnitId> under, Optional<String> tag, UnitSelector except)
      implements Term {
    @Override
    public boolean selects(Unit unit, UnitTree tree) {
      return level.map(id -> unit.level().id().equals(id)).orElse(true)
          && under
              .map(id -> !unit.id().equals(id) && tree.isWithin(unit, tree.unit(id)))
              .orElse(true)
          && tag.map(unit.tags()::contains).orElse(true)
          && !except.selects(unit, tree);
    }
  }
}
