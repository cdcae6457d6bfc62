package nuanbao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.campaign.EarlierCampaigns.Earlier;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.submission.SubmissionKey;
import picocli.CommandLine.Option;

/** Which round of what was handed in, and whose rows. */
final class RoundOptions {
  @Option(names = "--round", required = true, paramLabel = "期", description = "期号，如 2021-11-25")
  String round = "";

  @Option(
      names = "--answers",
      required = true,
      paramLabel = "文件夹",
      description = "已报的文件：任务/期/单位.json")
  Path answers = Path.of("");

  @Option(names = "--unit", paramLabel = "单位", description = "只要这个单位及其下级（默认最上级）")
  Optional<String> unit = Optional.empty();

  @Option(names = "--duty", paramLabel = "任务", description = "几个任务都报这张表时，写明是哪一个")
  Optional<String> duty = Optional.empty();

  @Option(
      names = "--earlier",
      arity = "2",
      paramLabel = "文件夹",
      description = "上年的活动和上年已报的文件，供上年同期取数")
  List<Path> earlier = List.of();

  /** An engine that knows the campaign of the year before, if one is named. */
  Nuanbao nuanbao(Language language, PrintWriter err) throws IOException {
    if (earlier.isEmpty()) return Nuanbao.create();
    Nuanbao nuanbao = Nuanbao.create();
    Optional<Campaign> before =
        new CampaignArgument(earlier.get(0), language).readSound(nuanbao, err);
    if (before.isEmpty()) throw new CannotRun("上年的活动不成立：" + earlier.get(0));
    MemorySubmissionStore store = new MemorySubmissionStore();
    List<Problem> refused =
        new AnswersFolder(earlier.get(1)).takeIn(before.get(), nuanbao.intake(before.get(), store));
    new ProblemPrinter(earlier.get(1), language).print(refused, err);
    if (!refused.isEmpty()) throw new CannotRun("上年已报的文件有退回的：" + earlier.get(1));
    Earlier known = new Earlier(before.get(), store::latestOf);
    return Nuanbao.builder()
        .earlier(id -> Optional.of(known).filter(one -> one.campaign().id().equals(id)))
        .build();
  }

  /**
   * What was handed in, ready to be counted.
   *
   * @param key the round, and the unit whose rows are asked for
   */
  record HandedIn(SubmissionKey key, MemorySubmissionStore store) {}

  /** Takes in all answers; if some are refused, tells why and returns nothing. */
  Optional<HandedIn> takeIn(
      Nuanbao nuanbao, Campaign campaign, Duty asked, Language language, PrintWriter err)
      throws IOException {
    CampaignNames names = new CampaignNames(campaign);
    SubmissionKey key =
        new SubmissionKey(asked.id(), names.round(asked, round), names.unitOrTop(unit).id());
    MemorySubmissionStore store = new MemorySubmissionStore();
    List<Problem> refused =
        new AnswersFolder(answers).takeIn(campaign, nuanbao.intake(campaign, store));
    new ProblemPrinter(answers, language).print(refused, err);
    return refused.isEmpty() ? Optional.of(new HandedIn(key, store)) : Optional.empty();
  }
}
