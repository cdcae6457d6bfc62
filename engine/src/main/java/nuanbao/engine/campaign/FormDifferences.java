package nuanbao.engine.campaign;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nuanbao.engine.campaign.Difference.Change;
import nuanbao.engine.campaign.Difference.Kind;
import nuanbao.engine.form.Check;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnGroup;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.Rows;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.problem.Text;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import nuanbao.engine.unit.UnitTree;

/**
 * What changed in one form: its cover, rows, columns and checks.
 *
 * @param before the units of the earlier campaign
 * @param after those of the later one
 */
record FormDifferences(UnitTree before, UnitTree after, Found found) {
  private static final Text UNPRINTED =
      new Text(
          "以前报的数留在库里，不再汇总、不再印",
          "what was reported stays in the store and is neither added up nor printed");
  private static final Text NOTHING_EARLIER =
      new Text("以前各期没有它的数，上年同期为空", "earlier rounds have no figures of it: 上年同期 is blank");
  private static final Text SUMS_CHANGE =
      new Text("合计会变，与以前的不能比", "totals change and do not compare with earlier ones");
  private static final Text ACCEPTED_STAYS =
      new Text("收下的不重审，以后的按新的办", "what was taken is not judged again; what comes is");

  void compare(Form then, Form now) {
    found.renamed(then.title(), now.title());
    found.changed(
        new Text("附件号", "attachment"), then.heading().attachment(), now.heading().attachment());
    found.changed(
        new Text("表头计量单位", "unit of measure above the table"),
        then.heading().measuredIn(),
        now.heading().measuredIn());
    found.changed(new Text("合计位置", "totals"), then.totals().position(), now.totals().position());
    if (!then.notes().equals(now.notes())) {
      found.add(Change.CHANGED, new Text("表下的说明变了", "other notes below"));
    }
    compareColumns("cover.", then.cover(), now.cover());
    compareRows(then.rows(), now.rows());
    compareColumns("", then.columns(), now.columns());
    Found.compare(
        Differences.by(then.checks(), Check::id),
        Differences.by(now.checks(), Check::id),
        check ->
            of(Kind.CHECK, check.id()).add(Change.REMOVED, Text.of(check.title()), ACCEPTED_STAYS),
        check ->
            of(Kind.CHECK, check.id()).add(Change.ADDED, Text.of(check.title()), ACCEPTED_STAYS),
        this::compareCheck);
  }

  private Found of(Kind kind, Object key) {
    return found.of(kind, found.about() + "/" + key);
  }

  private void compareColumns(String where, List<Column> then, List<Column> now) {
    Map<String, ColumnGroup> groupsThen = groups("", then, new LinkedHashMap<>());
    groups("", now, new LinkedHashMap<>())
        .forEach(
            (path, group) -> {
              ColumnGroup earlier = groupsThen.get(path);
              if (earlier == null) return;
              of(Kind.COLUMN, where + path).renamed(earlier.title(), group.title());
            });
    List<Indicator> old = Column.indicatorsOf(then);
    List<Indicator> young = Column.indicatorsOf(now);
    Found.compare(
        Differences.by(old, Indicator::path),
        Differences.by(young, Indicator::path),
        column ->
            of(Kind.COLUMN, where + column.path())
                .add(Change.REMOVED, Text.of(column.fullTitle()), UNPRINTED),
        column ->
            of(Kind.COLUMN, where + column.path())
                .add(Change.ADDED, Text.of(column.fullTitle()), NOTHING_EARLIER),
        (one, other) ->
            new ColumnDifferences(before, after, of(Kind.COLUMN, where + other.path()))
                .compare(one, other));
    List<ColumnPath> order = young.stream().map(Indicator::path).toList();
    if (Found.isReordered(old.stream().map(Indicator::path).toList(), order)) {
      found.add(Change.MOVED, new Text("各栏的次序变了", "columns stand in another order"));
    }
  }

  private static Map<String, ColumnGroup> groups(
      String path, List<Column> columns, Map<String, ColumnGroup> to) {
    for (Column column : columns) {
      if (column instanceof ColumnGroup group) {
        to.put(path + group.key(), group);
        groups(path + group.key() + ".", group.columns(), to);
      }
    }
    return to;
  }

  private void compareRows(Rows then, Rows now) {
    if (!then.getClass().equals(now.getClass())) {
      found.add(
          Change.CHANGED,
          new Text("行的来源变了（rows.of）", "rows come from elsewhere (rows.of)"),
          new Text(
              "以前报的行对不上，不再汇总", "rows reported before have no counterpart and are not added up"));
      return;
    }
    if (then instanceof Rows.OfUnits some && now instanceof Rows.OfUnits others) {
      compareTypedUnits(some, others);
    }
    if (then instanceof Rows.Entries some && now instanceof Rows.Entries others) {
      found.changed(
          new Text("条数", "entries"),
          some.least() + "—" + some.most(),
          others.least() + "—" + others.most(),
          ACCEPTED_STAYS);
      found.changed(
          new Text("不重复的栏", "unique"),
          sorted(some.unique()),
          sorted(others.unique()),
          ACCEPTED_STAYS);
    }
    Found.compare(
        Differences.by(then.items(), Item::key),
        Differences.by(now.items(), Item::key),
        item -> of(Kind.ROW, item.key()).add(Change.REMOVED, Text.of(item.title()), UNPRINTED),
        item -> of(Kind.ROW, item.key()).add(Change.ADDED, Text.of(item.title()), NOTHING_EARLIER),
        this::compareItem);
    List<String> order = now.items().stream().map(Item::key).toList();
    if (Found.isReordered(then.items().stream().map(Item::key).toList(), order)) {
      found.add(Change.MOVED, new Text("各行的次序变了", "rows stand in another order"));
    }
  }

