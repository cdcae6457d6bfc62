package nuanbao.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.UnitId;

/** The campaigns of the project, and small ones written for one test. */
public final class Campaigns {
  private static final Path ALL = Path.of("../campaigns");
  private static final Path KITCHEN = Path.of("src/test/resources/nuanbao/kitchen");

  private Campaigns() {}

  public static Path folder(String name) {
    return ALL.resolve(name);
  }

  public static Campaign read(String name) {
    return Nuanbao.create().read(folder(name)).orElseThrow();
  }

  /** Every campaign of the project, and the one that has a form of every kind. */
  public static List<Campaign> all() {
    List<Campaign> all = new ArrayList<>();
    for (Path folder : folders()) all.add(Nuanbao.create().read(folder).orElseThrow());
    return all;
  }

  /** Their folders. */
  public static List<Path> folders() {
    try (Stream<Path> folders = Files.list(ALL)) {
      return Stream.concat(folders.sorted(), Stream.of(KITCHEN))
          .filter(folder -> Files.exists(folder.resolve("campaign.json")))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Writes the files of a campaign, paths to texts, into a folder. */
  public static Path write(Path folder, Map<String, String> files) {
    files.forEach(
        (name, text) -> {
          try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
    return folder;
  }

  public static SubmissionKey key(String duty, String round, String unit) {
    return new SubmissionKey(new DutyId(duty), RoundId.read(round).orElseThrow(), new UnitId(unit));
  }

  /** All rounds of a duty; where it reports on events, those on one at nine on its first day. */
  public static List<Round> someRounds(Campaign campaign, Duty duty) {
    return campaign
        .onEvents(duty)
        .map(events -> events.reportsOn(events.from(), LocalTime.of(9, 0)))
        .orElseGet(() -> campaign.rounds(duty));
  }

  /** The first of them. */
  public static RoundId anyRound(Campaign campaign, Duty duty) {
    return someRounds(campaign, duty).get(0).id();
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static Instant at(String moment) {
    return Instant.parse(moment);
  }
}
