package nuanbao.server.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.FormId;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Outcome.Accepted;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command takes: the campaign's folder and the language; finds what its names mean. */
final class CampaignArgument {
  @Parameters(index = "0", paramLabel = "文件夹", description = "活动的文件夹")
  Path folder = Path.of("");

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "问题用中文（默认）还是英文",
      converter = LanguageConverter.class)
  Language language = Language.CHINESE;

  /** Reads {@code zh} and {@code en}. */
  static final class LanguageConverter implements picocli.CommandLine.ITypeConverter<Language> {
    @Override
    public Language convert(String value) {
      return switch (value) {
        case "zh" -> Language.CHINESE;
        case "en" -> Language.ENGLISH;
        default -> throw new picocli.CommandLine.TypeConversionException("可选：zh、en");
      };
    }
  }

  Outcome<Campaign> read(Nuanbao nuanbao) {
    if (!Files.isDirectory(folder)) throw new CannotRun("没有文件夹 " + folder);
    return nuanbao.read(folder);
  }

  /** The campaign, which must hold; else its problems are printed and nothing is returned. */
  Optional<Campaign> readSound(Nuanbao nuanbao, PrintWriter err) {
    Outcome<Campaign> outcome = read(nuanbao);
    if (outcome instanceof Accepted<Campaign> accepted) return Optional.of(accepted.value());
    new ProblemPrinter(folder, language).print(outcome.problems(), err);
    return Optional.empty();
  }

  /** The unit that goes by an id or a name. */
  static Unit unit(Campaign campaign, String name) {
    List<Unit> units = campaign.units().named(name);
    if (units.size() == 1) return units.get(0);
    throw new CannotRun(
        units.isEmpty()
            ? "没有叫“" + name + "”的单位"
            : "叫“" + name + "”的单位不止一个，请写编号：" + units.stream().map(Unit::id).toList());
  }

  /** The unit that goes by an id or a name and reports on a duty. */
  static Unit reporter(Campaign campaign, Duty duty, String name) {
    Unit unit = unit(campaign, name);
    if (campaign.reporters(duty).contains(unit)) return unit;
    throw new CannotRun(unit.name() + "不报“" + duty.title() + "”");
  }

  /** The unit named, or the topmost one. */
  static Unit unitOrTop(Campaign campaign, Optional<String> name) {
    return name.map(one -> unit(campaign, one)).orElseGet(() -> campaign.units().roots().get(0));
  }

  static FormId form(Campaign campaign, String id) {
    FormId form = new FormId(id);
    if (campaign.findForm(form).isPresent()) return form;
    throw new CannotRun(
        "没有叫“" + id + "”的表，可选：" + campaign.forms().stream().map(one -> one.id()).toList());
  }

  static Duty duty(Campaign campaign, String id) {
    return campaign
        .findDuty(new DutyId(id))
        .orElseThrow(
            () ->
                new CannotRun(
                    "没有叫“" + id + "”的任务，可选：" + campaign.duties().stream().map(Duty::id).toList()));
  }

  /** The duty named, or the only one that hands in a form. */
  static Duty dutyOf(Campaign campaign, FormId form, Optional<String> id) {
    if (id.isPresent()) return duty(campaign, id.get());
    List<Duty> duties = campaign.dutiesOf(form);
    if (duties.size() == 1) return duties.get(0);
    throw new CannotRun(
        duties.isEmpty()
            ? "没有任务要报表“" + form + "”"
            : "好几个任务要报表“" + form + "”，请写 --duty：" + duties.stream().map(Duty::id).toList());
  }

  static RoundId round(Campaign campaign, Duty duty, String id) {
    return RoundId.read(id)
        .filter(round -> campaign.findRound(duty, round).isPresent())
        .orElseThrow(
            () ->
                new CannotRun(
                    "任务“%s”没有“%s”这一期，可选：%s"
                        .formatted(
                            duty.id(),
                            id,
                            campaign.rounds(duty).stream().map(one -> one.id()).toList())));
  }
}
