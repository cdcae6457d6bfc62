package nuanbao.server.cli;

import java.util.List;
import java.util.Optional;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.FormId;
import nuanbao.engine.report.ReportId;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;

/**
 * Finds what the words of a command line mean in a campaign; says what there is where one means
 * nothing.
 */
record CampaignNames(Campaign campaign) {

  /** The unit that goes by an id or a name. */
  Unit unit(String name) {
    List<Unit> units = campaign.units().named(name);
    if (units.size() == 1) return units.get(0);
    throw new CannotRun(
        units.isEmpty()
            ? "没有叫“" + name + "”的单位"
            : "叫“" + name + "”的单位不止一个，请写编号：" + units.stream().map(Unit::id).toList());
  }

  /** The unit that goes by an id or a name and reports on a duty. */
  Unit reporter(Duty duty, String name) {
    Unit unit = unit(name);
    if (campaign.reporters(duty).contains(unit)) return unit;
    throw new CannotRun(unit.name() + "不报“" + duty.title() + "”");
  }

  /** The unit named, or the topmost one. */
  Unit unitOrTop(Optional<String> name) {
    return name.map(one -> unit(one)).orElseGet(() -> campaign.units().roots().get(0));
  }

  FormId form(String id) {
    FormId form = new FormId(id);
    if (campaign.findForm(form).isPresent()) return form;
    throw new CannotRun(
        "没有叫“" + id + "”的表，可选：" + campaign.forms().stream().map(one -> one.id()).toList());
  }

  Duty duty(String id) {
    return campaign
        .findDuty(new DutyId(id))
        .orElseThrow(
            () ->
                new CannotRun(
                    "没有叫“" + id + "”的任务，可选：" + campaign.duties().stream().map(Duty::id).toList()));
  }

  /** The duty named, or the only one that hands in a form. */
  Duty dutyOf(FormId form, Optional<String> id) {
    if (id.isPresent()) return duty(id.get());
    List<Duty> duties = campaign.dutiesOf(form);
    if (duties.size() == 1) return duties.get(0);
    throw new CannotRun(
        duties.isEmpty()
            ? "没有任务要报表“" + form + "”"
            : "好几个任务要报表“" + form + "”，请写 --duty：" + duties.stream().map(Duty::id).toList());
  }

  RoundId round(Duty duty, String id) {
    return RoundId.read(id)
        .filter(round -> campaign.findRound(duty, round).isPresent())
        .orElseThrow(
            () ->
                new CannotRun("任务“%s”没有“%s”这一期，可选：%s".formatted(duty.id(), id, choices(duty, id))));
  }

  private String choices(Duty duty, String id) {
    RoundId near = RoundId.read(id).orElseGet(() -> new RoundId(duty.rounds().from()));
    return campaign.roundsNear(duty, near);
  }

  ReportSpec report(String id) {
    return campaign
        .findReport(new ReportId(id))
        .orElseThrow(
            () ->
                new CannotRun(
                    "没有叫“%s”的报告，可选：%s"
                        .formatted(id, campaign.reports().stream().map(ReportSpec::id).toList())));
  }
}
