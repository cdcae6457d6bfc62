package nuanbao.engine.json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Similar;
import nuanbao.engine.unit.Level;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import nuanbao.engine.unit.UnitSelector;
import nuanbao.engine.unit.UnitTree;
import nuanbao.engine.unit.Validity;

/** Reads units.json: levels, the tree, and collective names. */
final class UnitsReader {
  private static final String VILLAGE = "村民委员会";
  private static final int LEVELS_OF_OFFICES = 2;
  private static final String COMMUNITY = "居民委员会";

  /**
   * Stands in where a level is wrong, so that whoever names the unit is not told it is not there.
   */
  private static final Level NO_LEVEL = new Level("", "", 0);

  private final Located root;
  private final Problems problems;
  private final Map<String, Level> levels = new LinkedHashMap<>();
  private final UnitTree.Builder tree = new UnitTree.Builder();

  /** The units that go by other names too, and where they stand. */
  private final Map<UnitId, Located> renamed = new LinkedHashMap<>();

  /** Ids that take over from units that are gone, where they are written. */
  private final List<Located> successors = new ArrayList<>();

  /** Offices and where they stand. */
  private final Map<UnitId, Located> offices = new LinkedHashMap<>();

  UnitsReader(Located root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  UnitNames read() {
    root.members("levels")
        .forEach((id, title) -> levels.put(id, new Level(id, title.text(), levels.size())));
    readUnits(root.items("units"), Optional.empty());
    UnitTree units = tree.build();
    checkTwoNames(units.roots(), units);
    UnitNames names = new UnitNames(units, levels);
    checkAliases(units);
    checkSuccessors(units);
    root.members("groups").forEach((name, group) -> readGroup(name, group, names));
    return names;
  }

  private void readUnits(List<Located> units, Optional<Level> above) {
    for (Located unit : units) {
      Optional<String> name = seen(unit, "name");
      if (name.isEmpty()) continue;
      Optional<Level> level = level(unit, name.get(), above);
      UnitId id = new UnitId(seen(unit, "id").or(() -> seen(unit, "code")).orElse(name.get()));
      Optional<Unit> twin = tree.findUnit(id);
      if (twin.isPresent()) {
        Located place =
            unit.get("id").or(() -> unit.get("code")).or(() -> unit.get("name")).orElse(unit);
        String both = twin.get().name() + "、" + name.get();
        problems.add(place.problem(ProblemCode.DUPLICATE_UNIT_ID, id, both));
        continue;
      }
      if (unit.has("aka")) renamed.put(id, unit);
      if (UnitNamesCheck.isOffice(name.get())) offices.put(id, unit);
      Level known = level.or(() -> above).orElse(NO_LEVEL);
      tree.begin(unit(unit, id, name.get(), known));
      readUnits(unit.items("units"), Optional.of(known));
      tree.end();
    }
  }

  /** What nobody can see names nothing. */
  private static Optional<String> seen(Located unit, String key) {
    return unit.text(key).filter(text -> !text.isBlank());
  }

  private Optional<Level> level(Located unit, String name, Optional<Level> above) {
    Optional<Located> written = unit.get("level");
    if (written.isPresent()) {
      Optional<Level> level = Optional.ofNullable(levels.get(written.get().text()));
      if (level.isEmpty()) {
        problems.add(
            written
                .get()
                .problem(
                    ProblemCode.UNKNOWN_LEVEL,
                    written.get().text(),
                    String.join("、", levels.keySet())));
      }
      return level;
    }
    int order = above.map(level -> level.order() + 1).orElse(0);
    Optional<Level> next =
        levels.values().stream().filter(level -> level.order() == order).findFirst();
    if (next.isEmpty() && root.has("levels")) {
      problems.add(unit.problem(ProblemCode.LEVEL_MISSING, name));
    }
    return next;
  }

  private Unit unit(Located unit, UnitId id, String name, Level level) {
    return new Unit(
        id,
        unit.text("code"),
        name,
        unit.text("short").orElse(shortName(name)),
        unit.text("total"),
        level,
        unit.text("kind"),
        unit.items("aka").stream().map(Located::text).toList(),
        Set.copyOf(unit.items("tags").stream().map(Located::text).toList()),
        validity(unit));
  }

  /** Successors by their ids: they may stand further down in the file. */
  private Validity validity(Located unit) {
    if (!unit.has("since") && !unit.has("until") && !unit.has("successors")) {
      return Validity.ALWAYS;
    }
    DateReader dates = new DateReader(problems);
    Optional<LocalDate> since = unit.get("since").flatMap(dates::readBeginning);
    Optional<LocalDate> until = unit.get("until").flatMap(dates::read);
    if (since.isPresent() && until.filter(since.get()::isAfter).isPresent()) {
      problems.add(
          unit.get("until")
              .orElse(unit)
              .problem(ProblemCode.END_BEFORE_BEGINNING, since.get(), until.get()));
    }
    List<Located> successors = unit.items("successors");
    this.successors.addAll(successors);
    return new Validity(
        since,
        until,
        successors.stream()
            .map(Located::text)
            .filter(text -> !text.isBlank())
            .map(UnitId::new)
            .toList());
  }

  private void checkSuccessors(UnitTree units) {
    for (Located successor : successors) {
      if (units.findUnit(successor.text()).isPresent()) continue;
      List<String> ids = units.units().stream().map(one -> one.id().value()).toList();
      String near = Similar.nearest(successor.text(), ids).orElse("");
      problems.add(successor.problem(ProblemCode.UNKNOWN_UNIT, successor.text(), near));
    }
  }

  /** 东村村民委员会 → 东村, 东庙村民委员会 → 东庙村, 东社区居民委员会 → 东社区. */
  private static String shortName(String name) {
    if (name.endsWith(VILLAGE) && name.length() > VILLAGE.length()) {
      String base = name.substring(0, name.length() - VILLAGE.length());
      return base.endsWith("村") ? base : base + "村";
    }
    return name.endsWith(COMMUNITY) && name.length() > COMMUNITY.length()
        ? name.substring(0, name.length() - COMMUNITY.length())
        : name;
  }

  /** Offices stand in the upper levels; below a level of thousands nobody looks. */
  private void checkTwoNames(List<Unit> siblings, UnitTree units) {
    for (UnitNamesCheck.Pair pair : UnitNamesCheck.likelyOne(siblings)) {
      Located place = offices.getOrDefault(pair.second().id(), root);
      problems.add(
          place
              .get("name")
              .orElse(place)
              .problem(ProblemCode.UNIT_TWO_NAMES, pair.first().name(), pair.second().name()));
    }
    for (Unit unit : siblings) {
      if (unit.level().order() < LEVELS_OF_OFFICES) checkTwoNames(units.children(unit), units);
    }
  }

  private void checkAliases(UnitTree units) {
    Set<String> told = new HashSet<>();
    renamed.forEach(
        (id, place) -> {
          for (Located alias : place.items("aka")) {
            units.named(alias.text()).stream()
                .filter(other -> !other.id().equals(id))
                .findFirst()
                .filter(other -> told.add(alias.text()))
                .ifPresent(
                    other ->
                        problems.add(
                            alias.problem(
                                ProblemCode.UNIT_NAME_CLASH,
                                alias.text(),
                                place.text("name").orElse(""),
                                other.name())));
          }
        });
  }

  private void readGroup(String name, Located group, UnitNames names) {
    Optional<UnitSelector> members = group.get("units").map(units -> names.select(units, problems));
    if (members.isEmpty()) return;
    List<String> all = new ArrayList<>(List.of(name));
    group.items("aka").forEach(alias -> all.add(alias.text()));
    for (String one : all) {
      List<Unit> clash = names.tree().named(one);
      if (!clash.isEmpty()) {
        problems.add(
            group.problemAtKey(ProblemCode.UNIT_NAME_CLASH, one, name, clash.get(0).name()));
      }
      names.addGroup(one, members.get());
    }
  }
}
