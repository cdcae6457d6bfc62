package nuanbao.engine.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nuanbao.engine.campaign.Difference.Change;
import nuanbao.engine.campaign.Difference.Kind;
import nuanbao.engine.measure.Measure;
import nuanbao.engine.measure.Roster;
import nuanbao.engine.problem.Text;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitTree;

/**
 * What changed from one campaign to another: a later version of it, or that of the next year.
 * Things correspond by key and units by id, as figures of last year do.
 */
public final class Differences {
  private static final Text STAYS_UNPRINTED =
      new Text(
          "以前报的数留在库里，不再汇总、不再印",
          "what was reported stays in the store and is neither added up nor printed");

  private final Campaign before;
  private final Campaign after;
  private final List<Difference> all = new ArrayList<>();

  private Differences(Campaign before, Campaign after) {
    this.before = before;
    this.after = after;
  }

  /** In the order of the definition: campaign, units, measures, duties, forms, reports. */
  public static List<Difference> between(Campaign before, Campaign after) {
    return new Differences(before, after).run();
  }

  private List<Difference> run() {
    compareCampaign();
    compareUnits();
    compareMeasures();
    Found.compare(
        by(before.duties(), duty -> duty.id()),
        by(after.duties(), duty -> duty.id()),
        duty ->
            found(Kind.DUTY, duty.id()).add(Change.REMOVED, Text.of(duty.title()), STAYS_UNPRINTED),
        duty -> found(Kind.DUTY, duty.id()).add(Change.ADDED, Text.of(duty.title())),
        (then, now) ->
            new DutyDifferences(before, after, found(Kind.DUTY, now.id())).compare(then, now));
    Found.compare(
        by(before.forms(), form -> form.id()),
        by(after.forms(), form -> form.id()),
        form ->
            found(Kind.FORM, form.id()).add(Change.REMOVED, Text.of(form.title()), STAYS_UNPRINTED),
        form -> found(Kind.FORM, form.id()).add(Change.ADDED, Text.of(form.title())),
        (then, now) ->
            new FormDifferences(before.units(), after.units(), found(Kind.FORM, now.id()))
                .compare(then, now));
    compareReports();
    return List.copyOf(all);
  }

  private Found found(Kind kind, Object about) {
    return new Found(all, kind, about.toString());
  }

  static <K, V> Map<K, V> by(List<V> values, Function<V, K> key) {
    Map<K, V> map = new LinkedHashMap<>();
    for (V value : values) map.put(key.apply(value), value);
    return map;
  }

  private void compareCampaign() {
    Found found = found(Kind.CAMPAIGN, after.id());
    found.changed(
        new Text("编号", "id"),
        before.id(),
        after.id(),
        after.follows().filter(one -> one.campaign().equals(before.id())).isPresent()
            ? new Text("两次活动各存各的；上年同期按 follows 取", "each keeps its own figures; 上年同期 follows")
            : new Text(
                "库里按编号存：以前报的数不在新编号下",
                "figures are kept by id: those reported are not found under the new one"));
    found.renamed(before.title(), after.title());
    found.changed(new Text("起止", "period"), days(before), days(after));
    found.changed(
        new Text("接续", "follows"),
        before.follows().map(Differences::follows),
        after.follows().map(Differences::follows),
        new Text("上年同期、同比从别处取数", "上年同期 and 同比 take their figures from elsewhere"));
    found.changed(
        new Text("下班时间", "close of business"),
        before.calendar().closeOfBusiness(),
        after.calendar().closeOfBusiness());
    found.changed(new Text("时区", "zone"), before.calendar().zone(), after.calendar().zone());
    found.changed(new Text("用语", "words"), words(before), words(after));
    Found.compare(
        by(before.rosters(), Roster::key),
        by(after.rosters(), Roster::key),
        roster -> found.add(Change.REMOVED, Text.of(roster.title())),
        roster -> found.add(Change.ADDED, Text.of(roster.title())),
        (then, now) -> {
          if (then.equals(now)) return;
          Text members = new Text(now.title() + "：成员变了", now.title() + ": other members");
          found.add(Change.CHANGED, members);
        });
  }

