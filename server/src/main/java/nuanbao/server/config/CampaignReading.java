package nuanbao.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.campaign.CampaignId;
import nuanbao.engine.campaign.EarlierCampaigns.Earlier;
import nuanbao.engine.problem.Outcome;

/** The reading of a folder of campaigns, on a thread of its own. */
public final class CampaignReading {
  private final FutureTask<Read> task;

  /**
   * What was read.
   *
   * @param nuanbao the engine it was read with
   * @param outcomes by folder, in the order of their names
   * @param earlier where the engine looks for campaigns that others follow; filled in by whoever
   *     hosts them
   */
  record Read(
      Nuanbao nuanbao, Map<Path, Outcome<Campaign>> outcomes, Map<CampaignId, Earlier> earlier) {}

  private CampaignReading(Path folder) {
    this.task = new FutureTask<>(() -> read(folder));
  }

  /**
   * Begins to read.
   *
   * @param folder a folder of campaign folders, or one campaign
   */
  public static CampaignReading begin(Path folder) {
    CampaignReading reading = new CampaignReading(folder);
    Thread thread = new Thread(reading.task, "campaigns");
    thread.setDaemon(true);
    thread.start();
    return reading;
  }

  /** What was read, when it is done; what went wrong is thrown here. */
  Read await() throws IOException {
    try {
      return task.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while campaigns were read", stopped);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException unreadable) throw unreadable;
      throw new IllegalStateException("campaigns could not be read", failed.getCause());
    }
  }

  private static Read read(Path folder) throws IOException {
    Map<CampaignId, Earlier> earlier = new ConcurrentHashMap<>();
    Nuanbao nuanbao = Nuanbao.builder().earlier(id -> Optional.ofNullable(earlier.get(id))).build();
    Map<Path, Outcome<Campaign>> outcomes = new LinkedHashMap<>();
    for (Path one : foldersIn(folder)) outcomes.put(one, nuanbao.read(one));
    return new Read(nuanbao, outcomes, earlier);
  }

  private static List<Path> foldersIn(Path folder) throws IOException {
    if (Files.exists(folder.resolve("campaign.json"))) return List.of(folder);
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(path -> Files.exists(path.resolve("campaign.json"))).sorted().toList();
    }
  }
}
