package nuanbao.engine.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.problem.Similar;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitTree;

/**
 * What formulas of a form may name beyond it: the forms of its campaign, by id or title, and its
 * units.
 */
public final class NamesBeyond {
  /** Nothing: the form stands alone. */
  static final NamesBeyond NONE = new NamesBeyond(List.of(), Optional.empty());

  private final Map<FormId, Named> forms = new LinkedHashMap<>();
  private final Optional<UnitTree> units;

  /** A form with its names. */
  public record Named(FormId id, String title, FormNames names) {}

  /**
   * Names of a campaign.
   *
   * @param units empty where they could not be read; then none is known
   */
  public NamesBeyond(List<Named> forms, Optional<UnitTree> units) {
    for (Named form : forms) this.forms.put(form.id(), form);
    this.units = units;
  }

  /** The form that goes by an id or, if only one does, by a title. */
  Optional<Named> findForm(String name) {
    Named named = forms.get(new FormId(name));
    if (named != null) return Optional.of(named);
    List<Named> titled = forms.values().stream().filter(one -> one.title.equals(name)).toList();
    return titled.size() == 1 ? Optional.of(titled.get(0)) : Optional.empty();
  }

  Named form(FormId id) {
    return findForm(id.value()).orElseThrow(() -> new IllegalArgumentException("no form " + id));
  }

  Optional<String> nearestForm(String name) {
    List<String> names = new ArrayList<>();
    for (Named form : forms.values()) {
      names.add(form.id().value());
      names.add(form.title());
    }
    return Similar.nearest(name, names);
  }

  /** The units that go by a name. */
  List<Unit> unitsNamed(String name) {
    return units.map(tree -> tree.named(name)).orElse(List.of());
  }

  Optional<String> nearestUnit(String name) {
    return units.flatMap(tree -> Similar.nearest(name, List.copyOf(tree.names())));
  }
}
