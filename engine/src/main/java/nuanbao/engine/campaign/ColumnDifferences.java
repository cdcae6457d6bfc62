package nuanbao.engine.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nuanbao.engine.campaign.Difference.Change;
import nuanbao.engine.form.Applicability;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.FieldType.Option;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.problem.Text;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitSelector;
import nuanbao.engine.unit.UnitTree;

/**
 * What changed in one column.
 *
 * @param before the units of the earlier campaign
 * @param after those of the later one
 */
record ColumnDifferences(UnitTree before, UnitTree after, Found found) {
  static final Text COMPUTED_ANEW =
      new Text("以前各期的数也按新公式算", "figures of earlier rounds are reckoned by the new formula too");
  static final Text DO_NOT_COMPARE =
      new Text(
          "以前的数还是按旧单位报的：加在一起、与上年同期比都不对",
          "earlier figures are in the old unit: to add or compare them is wrong");
  private static final Text NOT_JUDGED_AGAIN =
      new Text("收下的不重审，以后的按新的办", "what was taken is not judged again; what comes is");

  void compare(Indicator then, Indicator now) {
    found.renamed(then.title(), now.title());
    found.changed(new Text("代码", "code"), then.code(), now.code());
    compareTypes(then.type(), now.type());
    found.changed(
        new Text("计量单位", "unit of measure"), then.measuredIn(), now.measuredIn(), DO_NOT_COMPARE);
    compareFormulas(then, now);
    found.changed(
        new Text("汇总", "rollup"),
        then.rollup(),
        now.rollup(),
        new Text("以前各期的汇总数也按新的办法算", "totals of earlier rounds are reckoned in the new way too"));
    found.changed(
        new Text("跨期", "overTime"),
        then.overTime(),
        now.overTime(),
        new Text("累计数会变，以前各期也一样", "cumulative figures change, of earlier rounds too"));
    found.changed(
        new Text("权数", "weight"),
        then.weight(),
        now.weight(),
        new Text("平均数会变，以前各期也一样", "averages change, of earlier rounds too"));
    found.changed(
        new Text("kind", "kind"),
        then.part(),
        now.part(),
        new Text("与合计、其中的关系变了；数不变", "stands otherwise to its total; figures stay"));
    compareRequired(then, now);
    found.changed(
        new Text("印几位小数", "printed decimals"),
        then.printDecimals(),
        now.printDecimals(),
        new Text("只影响印法，数不变", "prints otherwise; figures stay"));
    found.changed(
        new Text("个人信息", "personal"),
        then.personal(),
        now.personal(),
        new Text("以前报的也随之遮盖或不再遮盖", "what was reported is masked likewise, or no longer"));
    compareApplicability(then.applicability(), now.applicability());
  }

  private void compareTypes(FieldType then, FieldType now) {
    if (!then.getClass().equals(now.getClass())) {
      found.changed(
          new Text("类型", "type"),
          then.title(),
          now.title(),
          then.kind() == now.kind()
              ? NOT_JUDGED_AGAIN
              : new Text("以前报的类型不合，上年同期为空", "earlier answers are of another type: 上年同期 is blank"));
    } else if (then instanceof FieldType.Number some && now instanceof FieldType.Number others) {
      found.changed(
          new Text("小数位", "decimals"), some.decimals(), others.decimals(), NOT_JUDGED_AGAIN);
      found.changed(new Text("最小", "minimum"), some.minimum(), others.minimum(), NOT_JUDGED_AGAIN);
      found.changed(new Text("最大", "maximum"), some.maximum(), others.maximum(), NOT_JUDGED_AGAIN);
      found.changed(
          new Text("倍数", "multipleOf"), some.multipleOf(), others.multipleOf(), NOT_JUDGED_AGAIN);
    } else if (!then.equals(now)) {
      compareOptions(options(then), options(now));
      found.add(
          Change.CHANGED,
          new Text("填写的限制变了", "other limits on what may be written"),
          NOT_JUDGED_AGAIN);
    }
  }

