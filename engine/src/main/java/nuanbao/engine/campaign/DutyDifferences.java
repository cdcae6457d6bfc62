package nuanbao.engine.campaign;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nuanbao.engine.campaign.Difference.Change;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.FormId;
import nuanbao.engine.problem.Text;
import nuanbao.engine.timeline.Offset;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.timeline.Rounds;
import nuanbao.engine.unit.Unit;

/** What changed in one duty: who reports what to whom, and when. */
record DutyDifferences(Campaign before, Campaign after, Found found) {

  void compare(Duty then, Duty now) {
    found.renamed(then.title(), now.title());
    found.changed(
        new Text("表", "forms"),
        then.forms(),
        now.forms(),
        new Text(
            "不再报的表：以前报的数留在库里",
            "of forms no longer handed in, what was reported stays in the store"));
    compareReporters(then, now);
    found.changed(new Text("报送给", "recipients"), recipients(then, before), recipients(now, after));
    compareRounds(then, now);
    found.changed(
        new Text("不用报", "exempt"),
        exempt(then, before),
        exempt(now, after),
        new Text("应报的份数跟着变", "how many are expected changes with it"));
    found.changed(new Text("连同下级一起上交", "bundle"), yes(then.isBundle()), yes(now.isBundle()));
    found.changed(new Text("对应的任务", "measures"), then.measures(), now.measures());
    found.changed(new Text("签字", "sign-off"), then.signOff(), now.signOff());
  }

  private static Text yes(boolean is) {
    return is ? new Text("是", "yes") : new Text("否", "no");
  }

  private static String exempt(Duty duty, Campaign campaign) {
    return duty.exemptions().stream()
        .map(
            one ->
                "%s %s %s—%s %s"
                    .formatted(
                        joined(one.units().unitsIn(campaign.units())),
                        one.forms().stream().sorted(Comparator.comparing(FormId::value)).toList(),
                        one.from().map(LocalDate::toString).orElse(""),
                        one.to().map(LocalDate::toString).orElse(""),
                        one.reason()))
        .collect(Collectors.joining("；"));
  }

  private static Text recipients(Duty duty, Campaign campaign) {
    if (duty.recipients().isEmpty()) return new Text("上一级", "the unit above");
    List<Text> all = duty.recipients().stream().map(one -> one.title(campaign.units())).toList();
    return new Text(
        all.stream().map(Text::chinese).collect(Collectors.joining("、")),
        all.stream().map(Text::english).collect(Collectors.joining(", ")));
  }

  private static String joined(List<Unit> units) {
    return units.stream().map(Unit::shortName).collect(Collectors.joining("、"));
  }

  /** Units that came or went as such are told apart from those that now report or no longer do. */
  private void compareReporters(Duty then, Duty now) {
    List<Unit> gone = onlyIn(before.reporters(then), after.reporters(now), after);
    List<Unit> come = onlyIn(after.reporters(now), before.reporters(then), before);
    if (!gone.isEmpty()) {
      found.add(
          Change.CHANGED,
          new Text("不再报的单位：" + joined(gone), "no longer report: " + joined(gone)),
          new Text("它们以前报的数不再汇总", "what they reported is no longer added up"));
    }
    if (!come.isEmpty()) {
      found.add(
          Change.CHANGED,
          new Text("改由这些单位也报：" + joined(come), "report as well: " + joined(come)),
          new Text("以前各期它们算未报", "in earlier rounds they count as missing"));
    }
  }

  private static List<Unit> onlyIn(List<Unit> some, List<Unit> others, Campaign elsewhere) {
    Set<Object> ids = others.stream().map(Unit::id).collect(Collectors.toSet());
    return some.stream()
        .filter(one -> !ids.contains(one.id()))
        .filter(one -> elsewhere.units().findUnit(one.id()).isPresent())
        .toList();
  }

