package nuanbao.server.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.timeline.Cycle;
import nuanbao.engine.timeline.EventRounds;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;
import nuanbao.server.clock.Clocks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code calendar}: the rounds of every duty, and why a day moved. */
@Command(
    mixinStandardHelpOptions = true,
    name = "calendar",
    description = "列出各期：所属时段、开始、到期、截止，以及为什么顺延；可以导出到日历软件")
final class CalendarCommand implements Callable<Integer> {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd EEE", Locale.CHINESE);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd EEE HH:mm", Locale.CHINESE);

  @Mixin private CampaignArgument campaign = new CampaignArgument();

  @Option(names = "--duty", paramLabel = "任务", description = "只列这项任务")
  private Optional<String> duty = Optional.empty();

  @Option(names = "--from", paramLabel = "日期", description = "只列这一天及以后到期的")
  private Optional<LocalDate> from = Optional.empty();

  @Option(names = "--to", paramLabel = "日期", description = "只列这一天及以前到期的；没有期限的活动不写就列两年")
  private Optional<LocalDate> to = Optional.empty();

  @Option(names = "--format", description = "text（默认）、json 或 ics（iCalendar，导入日历软件）")
  private Format format = Format.TEXT;

  @Spec private CommandSpec spec = CommandSpec.create();

  private enum Format {
    TEXT,
    JSON,
    ICS
  }

  @Override
  public Integer call() {
    Optional<Campaign> read = campaign.readSound(Nuanbao.create(), spec.commandLine().getErr());
    if (read.isEmpty()) return 1;
    CampaignNames names = new CampaignNames(read.get());
    List<Duty> duties =
        duty.map(id -> List.of(names.duty(id))).orElseGet(() -> read.get().duties());
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> duties.forEach(one -> print(read.get(), one, out));
      case JSON -> out.println(json(read.get(), duties).toPrettyString());
      case ICS -> {
        CalendarFile file = new CalendarFile(read.get(), Clocks.real().instant());
        for (Duty one : duties) {
          for (Round round : rounds(read.get(), one)) file.add(one, round);
        }
        out.print(file.text());
        out.flush();
      }
    }
    return 0;
  }

  /** Of a duty without an end two years, if nobody says to which day. */
  private List<Round> rounds(Campaign read, Duty duty) {
    LocalDate first = from.orElse(LocalDate.MIN);
    LocalDate last = to.orElseGet(() -> duty.rounds().lastDayShown(from));
    return read.rounds(duty, first, last);
  }

  private void print(Campaign read, Duty duty, PrintWriter out) {
    ZoneId zone = read.calendar().zone();
    String recipients =
        duty.recipients().stream()
            .map(one -> one.title(read.units()).chinese())
            .collect(Collectors.joining("；"));
    out.printf(
        "%s（%s）%s%n", duty.title(), duty.id(), recipients.isEmpty() ? "" : "  报送 " + recipients);
    read.onEvents(duty).ifPresent(events -> printEvents(duty, events, out));
    for (Round round : rounds(read, duty)) {
      out.printf(
          "  第%d期%s %s  所属 %s 至 %s  %s 起  %s 到期  %s 截止%s%n",
          round.number(),
          round.name().map(name -> "“" + name.title() + "”").orElse(""),
          round.id(),
          round.from(),
          round.to(),
          moment(round.window().opens(), zone),
          moment(round.window().due(), zone),
          moment(round.window().closes(), zone),
          round.moved().map(CalendarCommand::reason).orElse(""));
      for (Map.Entry<String, Round.OfLevel> level : levels(read, duty, round).entrySet()) {
        out.printf("    %s %s 到期%n", level.getKey(), moment(level.getValue().window().due(), zone));
      }
    }
  }

  /** The levels of the reporters, by their titles. */
  static Map<String, Round.OfLevel> levels(Campaign read, Duty duty, Round round) {
    Map<String, Round.OfLevel> levels = new LinkedHashMap<>();
    for (Unit reporter : read.reporters(duty)) {
      Round.OfLevel own = round.byLevel().get(reporter.level().id());
      if (own != null) levels.put(reporter.level().title(), own);
    }
    return levels;
  }

  private static void printEvents(Duty duty, EventRounds events, PrintWriter out) {
    String last = duty.rounds().to().map(day -> " 至 " + day).orElse(" 起，没有期限");
    out.printf("  %s：%s%s%n", duty.rounds().cycle().title().chinese(), events.from(), last);
    for (Cycle.Stage stage : events.event().stages()) {
      String when =
          stage
              .due()
              .map(due -> "发生后" + due.title().chinese() + "内")
              .or(() -> stage.every().map(every -> "每隔" + every.title().chinese()))
              .orElse("");
      out.printf("    %s %s%n", stage.title(), when);
    }
  }

  private static String moment(Instant instant, ZoneId zone) {
    return MOMENT.format(instant.atZone(zone));
  }

  static String reason(Round.Move move) {
    return "  （%s 是%s，移到 %s）"
        .formatted(DAY.format(move.from()), move.rest(), DAY.format(move.to()));
  }

  private ArrayNode json(Campaign read, List<Duty> duties) {
    ArrayNode array = new JsonMapper().createArrayNode();
    ZoneId zone = read.calendar().zone();
    for (Duty one : duties) {
      for (Round round : rounds(read, one)) {
        ObjectNode json = array.addObject();
        json.put("duty", one.id().value()).put("round", round.id().toString());
        json.put("number", round.number());
        round.name().ifPresent(name -> json.put("title", name.title()));
        json.put("from", round.from().toString()).put("to", round.to().toString());
        json.put("opens", offset(round.window().opens(), zone));
        json.put("due", offset(round.window().due(), zone));
        json.put("closes", offset(round.window().closes(), zone));
        levels(read, one, round)
            .forEach(
                (level, own) ->
                    json.withObject("/dueByLevel").put(level, offset(own.window().due(), zone)));
        round
            .moved()
            .ifPresent(
                move ->
                    json.putObject("moved")
                        .put("from", move.from().toString())
                        .put("to", move.to().toString())
                        .put("because", move.rest()));
      }
    }
    return array;
  }

  private static String offset(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }
}
