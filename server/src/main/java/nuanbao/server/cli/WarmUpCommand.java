package nuanbao.server.cli;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;
import nuanbao.server.ServerProcess;
import nuanbao.server.config.HostedCampaigns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code warm-up}: does once what people do first. The launcher keeps the classes that this run
 * loads in an archive, so that later runs need not look for them.
 */
@Command(name = "warm-up", hidden = true, description = "把常做的事做一遍；启动脚本用它准备类的存档")
final class WarmUpCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "文件夹", description = "活动的文件夹们")
  private Path campaigns = Path.of("");

  @Option(names = "--data", paramLabel = "文件夹", required = true, description = "一个用完可删的文件夹")
  private Path data = Path.of("");

  @Override
  public Integer call() throws IOException {
    try (EmbeddedServer server = new ServerProcess(campaigns, data, 0, Optional.empty()).start()) {
      List<HostedCampaigns.Hosted> hosted =
          server.getApplicationContext().getBean(HostedCampaigns.class).all();
      for (String address : addresses(hosted.stream().map(one -> one.campaign()).toList())) {
        try (InputStream in = server.getURI().resolve(address).toURL().openStream()) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
      for (HostedCampaigns.Hosted one : hosted) check(one.campaign());
    }
    return 0;
  }

  private void check(Campaign campaign) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Main.run(nowhere, nowhere, "check", campaigns.resolve(campaign.id().value()).toString());
  }

  /** Pages and reports of the first round of every duty. */
  private static List<String> addresses(List<Campaign> campaigns) {
    List<String> addresses = new ArrayList<>(List.of("/", "/assets/style.css", "/api/campaigns"));
    for (Campaign campaign : campaigns) {
      for (Duty duty : campaign.duties()) {
        Round round = campaign.rounds(duty).get(0);
        Unit reporter = campaign.reporters(duty).get(0);
        String path = "%s/duties/%s/rounds/%s".formatted(campaign.id(), duty.id(), round.id());
        addresses.add("/c/" + path);
        addresses.add("/c/%s/units/%s".formatted(path, reporter.id()));
        campaign
            .reportsOf(duty)
            .forEach(
                report ->
                    addresses.add("/api/campaigns/%s/reports/%s.pdf".formatted(path, report.id())));
      }
    }
    return addresses;
  }
}
