package nuanbao.server.cli;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.timeline.Round;

/** The rounds of a campaign as iCalendar (RFC 5545): an entry for each moment something is due. */
final class CalendarFile {
  /** A day's work is left when it rings. */
  private static final int HOURS_BEFORE = 24;

  private final Campaign campaign;
  private final Date made;
  private final ICalendar calendar = new ICalendar();

  /**
   * A calendar without entries.
   *
   * @param made when this file is written
   */
  CalendarFile(Campaign campaign, Instant made) {
    this.campaign = campaign;
    this.made = Date.from(made);
    calendar.setProductId("-//Nuanbao//" + campaign.id() + "//ZH");
    calendar.setName(campaign.title());
  }

  /** One entry, or one for each level where they have deadlines of their own. */
  void add(Duty duty, Round round) {
    Map<String, Round.OfLevel> levels = CalendarCommand.levels(campaign, duty, round);
    if (levels.isEmpty()) {
      add(duty, round, "", round.window().due());
      return;
    }
    levels.forEach((level, own) -> add(duty, round, level, own.window().due()));
  }

  private void add(Duty duty, Round round, String level, Instant due) {
    VEvent entry = new VEvent();
    String of = level.isEmpty() ? "" : "（" + level + "）";
    entry.setUid(
        "%s-%s-%s%s@%s".formatted(duty.id(), round.id(), round.number(), level, campaign.id()));
    entry.setDateTimeStamp(made);
    entry.setSummary(duty.title() + " 第" + round.number() + "期" + name(round) + "到期" + of);
    entry.setDescription(String.join("\n", description(duty, round)));
    entry.setDateStart(Date.from(due));
    entry.setDuration(Duration.builder().minutes(0).build());
    entry.addAlarm(
        VAlarm.display(
            new Trigger(Duration.builder().prior(true).hours(HOURS_BEFORE).build(), Related.START),
            duty.title() + " 明天到期"));
    calendar.addEvent(entry);
  }

  private static String name(Round round) {
    return round.name().map(name -> "“" + name.title() + "”").orElse("");
  }

  private List<String> description(Duty duty, Round round) {
    List<String> lines = new ArrayList<>();
    lines.add("报告期 " + round.from() + " 至 " + round.to());
    duty.recipients().forEach(one -> lines.add("报送 " + one.title(campaign.units()).chinese()));
    round.moved().map(CalendarCommand::reason).ifPresent(why -> lines.add(why.strip()));
    return lines;
  }

  String text() {
    return Biweekly.write(calendar).go();
  }
}