  private static TreeSet<String> sorted(Set<ColumnPath> paths) {
    return paths.stream().map(ColumnPath::value).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Units that are in one campaign only are told as units. */
  private void compareTypedUnits(Rows.OfUnits then, Rows.OfUnits now) {
    Set<UnitId> old = ids(then, before, after);
    Set<UnitId> young = ids(now, after, before);
    Set<UnitId> gone = new LinkedHashSet<>(old);
    gone.removeAll(young);
    Set<UnitId> come = new LinkedHashSet<>(young);
    come.removeAll(old);
    if (!gone.isEmpty()) {
      found.add(
          Change.CHANGED,
          new Text("不再有行的单位：" + names(gone), "no longer have a row: " + names(gone)),
          new Text(
              "它们以前报的数不再汇总；" + SUMS_CHANGE.chinese(),
              "what they reported is no longer added up; " + SUMS_CHANGE.english()));
    }
    if (!come.isEmpty()) {
      found.add(
          Change.CHANGED,
          new Text("新有行的单位：" + names(come), "have a row now: " + names(come)),
          SUMS_CHANGE);
    }
  }

  private static Set<UnitId> ids(Rows.OfUnits rows, UnitTree tree, UnitTree other) {
    return tree.units().stream()
        .filter(unit -> rows.typed().selects(unit, tree) || rows.own().selects(unit, tree))
        .map(Unit::id)
        .filter(id -> other.findUnit(id).isPresent())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String names(Set<UnitId> ids) {
    return ids.stream().map(id -> after.unit(id).shortName()).collect(Collectors.joining("、"));
  }

  private void compareItem(Item then, Item now) {
    Found row = of(Kind.ROW, now.key());
    row.renamed(then.label(), now.label());
    row.changed(new Text("代码", "code"), then.code(), now.code());
    row.changed(new Text("kind", "kind"), then.part(), now.part(), SUMS_CHANGE);
    row.changed(
        new Text("目标", "target"),
        then.target(),
        now.target(),
        new Text(
            "完成率按新目标算，以前各期也一样",
            "rates are reckoned against the new target, of earlier rounds too"));
    if (!then.above().equals(now.above())) {
      row.add(
          Change.MOVED,
          Found.fromTo(then.above().orElse("—"), now.above().orElse("—")),
          SUMS_CHANGE);
    }
    compareCells(row, then, now);
  }

  /** What a row says of its cells is told once, however many columns it holds for. */
  private void compareCells(Found row, Item then, Item now) {
    Set<Text> formulas = new LinkedHashSet<>();
    Set<Text> measures = new LinkedHashSet<>();
    now.cells()
        .forEach(
            (path, cell) ->
                then.findCell(path)
                    .ifPresent(
                        earlier -> {
                          add(formulas, text(earlier.formula()), text(cell.formula()));
                          add(measures, earlier.measuredIn(), cell.measuredIn());
                        }));
    for (Text formula : formulas) {
      row.add(
          Change.CHANGED,
          new Text("公式：" + formula.chinese(), "formula: " + formula.english()),
          ColumnDifferences.COMPUTED_ANEW);
    }
    for (Text measure : measures) {
      row.add(
          Change.CHANGED,
          new Text("计量单位：" + measure.chinese(), "unit of measure: " + measure.english()),
          ColumnDifferences.DO_NOT_COMPARE);
    }
  }

  private static void add(Set<Text> to, Optional<String> then, Optional<String> now) {
    if (then.equals(now)) return;
    to.add(Text.of(then.orElse("—") + " → " + now.orElse("—")));
  }

  static Optional<String> text(Optional<Formula> formula) {
    return formula.map(Formula::text);
  }

  private void compareCheck(Check then, Check now) {
    Found check = of(Kind.CHECK, now.id());
    check.changed(new Text("规则", "rule"), then.rule().text(), now.rule().text(), ACCEPTED_STAYS);
    check.changed(
        new Text("允许的误差", "tolerance"),
        tolerance(then.rule()),
        tolerance(now.rule()),
        ACCEPTED_STAYS);
    check.changed(
        new Text("空白算 0", "blankIsZero"),
        yesNo(then.rule().isBlankZero()),
        yesNo(now.rule().isBlankZero()),
        ACCEPTED_STAYS);
    check.changed(new Text("轻重", "severity"), then.severity(), now.severity(), ACCEPTED_STAYS);
    check.changed(new Text("提示的话", "what it says"), then.says(), now.says());
    check.changed(
        new Text("条件", "where"),
        text(then.only().where()),
        text(now.only().where()),
        ACCEPTED_STAYS);
    check.changed(
        new Text("只对这些行", "rows"),
        new TreeSet<>(then.only().rows()),
        new TreeSet<>(now.only().rows()),
        ACCEPTED_STAYS);
    check.changed(
        new Text("只对这些栏", "columns"),
        sorted(then.only().columns()),
        sorted(now.only().columns()),
        ACCEPTED_STAYS);
  }

  private static String tolerance(Formula rule) {
    return rule.tolerance().toPlainString();
  }

  private static Text yesNo(boolean is) {
    return is ? new Text("是", "true") : new Text("否", "false");
  }
}
