package nuanbao.examples.embedspring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.intake.SubmissionStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Serves the campaign of one folder; what is handed in is gone when it ends. */
@SpringBootApplication(proxyBeanMethods = false)
public class EmbedSpring {

  /** Its arguments are Spring's: {@code --campaign=FOLDER}, {@code --server.port=N}. */
  public static void main(String[] arguments) {
    SpringApplication.run(EmbedSpring.class, arguments);
  }

  @Bean
  Nuanbao nuanbao() {
    return Nuanbao.create();
  }

  /** A campaign with mistakes is not served: the application says them and ends. */
  @Bean
  Campaign campaign(Nuanbao nuanbao, @Value("${campaign}") String folder) {
    return nuanbao.read(Path.of(folder)).orElseThrow();
  }

  @Bean
  Intake intake(Nuanbao nuanbao, Campaign campaign, SubmissionStore store) {
    return nuanbao.intake(campaign, store);
  }

  /** The moment {@code now}, to play a round of long ago; left out, the time of this machine. */
  @Bean
  Clock clock(@Value("${now:}") String now) {
    return now.isEmpty()
        ? Clock.systemUTC()
        : Clock.fixed(OffsetDateTime.parse(now).toInstant(), ZoneOffset.UTC);
  }
}
