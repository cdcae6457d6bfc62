package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.measure.Party;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Similar;
import nuanbao.engine.problem.SourcePosition;
import nuanbao.engine.unit.Level;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import nuanbao.engine.unit.UnitSelector;
import nuanbao.engine.unit.UnitSelector.Term;
import nuanbao.engine.unit.UnitTree;

/** The units of a campaign and every word that means some of them. */
final class UnitNames {
  private final UnitTree tree;
  private final Map<String, Level> levels;
  private final Map<String, UnitSelector> groups = new HashMap<>();

  UnitNames(UnitTree tree, Map<String, Level> levels) {
    this.tree = tree;
    this.levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
  }

  UnitTree tree() {
    return tree;
  }

  /** By their ids, in order from the top. */
  Map<String, Level> levels() {
    return levels;
  }

  void addGroup(String name, UnitSelector members) {
    groups.put(name, members);
  }

  /** Whether a unit or a collective is called so. */
  boolean knows(String name) {
    return groups.containsKey(name) || !tree.named(name).isEmpty();
  }

  /** Reads a list of names and selectors; a group must stand before the one that names it. */
  UnitSelector select(Located list, Problems problems) {
    return new UnitSelector(terms(list, problems));
  }

  /** The same, with what they are called in print. */
  Party party(Located list, Problems problems) {
    return party(terms(list, problems));
  }

  private List<Term> terms(Located list, Problems problems) {
    List<Term> terms = new ArrayList<>();
    for (Located item : list.items()) term(item, problems).ifPresent(terms::add);
    UnitSelector selector = new UnitSelector(terms);
    boolean whole = terms.size() == list.node().size();
    if (whole && tree.units().stream().noneMatch(unit -> selector.selects(unit, tree))) {
      problems.add(list.problem(ProblemCode.NOTHING_SELECTED));
    }
    return terms;
  }

  Party party(List<Term> terms) {
    return new Party(
        new UnitSelector(terms), terms.stream().flatMap(term -> printed(term).stream()).toList());
  }

  /** A collective name stands as it is written. */
  private List<String> printed(Term term) {
    if (term instanceof UnitSelector.Group group) return List.of(group.name());
    return new UnitSelector(List.of(term)).unitsIn(tree).stream().map(Unit::shortName).toList();
  }

  /** Reads one name or selector. */
  UnitSelector selectOne(Located item, Problems problems) {
    return new UnitSelector(term(item, problems).stream().toList());
  }

  private Optional<Term> term(Located item, Problems problems) {
    if (item.node().isTextual()) return term(item.text(), item.position(), problems);
    Optional<Located> level = item.get("level");
    if (level.isPresent() && !levels.containsKey(level.get().text())) {
      problems.add(
          level
              .get()
              .problem(
                  ProblemCode.UNKNOWN_LEVEL,
                  level.get().text(),
                  String.join("、", levels.keySet())));
      return Optional.empty();
    }
    Optional<Located> tag = item.get("tag");
    if (tag.isPresent()
        && tree.units().stream().noneMatch(unit -> unit.tags().contains(tag.get().text()))) {
      problems.add(tag.get().problem(ProblemCode.UNKNOWN_TAG, tag.get().text()));
      return Optional.empty();
    }
    Optional<Located> under = item.get("under");
    Optional<UnitId> above =
        under.flatMap(name -> unit(name.text(), name.position(), problems)).map(Unit::id);
    if (under.isPresent() && above.isEmpty()) return Optional.empty();
    UnitSelector except =
        item.get("except").map(list -> select(list, problems)).orElse(UnitSelector.NONE);
    return Optional.of(
        new UnitSelector.Where(
            level.map(Located::text), above, item.text("kind"), tag.map(Located::text), except));
  }

  /**
   * What a name means.
   *
   * @param place where it is written
   */
  Optional<Term> term(String name, SourcePosition place, Problems problems) {
    UnitSelector group = groups.get(name);
    if (group != null) return Optional.of(new UnitSelector.Group(name, group));
    return unit(name, place, problems).map(unit -> new UnitSelector.Named(unit.id()));
  }

  /** The one unit that goes by a name. */
  Optional<Unit> unit(String name, SourcePosition place, Problems problems) {
    List<Unit> units = tree.named(name);
    if (units.size() == 1) return Optional.of(units.get(0));
    if (units.isEmpty()) {
      tellUnknown(name, place, problems);
    } else {
      List<String> ids = units.stream().map(unit -> unit.id() + "（" + place(unit) + "）").toList();
      problems.add(Problem.of(ProblemCode.AMBIGUOUS_UNIT, place, name, String.join("、", ids)));
    }
    return Optional.empty();
  }

  private void tellUnknown(String name, SourcePosition place, Problems problems) {
    if (problems.isFull()) {
      problems.addUntold();
      return;
    }
    List<String> known = new ArrayList<>(tree.names());
    known.addAll(groups.keySet());
    String near = Similar.nearest(name, known).orElse("");
    problems.add(Problem.of(ProblemCode.UNKNOWN_UNIT, place, name, near));
  }

  private String place(Unit unit) {
    return tree.parent(unit).map(above -> above.shortName() + unit.shortName()).orElse(unit.name());
  }
}
