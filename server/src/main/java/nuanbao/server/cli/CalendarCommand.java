package nuanbao.server.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code calendar}: the rounds of every duty, and why a day moved. */
@Command(
    mixinStandardHelpOptions = true,
    name = "calendar",
    description = "列出各期：所属时段、开始、到期、截止，以及为什么顺延")
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

  @Option(names = "--to", paramLabel = "日期", description = "只列这一天及以前到期的")
  private Optional<LocalDate> to = Optional.empty();

  @Option(names = "--format", description = "text（默认）或 json")
  private Format format = Format.TEXT;

  @Spec private CommandSpec spec = CommandSpec.create();

  private enum Format {
    TEXT,
    JSON
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
    }
    return 0;
  }

  private List<Round> rounds(Campaign read, Duty duty) {
    return read.rounds(duty).stream()
        .filter(round -> from.map(day -> !round.due().isBefore(day)).orElse(true))
        .filter(round -> to.map(day -> !round.due().isAfter(day)).orElse(true))
        .toList();
  }

  private void print(Campaign read, Duty duty, PrintWriter out) {
    ZoneId zone = read.calendar().zone();
    List<String> recipients =
        duty.recipients().unitsIn(read.units()).stream().map(Unit::shortName).toList();
    out.printf(
        "%s（%s）%s%n",
        duty.title(),
        duty.id(),
        recipients.isEmpty() ? "" : "  报送 " + String.join("、", recipients));
    for (Round round : rounds(read, duty)) {
      out.printf(
          "  第%d期 %s  所属 %s 至 %s  %s 起  %s 到期  %s 截止%s%n",
          round.number(),
          round.id(),
          round.from(),
          round.to(),
          moment(round.window().opens(), zone),
          moment(round.window().due(), zone),
          moment(round.window().closes(), zone),
          round.moved().map(CalendarCommand::reason).orElse(""));
    }
  }

  private static String moment(Instant instant, ZoneId zone) {
    return MOMENT.format(instant.atZone(zone));
  }

  private static String reason(Round.Move move) {
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
        json.put("from", round.from().toString()).put("to", round.to().toString());
        json.put("opens", offset(round.window().opens(), zone));
        json.put("due", offset(round.window().due(), zone));
        json.put("closes", offset(round.window().closes(), zone));
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
