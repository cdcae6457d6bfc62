package nuanbao.server.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.measure.Measure;
import nuanbao.engine.measure.Party;
import nuanbao.engine.measure.Responsibility.Role;
import nuanbao.engine.measure.Roster;
import nuanbao.engine.problem.Text;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code measures}: the tasks with who answers for them, or the units with their tasks. */
@Command(
    mixinStandardHelpOptions = true,
    name = "measures",
    description = "任务清单：每项任务由谁牵头、谁责任，或每个单位有哪些任务")
final class MeasuresCommand implements Callable<Integer> {
  private static final Set<Role> BOTH = Set.of(Role.LEAD, Role.ASSIST);

  @Mixin private CampaignArgument campaign = new CampaignArgument();

  @Option(names = "--unit", paramLabel = "单位", description = "只列这个单位牵头或责任的任务")
  private Optional<String> unit = Optional.empty();

  @Option(names = "--by", description = "measure（默认，逐项任务）、unit（逐个单位，供督查）或 roster（领导小组等机构）")
  private By by = By.MEASURE;

  @Option(names = "--format", description = "text（默认）或 json")
  private Format format = Format.TEXT;

  @Spec private CommandSpec spec = CommandSpec.create();

  private enum By {
    MEASURE,
    UNIT,
    ROSTER
  }

  private enum Format {
    TEXT,
    JSON
  }

  @Override
  public Integer call() {
    Optional<Campaign> read = campaign.readSound(Nuanbao.create(), spec.commandLine().getErr());
    if (read.isEmpty()) return 1;
    Optional<Unit> only = unit.map(new CampaignNames(read.get())::unit);
    PrintWriter out = spec.commandLine().getOut();
    switch (by) {
      case MEASURE -> {
        List<Measure> listed =
            only.map(one -> read.get().measures().of(one, BOTH, read.get().units()))
                .orElseGet(() -> read.get().measures().all());
        switch (format) {
          case TEXT -> print(listed, only, read.get().units(), out);
          case JSON -> out.println(json(listed, read.get().units()).toPrettyString());
        }
      }
      case UNIT -> {
        List<Unit> listed = only.map(List::of).orElseGet(() -> responsible(read.get()));
        switch (format) {
          case TEXT -> printUnits(listed, read.get(), out);
          case JSON -> out.println(unitsJson(listed, read.get()).toPrettyString());
        }
      }
      case ROSTER -> {
        switch (format) {
          case TEXT -> printRosters(read.get(), out);
          case JSON -> out.println(rostersJson(read.get()).toPrettyString());
        }
      }
    }
    return 0;
  }

  private static List<Unit> responsible(Campaign read) {
    var ids = read.measures().responsible(read.units());
    return read.units().units().stream().filter(one -> ids.contains(one.id())).toList();
  }

  private String say(String chinese, String english) {
    return new Text(chinese, english).in(campaign.language);
  }

  private void print(List<Measure> listed, Optional<Unit> only, UnitTree units, PrintWriter out) {
    for (Measure one : listed) {
      String indent = "  ".repeat(one.depth());
      out.printf("%s%s%s%n", indent, one.label(), role(one, only, units));
      if (!one.isTask()) continue;
      detail(out, indent, say("牵头单位", "lead"), one.responsibility().lead());
      detail(out, indent, say("责任单位", "assisting"), one.responsibility().assist());
      one.target()
          .ifPresent(
              target ->
                  detail(out, indent, say("目标", "target"), target.words().in(campaign.language)));
      when(one).ifPresent(days -> detail(out, indent, say("时限", "when"), days));
    }
    if (listed.isEmpty()) out.println(say("没有任务。", "No measures."));
  }

  /** The last day is included. */
  private Optional<String> when(Measure measure) {
    Optional<String> from = measure.from().map(day -> say(day + " 起", "from " + day));
    Optional<String> by = measure.by().map(day -> say(day + " 以前", "by " + day));
    List<String> both = Stream.concat(from.stream(), by.stream()).toList();
    return both.isEmpty() ? Optional.empty() : Optional.of(String.join(say("，", " "), both));
  }

  private String role(Measure measure, Optional<Unit> only, UnitTree units) {
    if (only.isEmpty() || !measure.isTask()) return "";
    return measure
        .responsibility()
        .roleOf(only.get(), units)
        .map(role -> "〔" + role.title().in(campaign.language) + "〕")
        .orElse("");
  }

