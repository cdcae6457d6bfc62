package nuanbao.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.Severity;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.RoundId;

/**
 * Submissions kept as files: {@code duty/round/unit.json}, the unit by id or name. They are taken
 * in as if each had arrived at the due instant of its reporter.
 */
final class AnswersFolder {
  private static final String JSON = ".json";

  private final Path folder;

  AnswersFolder(Path folder) {
    if (!Files.isDirectory(folder)) throw new CannotRun("没有文件夹 " + folder);
    this.folder = folder;
  }

  private record Due(Duty duty, Round round) {}

  /**
   * Takes in everything, what was due first before what was due later; returns what refused some of
   * it. Reports on events have rounds only where there are folders.
   */
  List<Problem> takeIn(Campaign campaign, Intake intake) throws IOException {
    List<Due> all = due(campaign);
    List<Problem> refused = new ArrayList<>();
    for (Due due : all) takeIn(campaign, due, intake, refused);
    return refused;
  }

  /** A folder that is no duty, or no round of it, would be passed over without a word. */
  private List<Due> due(Campaign campaign) throws IOException {
    CampaignNames names = new CampaignNames(campaign);
    List<Due> all = new ArrayList<>();
    for (Path sub : folders(folder)) {
      Duty duty = names.duty(String.valueOf(sub.getFileName()));
      for (Path round : folders(sub)) {
        RoundId id = names.round(duty, String.valueOf(round.getFileName()));
        all.add(new Due(duty, campaign.round(duty, id)));
      }
    }
    all.sort(
        Comparator.comparing((Due due) -> due.round.window().due())
            .thenComparing(due -> campaign.duties().indexOf(due.duty))
            .thenComparing(due -> due.round.id()));
    return all;
  }

  private void takeIn(Campaign campaign, Due due, Intake intake, List<Problem> refused)
      throws IOException {
    for (Path file : filesOf(due.duty, due.round)) {
      String name = file.getFileName().toString();
      String unit = name.substring(0, name.length() - JSON.length());
      SubmissionKey key =
          new SubmissionKey(
              due.duty.id(), due.round.id(), new CampaignNames(campaign).unit(unit).id());
      String source = folder.relativize(file).toString().replace('\\', '/');
      intake
          .submit(key, Files.readAllBytes(file), source, campaign.round(key).window().due())
          .problems()
          .stream()
          .filter(problem -> problem.severity() == Severity.ERROR)
          .forEach(refused::add);
    }
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** The files of one round, by name. */
  List<Path> filesOf(Duty duty, Round round) throws IOException {
    Path sub = folder.resolve(duty.id().value()).resolve(round.id().toString());
    if (!Files.isDirectory(sub)) return List.of();
    try (Stream<Path> files = Files.list(sub)) {
      return files.filter(file -> file.toString().endsWith(JSON)).sorted().toList();
    }
  }
}