  private static String days(Campaign campaign) {
    return campaign.from() + "—" + campaign.to().map(LocalDate::toString).orElse("");
  }

  private static Text follows(Follows follows) {
    return Text.of(follows.campaign() + "（" + follows.rounds().word() + "）");
  }

  private static String words(Campaign campaign) {
    return new java.util.TreeMap<>(campaign.words()).toString();
  }

  private void compareUnits() {
    Found.compare(
        by(before.units().units(), Unit::id),
        by(after.units().units(), Unit::id),
        unit ->
            found(Kind.UNIT, unit.id())
                .add(
                    Change.REMOVED,
                    Text.of(unit.name()),
                    new Text(
                        "它以前报的数留在库里，不再汇总进上级",
                        "what it reported stays in the store and is added to no unit above")),
        unit ->
            found(Kind.UNIT, unit.id())
                .add(
                    Change.ADDED,
                    Text.of(unit.name() + "（" + above(unit, after.units()) + "）"),
                    new Text("以前没有它的数，上年同期为空", "it has no earlier figures: 上年同期 is blank")),
        this::compareUnit);
  }

  private void compareMeasures() {
    Found.compare(
        by(before.measures().all(), Measure::key),
        by(after.measures().all(), Measure::key),
        measure ->
            found(Kind.MEASURE, measure.key())
                .add(Change.REMOVED, Text.of(measure.label()), STAYS_UNPRINTED),
        measure -> found(Kind.MEASURE, measure.key()).add(Change.ADDED, Text.of(measure.label())),
        (then, now) -> new MeasureDifferences(found(Kind.MEASURE, now.key())).compare(then, now));
  }

  private static String above(Unit unit, UnitTree tree) {
    return tree.parent(unit).map(Unit::name).orElse("—");
  }

  private void compareUnit(Unit then, Unit now) {
    Found found = found(Kind.UNIT, now.id());
    found.renamed(then.name(), now.name());
    found.changed(new Text("简称", "short name"), then.shortName(), now.shortName());
    found.changed(new Text("合计行名", "name of its total"), then.totalName(), now.totalName());
    found.changed(new Text("区划代码", "code"), then.code(), now.code());
    found.changed(new Text("层级", "level"), then.level().title(), now.level().title());
    Optional<Unit> parentThen = before.units().parent(then);
    Optional<Unit> parentNow = after.units().parent(now);
    if (parentThen.map(Unit::id).equals(parentNow.map(Unit::id))) return;
    found.add(
        Change.MOVED,
        new Text(
            now.name() + "：" + above(then, before.units()) + " → " + above(now, after.units()),
            now.name() + ": " + above(then, before.units()) + " → " + above(now, after.units())),
        new Text(
            "它的数改汇总进新的上级，新旧上级的合计与以前不能比",
            "its figures are added to the new unit above: totals of both do not compare with earlier ones"));
  }

  private void compareReports() {
    Found.compare(
        by(before.reports(), ReportSpec::id),
        by(after.reports(), ReportSpec::id),
        report -> found(Kind.REPORT, report.id()).add(Change.REMOVED, Text.of(report.title())),
        report -> found(Kind.REPORT, report.id()).add(Change.ADDED, Text.of(report.title())),
        (then, now) -> {
          Found found = found(Kind.REPORT, now.id());
          found.renamed(then.title(), now.title());
          if (!then.parts().equals(now.parts())) {
            found.add(Change.CHANGED, new Text("印的内容变了", "prints other parts"));
          }
          if (!then.layout().equals(now.layout())) {
            found.add(Change.CHANGED, new Text("版面变了", "another layout"));
          }
        });
  }
}