  private static List<Option> options(FieldType type) {
    if (type instanceof FieldType.Choice choice) return choice.options();
    return type instanceof FieldType.Choices choices ? choices.options() : List.of();
  }

  private void compareOptions(List<Option> then, List<Option> now) {
    Found.compare(
        Differences.by(then, Option::code),
        Differences.by(now, Option::code),
        option ->
            found.add(
                Change.CHANGED,
                new Text(
                    "不再有选项“" + option.title() + "”", "no choice “" + option.title() + "” any more"),
                new Text(
                    "以前选它的留在库里，按代码印", "those who chose it stay in the store, printed by code")),
        option ->
            found.add(
                Change.CHANGED,
                new Text("新有选项“" + option.title() + "”", "a choice “" + option.title() + "” more")),
        (one, other) -> {
          if (!one.title().equals(other.title())) {
            found.add(
                Change.RENAMED,
                Found.fromTo(one.title(), other.title()),
                new Text("以前选它的也印新名", "those who chose it print by the new name"));
          }
        });
  }

  private void compareFormulas(Indicator then, Indicator now) {
    Optional<String> earlier = FormDifferences.text(then.formula());
    Optional<String> later = FormDifferences.text(now.formula());
    Text effect = COMPUTED_ANEW;
    if (earlier.isEmpty()) {
      effect = new Text("以前填的数不再用，改为算出来", "what was typed is no longer used: it is computed");
    } else if (later.isEmpty()) {
      effect = new Text("以前没有填过：以前各期为空", "was never typed: blank in earlier rounds");
    }
    found.changed(new Text("公式", "formula"), earlier, later, effect);
  }

  private void compareRequired(Indicator then, Indicator now) {
    if (then.required() == now.required()) return;
    Text says =
        now.required()
            ? new Text("可不填 → 必填", "optional → required")
            : new Text("必填 → 可不填", "required → optional");
    found.add(Change.CHANGED, says, NOT_JUDGED_AGAIN);
  }

  private void compareApplicability(Applicability then, Applicability now) {
    List<Text> changed = new ArrayList<>();
    if (!names(then.appliesTo(), before).equals(names(now.appliesTo(), after))) {
      changed.add(new Text("适用的单位（appliesTo）", "units it applies to"));
    }
    if (!names(then.filledBy(), before).equals(names(now.filledBy(), after))) {
      changed.add(new Text("由谁填（filledBy）", "who fills it in"));
    }
    if (!FormDifferences.text(then.shownWhen()).equals(FormDifferences.text(now.shownWhen()))) {
      changed.add(new Text("何时出现（shownWhen）", "when it is shown"));
    }
    if (!FormDifferences.text(then.requiredWhen())
        .equals(FormDifferences.text(now.requiredWhen()))) {
      changed.add(new Text("何时必填（requiredWhen）", "when it is required"));
    }
    if (!FormDifferences.text(then.appliesWhen()).equals(FormDifferences.text(now.appliesWhen()))) {
      changed.add(new Text("何时适用（appliesWhen）", "when it applies"));
    }
    if (then.mayNotApply() != now.mayNotApply()) {
      changed.add(new Text("可否答不适用（mayNotApply）", "whether 不适用 may be answered"));
    }
    for (Text one : changed) {
      Text says = new Text(one.chinese() + "变了", one.english() + " changed");
      found.add(Change.CHANGED, says, NOT_JUDGED_AGAIN);
    }
  }

  /** Of the units that both campaigns know. */
  private Optional<String> names(Optional<UnitSelector> some, UnitTree tree) {
    UnitTree other = tree.equals(before) ? after : before;
    return some.map(
        one ->
            one.unitsIn(tree).stream()
                .filter(unit -> other.findUnit(unit.id()).isPresent())
                .map(Unit::id)
                .map(String::valueOf)
                .collect(Collectors.joining("、")));
  }
}
