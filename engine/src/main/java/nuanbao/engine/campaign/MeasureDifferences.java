package nuanbao.engine.campaign;

import java.util.List;
import java.util.Optional;
import nuanbao.engine.campaign.Difference.Change;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.measure.Measure;
import nuanbao.engine.measure.Party;
import nuanbao.engine.measure.Target;
import nuanbao.engine.problem.Text;

/** What changed in one measure: who answers for it, by when, and what it is held against. */
record MeasureDifferences(Found found) {
  private static final Text IN_OTHER_LEDGERS =
      new Text("它从有的单位的台账里去掉，进到别的单位的台账", "it leaves the ledgers of some units for those of others");
  private static final Text COMPARED_ANEW =
      new Text(
          "已报的数不变，是否达标按新的目标算", "figures stay; whether it is reached is judged by the new target");
  private static final Text NOT_THE_SAME_FIGURE =
      new Text("完成数从别处取，与以前的不能比", "the figure comes from elsewhere and does not compare");

  void compare(Measure then, Measure now) {
    found.renamed(then.label(), now.label());
    found.changed(new Text("类别", "kind"), then.kind(), now.kind());
    if (!then.above().equals(now.above())) {
      String from = then.above().orElse("—");
      String to = now.above().orElse("—");
      found.add(Change.MOVED, Text.of(from + " → " + to));
    }
    if (!then.text().equals(now.text())) {
      found.add(Change.CHANGED, new Text("全文变了", "its text is another"));
    }
    found.changed(new Text("所在附件", "attachment"), then.attachment(), now.attachment());
    party(new Text("牵头单位", "lead"), then.responsibility().lead(), now.responsibility().lead());
    party(
        new Text("责任单位", "assisting"),
        then.responsibility().assist(),
        now.responsibility().assist());
    found.changed(new Text("开始", "from"), then.from(), now.from());
    found.changed(new Text("时限", "by"), then.by(), now.by());
    found.changed(
        new Text("目标", "target"),
        then.target().map(MeasureDifferences::words),
        now.target().map(MeasureDifferences::words),
        COMPARED_ANEW);
    found.changed(
        new Text("完成数", "figure"),
        then.target().map(MeasureDifferences::sources),
        now.target().map(MeasureDifferences::sources),
        NOT_THE_SAME_FIGURE);
  }

  private void party(Text what, Party then, Party now) {
    found.changed(what, then.names(), now.names(), IN_OTHER_LEDGERS);
  }

  private static Text words(Target target) {
    List<String> shares =
        singles(target).stream()
            .filter(Target.Amount.class::isInstance)
            .flatMap(one -> ((Target.Amount) one).byUnit().entrySet().stream())
            .map(one -> one.getKey() + " " + one.getValue().toPlainString())
            .toList();
    Text words = target.words();
    String added = shares.isEmpty() ? "" : "（" + String.join("、", shares) + "）";
    return new Text(words.chinese() + added, words.english() + added);
  }

  private static Text sources(Target target) {
    return Text.of(
        String.join("、", singles(target).stream().map(MeasureDifferences::source).toList()));
  }

  private static List<Target.Single> singles(Target target) {
    return target instanceof Target.Either either ? either.ways() : List.of((Target.Single) target);
  }

  private static String source(Target.Single target) {
    if (target instanceof Target.EveryRow rows) {
      return rows.form() + rows.column().map(column -> "." + column).orElse("");
    }
    Optional<Formula> figure = ((Target.Amount) target).figure();
    return figure.map(Formula::text).orElse("—");
  }
}
