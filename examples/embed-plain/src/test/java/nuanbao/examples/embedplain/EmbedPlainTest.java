package nuanbao.examples.embedplain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbedPlainTest {

  @Test
  void leaves_a_pdf(@TempDir Path folder) throws IOException {
    Path pdf = folder.resolve("visits.pdf");
    EmbedPlain.main(new String[] {"../../campaigns/lizhou-2021", pdf.toString()});
    assertThat(Files.readAllBytes(pdf))
        .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII))
        .hasSizeGreaterThan(10_000);
  }
}
