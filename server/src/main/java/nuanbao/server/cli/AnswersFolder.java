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

/**
 * Submissions kept as files: {@code duty/round/unit.json}, the unit by id or name. They are taken
 * in as if each had arrived at its due instant.
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
   * it.
   */
  List<Problem> takeIn(Campaign campaign, Intake intake) throws IOException {
    checkNames(campaign);
    List<Due> all = new ArrayList<>();
    for (Duty duty : campaign.duties()) {
      for (Round round : campaign.rounds(duty)) all.add(new Due(duty, round));
    }
    all.sort(Comparator.comparing(due -> due.round.window().due()));
    List<Problem> refused = new ArrayList<>();
    for (Due due : all) takeIn(campaign, due, intake, refused);
    return refused;
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
          .submit(key, Files.readAllBytes(file), source, due.round.window().due())
          .problems()
          .stream()
          .filter(problem -> problem.severity() == Severity.ERROR)
          .forEach(refused::add);
    }
  }

  /** A folder that is no duty, or no round of it, would be passed over without a word. */
  private void checkNames(Campaign campaign) throws IOException {
    for (Path sub : folders(folder)) {
      Duty duty = new CampaignNames(campaign).duty(String.valueOf(sub.getFileName()));
      for (Path round : folders(sub)) {
        new CampaignNames(campaign).round(duty, String.valueOf(round.getFileName()));
      }
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