  private void compareRounds(Duty then, Duty now) {
    Rounds old = then.rounds();
    Rounds young = now.rounds();
    Optional<Text> effect = effectOnRounds(then, now);
    if (!old.cycle().title().equals(young.cycle().title())) {
      Text says =
          new Text(
              "到期：" + old.cycle().title().chinese() + " → " + young.cycle().title().chinese(),
              "due: " + old.cycle().title().english() + " → " + young.cycle().title().english());
      found.add(Change.MOVED, says, effect);
    }
    String series = days(old);
    String moved = days(young);
    if (!series.equals(moved)) {
      Text says = new Text("时段：" + series + " → " + moved, "series: " + series + " → " + moved);
      boolean isTold = !old.cycle().title().equals(young.cycle().title());
      found.add(Change.MOVED, says, isTold ? Optional.empty() : effect);
    }
    found.changed(
        new Text("到期时刻", "due time"),
        old.deadline().time().map(time -> Text.of(time.toString())).orElse(CLOSE_OF_BUSINESS),
        young.deadline().time().map(time -> Text.of(time.toString())).orElse(CLOSE_OF_BUSINESS),
        NOT_JUDGED_AGAIN);
    found.changed(
        new Text("遇节假日", "on holidays"),
        old.deadline().onHoliday(),
        young.deadline().onHoliday(),
        NOT_JUDGED_AGAIN);
    found.changed(
        new Text("到期后还收", "taken after due"),
        old.deadline().closes().map(Offset::title),
        young.deadline().closes().map(Offset::title),
        NOT_JUDGED_AGAIN);
    found.changed(new Text("末尾几天", "tail"), old.tail(), young.tail());
    found.changed(
        new Text("到期前开始收", "taken before due"),
        old.deadline().opens().map(Offset::title),
        young.deadline().opens().map(Offset::title),
        NOT_JUDGED_AGAIN);
    found.changed(new Text("各级到期", "due by level"), cascade(old), cascade(young), NOT_JUDGED_AGAIN);
  }

  private static Optional<String> cascade(Rounds rounds) {
    return rounds.deadline().byLevel().entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue().title().chinese())
        .reduce((a, b) -> a + "，" + b);
  }

  private static String days(Rounds rounds) {
    return rounds.from() + "—" + rounds.to().map(LocalDate::toString).orElse("");
  }

  private static final Text CLOSE_OF_BUSINESS = new Text("下班", "close of business");
  private static final Text NOT_JUDGED_AGAIN =
      new Text("收下的报送，按时、迟报不再重算", "whether a sheet came in time is not judged again");

  /** Sheets are kept by the due day of their round: a round that is due on another is another. */
  private Optional<Text> effectOnRounds(Duty then, Duty now) {
    Set<RoundId> days = after.rounds(now).stream().map(Round::id).collect(Collectors.toSet());
    List<RoundId> lost =
        before.rounds(then).stream().map(Round::id).filter(day -> !days.contains(day)).toList();
    if (!before.id().equals(after.id())) {
      return after
          .follows()
          .filter(one -> one.campaign().equals(before.id()))
          .map(one -> aligned(now, then, one));
    }
    if (lost.isEmpty()) return Optional.empty();
    int all = before.rounds(then).size();
    return Optional.of(
        new Text(
            "原有%d期，有%d期（%s…）没有了：这些期报的数留在库里，不再汇总".formatted(all, lost.size(), lost.get(0)),
            "of %d rounds %d are gone (%s…): what was reported for them stays in the store, not added up"
                .formatted(all, lost.size(), lost.get(0))));
  }

  private Text aligned(Duty now, Duty then, Follows follows) {
    List<Round> rounds = after.rounds(now);
    long found =
        rounds.stream()
            .filter(
                one -> follows.rounds().counterpart(one, rounds, before.rounds(then)).isPresent())
            .count();
    return new Text(
        "%d期里有%d期能对上以前的一期（上年同期）".formatted(rounds.size(), found),
        "of %d rounds %d have a counterpart (上年同期)".formatted(rounds.size(), found));
  }
}