  private void detail(PrintWriter out, String indent, String label, Party party) {
    if (!party.isNobody()) detail(out, indent, label, party.printed());
  }

  private void detail(PrintWriter out, String indent, String label, String text) {
    out.printf(say("%s    %s：%s%n", "%s    %s: %s%n"), indent, label, text);
  }

  private void printUnits(List<Unit> listed, Campaign read, PrintWriter out) {
    for (Unit one : listed) {
      List<Measure> leads = tasks(one, Role.LEAD, read);
      List<Measure> assists = tasks(one, Role.ASSIST, read);
      out.printf(
          say("%s  牵头 %d 项，责任 %d 项%n", "%s  leads %d, assists %d%n"),
          one.shortName(),
          leads.size(),
          assists.size());
      leads.forEach(
          task ->
              out.println("  〔" + Role.LEAD.title().in(campaign.language) + "〕" + task.label()));
      assists.forEach(
          task ->
              out.println("  〔" + Role.ASSIST.title().in(campaign.language) + "〕" + task.label()));
    }
  }

  /** What a unit leads it does not assist as well. */
  private static List<Measure> tasks(Unit unit, Role role, Campaign read) {
    return read.measures().tasks().stream()
        .filter(task -> task.responsibility().roleOf(unit, read.units()).equals(Optional.of(role)))
        .toList();
  }

  private ArrayNode json(List<Measure> listed, UnitTree units) {
    ArrayNode array = new JsonMapper().createArrayNode();
    for (Measure one : listed) {
      ObjectNode json = array.addObject();
      json.put("measure", one.key()).put("kind", one.kind().name().toLowerCase(Locale.ROOT));
      if (!one.number().isEmpty()) json.put("no", one.number());
      json.put("title", one.title());
      one.above().ifPresent(above -> json.put("above", above));
      one.attachment().ifPresent(attachment -> json.put("attachment", attachment));
      put(json.putArray("lead"), one.responsibility().lead(), units);
      put(json.putArray("assist"), one.responsibility().assist(), units);
      one.from().ifPresent(day -> json.put("from", day.toString()));
      one.by().ifPresent(day -> json.put("by", day.toString()));
      one.target().ifPresent(target -> json.put("target", target.words().in(campaign.language)));
    }
    return array;
  }

  private static void put(ArrayNode array, Party party, UnitTree units) {
    party.units().unitsIn(units).forEach(unit -> array.add(unit.id().value()));
  }

  private static ArrayNode unitsJson(List<Unit> listed, Campaign read) {
    ArrayNode array = new JsonMapper().createArrayNode();
    for (Unit one : listed) {
      ObjectNode json = array.addObject();
      json.put("unit", one.id().value()).put("name", one.name());
      ArrayNode leads = json.putArray("leads");
      tasks(one, Role.LEAD, read).forEach(task -> leads.add(task.key()));
      ArrayNode assists = json.putArray("assists");
      tasks(one, Role.ASSIST, read).forEach(task -> assists.add(task.key()));
    }
    return array;
  }

  private static void printRosters(Campaign read, PrintWriter out) {
    for (Roster roster : read.rosters()) {
      out.println(roster.title());
      String before = "";
      for (Roster.Member member : roster.members()) {
        String role = member.role().equals(before) ? "　".repeat(before.length()) : member.role();
        out.printf("  %s  %s%s%n", role, office(member, read.units()), member.post());
        before = member.role();
      }
    }
  }

  private static String office(Roster.Member member, UnitTree units) {
    return member.unit().map(id -> units.unit(id).shortName()).orElse("");
  }

  private static ArrayNode rostersJson(Campaign read) {
    ArrayNode array = new JsonMapper().createArrayNode();
    for (Roster roster : read.rosters()) {
      ObjectNode json = array.addObject();
      json.put("roster", roster.key()).put("title", roster.title());
      ArrayNode members = json.putArray("members");
      for (Roster.Member member : roster.members()) {
        ObjectNode one = members.addObject();
        one.put("role", member.role()).put("post", member.post());
        member.unit().ifPresent(id -> one.put("unit", id.value()));
      }
    }
    return array;
  }
}
