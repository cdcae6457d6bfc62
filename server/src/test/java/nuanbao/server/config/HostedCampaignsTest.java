package nuanbao.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nuanbao.server.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The campaigns that a server finds when it starts. */
class HostedCampaignsTest {
  @TempDir private Path data;

  private List<String> hosted(String folder) throws IOException {
    try (EmbeddedServer server =
        new ServerProcess(Path.of(folder), data, 0, Optional.empty()).start()) {
      return server.getApplicationContext().getBean(HostedCampaigns.class).all().stream()
          .map(one -> one.campaign().id().value())
          .toList();
    }
  }

  @Test
  void hosts_the_campaigns_of_a_folder_or_the_one_that_it_is() throws IOException {
    assertThat(hosted("../campaigns")).contains("example-small", "lizhou-2021");
    assertThat(hosted("../campaigns/example-small")).containsExactly("example-small");
  }

  @Test
  void leaves_out_what_does_not_hold() throws IOException {
    assertThat(hosted("../campaigns/refused/unknown-key")).isEmpty();
  }

  @Test
  void says_nothing_when_all_is_well() throws IOException {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      hosted("../campaigns/example-small");
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void does_not_start_without_its_folder() {
    assertThatThrownBy(() -> hosted("../campaigns/nowhere"))
        .hasRootCauseInstanceOf(NoSuchFileException.class);
  }
}
