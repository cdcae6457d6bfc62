package nuanbao.engine.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.Part;
import nuanbao.engine.form.Stub;
import nuanbao.engine.json.ResponsibleReader.Semicolon;
import nuanbao.engine.measure.Measure;
import nuanbao.engine.measure.Measures;
import nuanbao.engine.measure.Responsibility;
import nuanbao.engine.measure.Target;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Similar;

/**
 * The tasks of a campaign (任务清单) as {@code campaign.json} lists them, and the rows of forms that
 * they are.
 */
final class MeasureList {
  private final Optional<UnitNames> units;
  private final Optional<ResponsibleReader> responsibleReader;
  private final TargetReader targetReader;
  private final DateReader dates;
  private final Problems problems;
  private final Map<String, Measure> read = new LinkedHashMap<>();
  private final Map<String, Located> targets = new LinkedHashMap<>();
  private final Measures measures;

  private MeasureList(Located campaign, Optional<UnitNames> units, Problems problems) {
    Optional<Semicolon> semicolon =
        campaign.get("notation").flatMap(one -> one.text("semicolon")).map(Semicolon::read);
    this.units = units;
    this.responsibleReader = units.map(names -> new ResponsibleReader(names, semicolon, problems));
    this.targetReader = new TargetReader(units, problems);
    this.dates = new DateReader(problems);
    this.problems = problems;
    read(campaign.members("measures"), Optional.empty(), 0, Said.NOTHING);
    this.measures = new Measures(List.copyOf(read.values()));
  }

  static MeasureList read(Located campaign, Optional<UnitNames> units, Problems problems) {
    return new MeasureList(campaign, units, problems);
  }

