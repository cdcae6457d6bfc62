package nuanbao.engine.form;

import java.util.List;
import java.util.Optional;
import nuanbao.engine.formula.Period;
import nuanbao.engine.formula.Scope;
import nuanbao.engine.formula.Scope.Element;
import nuanbao.engine.formula.Value;
import nuanbao.engine.unit.UnitId;

/** What formulas find beyond the row at hand: figures of other times, forms and units. */
public interface Beyond {
  /** Nothing was ever reported elsewhere. */
  Beyond NOTHING =
      new Beyond() {
        @Override
        public Optional<Scope> at(Period period, Here here) {
          return Optional.empty();
        }

        @Override
        public Optional<Scope> figures(FormId form, UnitId unit, Here here) {
          return Optional.empty();
        }

        @Override
        public Optional<UnitId> above(UnitId unit) {
          return Optional.empty();
        }

        @Override
        public List<UnitId> below(UnitId unit) {
          return List.of();
        }
      };

  /**
   * The row from which a formula looks.
   *
   * @param form whose names it uses
   * @param item the row that the form names; empty where a unit has one row
   * @param column the one at hand, where a rule about rows runs in every column
   * @param isTyped the unit's own row, not the sum over those below it
   */
  record Here(
      FormId form, UnitId unit, String item, Optional<ColumnPath> column, boolean isTyped) {}

  /** The same names for the same row at another time; empty where nothing was reported then. */
  Optional<Scope> at(Period period, Here here);

  /**
   * The names of a form with the figures of a unit, rolled up, in the same round; empty where the
   * unit has no row in it.
   */
  Optional<Scope> figures(FormId form, UnitId unit, Here here);

  /** The unit above; empty at the top. */
  Optional<UnitId> above(UnitId unit);

  /** The units right below, in tree order. */
  List<UnitId> below(UnitId unit);

  /** The value behind a reference that leads elsewhere; blank where there is nothing. */
  default Value value(CellReference reference, Here here) {
    CellReference there = reference.there().orElseThrow();
    return scope(reference, here).map(scope -> scope.valueOf(there)).orElse(Value.BLANK);
  }

  /** The values behind a reference that leads elsewhere; a unit that has no row there has none. */
  default List<Element> elements(CellReference reference, Here here) {
    CellReference there = reference.there().orElseThrow();
    if (reference.place() == CellReference.Place.SUBUNITS) {
      return below(here.unit()).stream()
          .flatMap(unit -> figures(here.form(), unit, here).stream())
          .map(scope -> new Element(scope.valueOf(there), scope))
          .toList();
    }
    return scope(reference, here).map(scope -> scope.elementsOf(there)).orElse(List.of());
  }

  private Optional<Scope> scope(CellReference reference, Here here) {
    return switch (reference.place()) {
      case FORM -> figures(new FormId(reference.index()), here.unit(), here);
      case UNIT -> figures(here.form(), new UnitId(reference.index()), here);
      case PARENT -> above(here.unit()).flatMap(unit -> figures(here.form(), unit, here));
      case ROW,
          COVER,
          ITEM,
          RECORDS,
          RECORD,
          EVERY_ROW,
          SUBROWS,
          SIBLINGS,
          TOTAL_ROW,
          SUBUNITS,
          ATTRIBUTE ->
          throw new IllegalStateException("leads nowhere: " + reference.title());
    };
  }
}
