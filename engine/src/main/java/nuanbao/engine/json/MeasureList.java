package nuanbao.engine.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.Part;
import nuanbao.engine.form.Rows.OfMeasures.Responsible;
import nuanbao.engine.form.Stub;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Similar;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import nuanbao.engine.unit.UnitSelector;
import nuanbao.engine.unit.UnitTree;

/** The tasks of a campaign (任务清单), with their headings, as {@code campaign.json} lists them. */
final class MeasureList {
  private final Optional<UnitNames> units;
  private final Problems problems;
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, Responsible> tasks = new LinkedHashMap<>();

  private MeasureList(Optional<UnitNames> units, Problems problems) {
    this.units = units;
    this.problems = problems;
  }

  static MeasureList read(Located campaign, Optional<UnitNames> units, Problems problems) {
    MeasureList list = new MeasureList(units, problems);
    Responsible nobody = new Responsible(UnitSelector.NONE, UnitSelector.NONE);
    list.read(campaign.members("measures"), Optional.empty(), 0, nobody);
    return list;
  }

  private void read(
      Map<String, Located> measures, Optional<String> above, int depth, Responsible inherited) {
    measures.forEach(
        (key, measure) -> {
          if (items.containsKey(key)) {
            problems.add(measure.problemAtKey(ProblemCode.DUPLICATE_ROW_KEY, key));
            return;
          }
          boolean isSection = measure.text("kind").orElse("").equals("section");
          Responsible responsible =
              new Responsible(
                  select(measure, "lead").orElse(inherited.lead()),
                  select(measure, "assist").orElse(inherited.assist()));
          items.put(
              key,
              new Item(
                  key,
                  measure.text("no").orElse(""),
                  measure.text("title").orElse(key),
                  Optional.empty(),
                  isSection ? Map.of() : stubs(measure, responsible),
                  isSection ? Part.SECTION : Part.PART,
                  measure.get("target").flatMap(MeasureList::number),
                  above,
                  depth,
                  Map.of()));
          if (!isSection) tasks.put(key, responsible);
          read(measure.members("measures"), Optional.of(key), depth + 1, responsible);
        });
  }

  private Map<Stub.Kind, String> stubs(Located measure, Responsible responsible) {
    Map<Stub.Kind, String> stubs = new EnumMap<>(Stub.Kind.class);
    measure.text("text").ifPresent(text -> stubs.put(Stub.Kind.TEXT, text));
    stubs.put(Stub.Kind.LEAD, names(responsible.lead()));
    stubs.put(Stub.Kind.ASSIST, names(responsible.assist()));
    measure.get("target").ifPresent(target -> stubs.put(Stub.Kind.TARGET, target(target)));
    measure
        .get("target")
        .flatMap(target -> target.text("in"))
        .ifPresent(unit -> stubs.put(Stub.Kind.IN, unit));
    measure
        .get("by")
        .flatMap(date -> new DateReader(problems).read(date))
        .ifPresent(day -> stubs.put(Stub.Kind.BY, day.toString()));
    return stubs;
  }

  /** As definitions write it, and as a person says it. */
  private static final Map<String, String> TARGETS =
      Map.of("least", "不少于", "most", "不多于", "about", "约");

  private static Optional<BigDecimal> number(Located target) {
    return TARGETS.keySet().stream().flatMap(key -> target.number(key).stream()).findFirst();
  }

  /** 不少于3场. */
  private static String target(Located target) {
    String how =
        TARGETS.keySet().stream().filter(target::has).map(TARGETS::get).findFirst().orElse("");
    String number = number(target).map(BigDecimal::toPlainString).orElse("");
    return how + number + target.text("in").orElse("");
  }

  private String names(UnitSelector some) {
    return units
        .map(
            names ->
                String.join(
                    "、",
                    some.terms().stream().flatMap(term -> shown(term, names).stream()).toList()))
        .orElse("");
  }

  /** A collective name stands as it was written. */
  private static List<String> shown(UnitSelector.Term term, UnitNames names) {
    if (term instanceof UnitSelector.Group group) return List.of(group.name());
    return new UnitSelector(List.of(term))
        .unitsIn(names.tree()).stream().map(Unit::shortName).toList();
  }

  private Optional<UnitSelector> select(Located measure, String key) {
    return units.flatMap(names -> measure.get(key).map(list -> names.select(list, problems)));
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** All units that lead or assist a task. */
  Set<UnitId> responsible(UnitTree tree) {
    Set<UnitId> all = new HashSet<>();
    for (Responsible task : tasks.values()) {
      task.lead().unitsIn(tree).forEach(unit -> all.add(unit.id()));
      task.assist().unitsIn(tree).forEach(unit -> all.add(unit.id()));
    }
    return all;
  }

  Map<String, Responsible> tasks() {
    return tasks;
  }

  /** Headings and tasks, in order. */
  List<Item> all() {
    return List.copyOf(items.values());
  }

  /** Those that are named, with all that stands below them and the headings above them. */
  List<Item> select(List<Located> names) {
    Set<String> wanted = new HashSet<>();
    for (Located name : names) {
      if (items.containsKey(name.text())) {
        wanted.add(name.text());
      } else {
        String near = Similar.nearest(name.text(), items.keySet()).orElse("");
        problems.add(name.problem(ProblemCode.UNKNOWN_MEASURE, name.text(), near));
      }
    }
    List<Item> chosen = new ArrayList<>();
    for (Item item : items.values()) {
      if (item.above().filter(wanted::contains).isPresent()) wanted.add(item.key());
    }
    List<Item> all = all();
    for (int i = all.size() - 1; i >= 0; i--) {
      Item item = all.get(i);
      if (wanted.contains(item.key())) item.above().ifPresent(wanted::add);
    }
    for (Item item : all) {
      if (wanted.contains(item.key())) chosen.add(item);
    }
    return chosen;
  }
}