  /** What holds for all below a heading, unless one of them says otherwise. */
  private record Said(
      Responsibility responsibility,
      Optional<LocalDate> from,
      Optional<LocalDate> by,
      Optional<String> attachment) {
    static final Said NOTHING =
        new Said(Responsibility.NOBODY, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private void read(
      Map<String, Located> written, Optional<String> above, int depth, Said inherited) {
    written.forEach(
        (key, measure) -> {
          if (read.containsKey(key)) {
            problems.add(measure.problemAtKey(ProblemCode.DUPLICATE_ROW_KEY, key));
            return;
          }
          Said said = said(measure, inherited);
          read.put(key, measure(key, measure, above, depth, said));
          measure.get("target").ifPresent(target -> targets.put(key, target));
          read(measure.members("measures"), Optional.of(key), depth + 1, said);
        });
  }

  private Measure measure(
      String key, Located measure, Optional<String> above, int depth, Said said) {
    boolean isHeading = measure.text("kind").orElse("").equals("section");
    return new Measure(
        key,
        measure.text("no").orElse(""),
        measure.text("title").orElse(key),
        measure.text("text"),
        isHeading ? Measure.Kind.HEADING : Measure.Kind.TASK,
        said.attachment,
        above,
        depth,
        said.responsibility,
        said.from,
        said.by,
        measure.get("target").flatMap(targetReader::read));
  }

  private Said said(Located measure, Said inherited) {
    Optional<LocalDate> from = measure.get("from").flatMap(dates::readBeginning);
    Optional<LocalDate> by = measure.get("by").flatMap(dates::read);
    Said said =
        new Said(
            responsibility(measure, inherited.responsibility),
            from.or(inherited::from),
            by.or(inherited::by),
            measure.text("attachment").or(inherited::attachment));
    boolean isOwn = from.isPresent() || by.isPresent();
    if (isOwn && said.from.isPresent() && said.by.isPresent()) {
      checkOrder(measure, said.from.get(), said.by.get());
    }
    return said;
  }

  private void checkOrder(Located measure, LocalDate from, LocalDate by) {
    if (!by.isBefore(from)) return;
    Located place = measure.get("by").or(() -> measure.get("from")).orElse(measure);
    problems.add(place.problem(ProblemCode.END_BEFORE_BEGINNING, from, by));
  }

  private Responsibility responsibility(Located measure, Responsibility inherited) {
    Optional<Located> notation = measure.get("responsible");
    if (notation.isPresent()) {
      return responsibleReader.map(one -> one.read(notation.get())).orElse(inherited);
    }
    return new Responsibility(
        units
            .flatMap(names -> measure.get("lead").map(list -> names.party(list, problems)))
            .orElse(inherited.lead()),
        units
            .flatMap(names -> measure.get("assist").map(list -> names.party(list, problems)))
            .orElse(inherited.assist()));
  }

  /** The measures; of their targets it is not known where the figures come from. */
  Measures measures() {
    return measures;
  }

  /** The target of a measure as it is written, by the key of the measure. */
  Map<String, Located> targets() {
    return targets;
  }

  /**
   * What a cell of a ledger is that holds the number held against a target; empty without one, and
   * for a target whose number comes from elsewhere: nobody is asked for it twice.
   */
  Optional<Located> figureOf(String key) {
    if (!(measures.measure(key).target().orElse(null) instanceof Target.Amount amount)) {
      return Optional.empty();
    }
    Located target = targets.get(key);
    if (target == null || target.has("figure")) return Optional.empty();
    ObjectNode cell = JsonNodeFactory.instance.objectNode();
    cell.put("type", "number").put("minimum", 0);
    cell.put("in", amount.in()).put("decimals", amount.decimals());
    cell.put("rollup", target.text("rollup").orElse("sum"));
    cell.put("overTime", target.text("overTime").orElse("flow"));
    return Optional.of(new Located(target.document(), target.pointer(), cell));
  }

  /** Who answers for each task, by its key. */
  Map<String, Responsibility> tasks() {
    Map<String, Responsibility> tasks = new LinkedHashMap<>();
    measures.tasks().forEach(task -> tasks.put(task.key(), task.responsibility()));
    return tasks;
  }

  /** Headings and tasks as rows, in order. */
  List<Item> all() {
    return measures.all().stream().map(MeasureList::item).toList();
  }

  /** The rows of those that are named, with all that stands below them and the headings above. */
  List<Item> select(List<Located> names) {
    return measures.selected(named(names)).stream().map(MeasureList::item).toList();
  }

  /** The days within which some measures run, from the first to the last of them. */
  CampaignDays days(List<Located> names) {
    List<Measure> all = named(names).stream().map(measures::measure).toList();
    return new CampaignDays(
        all.stream().flatMap(one -> one.from().stream()).min(Comparator.naturalOrder()),
        all.stream().flatMap(one -> one.by().stream()).max(Comparator.naturalOrder()),
        true,
        Map.of());
  }

  private Set<String> named(List<Located> names) {
    Set<String> wanted = new LinkedHashSet<>();
    for (Located name : names) {
      if (measures.findMeasure(name.text()).isPresent()) {
        wanted.add(name.text());
      } else {
        String near = Similar.nearest(name.text(), read.keySet()).orElse("");
        problems.add(name.problem(ProblemCode.UNKNOWN_MEASURE, name.text(), near));
      }
    }
    return wanted;
  }

  private static Item item(Measure measure) {
    return new Item(
        measure.key(),
        measure.number(),
        measure.title(),
        Optional.empty(),
        measure.isTask() ? stubs(measure) : Map.of(),
        measure.isTask() ? Part.PART : Part.SECTION,
        measure.target().flatMap(MeasureList::number),
        measure.above(),
        measure.depth(),
        Map.of());
  }

  private static Map<Stub.Kind, String> stubs(Measure measure) {
    Map<Stub.Kind, String> stubs = new EnumMap<>(Stub.Kind.class);
    measure.text().ifPresent(text -> stubs.put(Stub.Kind.TEXT, text));
    stubs.put(Stub.Kind.LEAD, measure.responsibility().lead().printed());
    stubs.put(Stub.Kind.ASSIST, measure.responsibility().assist().printed());
    measure.target().ifPresent(target -> stubs.put(Stub.Kind.TARGET, target.words().chinese()));
    if (measure.target().orElse(null) instanceof Target.Amount amount) {
      stubs.put(Stub.Kind.IN, amount.in());
    }
    measure.by().ifPresent(day -> stubs.put(Stub.Kind.BY, day.toString()));
    return stubs;
  }

  private static Optional<BigDecimal> number(Target target) {
    return target instanceof Target.Amount amount ? Optional.of(amount.number()) : Optional.empty();
  }
}
