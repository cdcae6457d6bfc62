package nuanbao.examples.embedspring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.intake.SubmissionStore;
import nuanbao.engine.jasper.PdfReportWriter;
import nuanbao.engine.report.ReportWriter;
import nuanbao.engine.report.TextReportWriter;
import nuanbao.engine.submission.SubmissionKey;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports on a round, for a unit. */
@RestController
@RequestMapping("/duties/{duty}/rounds/{round}/units/{unit}/reports")
class ReportController {
  private final Nuanbao nuanbao;
  private final Campaign campaign;
  private final SubmissionStore store;
  private final Named named;
  private final ReportWriter pdf = new PdfReportWriter();
  private final ReportWriter text = new TextReportWriter();

  ReportController(Nuanbao nuanbao, Campaign campaign, SubmissionStore store, Named named) {
    this.nuanbao = nuanbao;
    this.campaign = campaign;
    this.store = store;
    this.named = named;
  }

  @GetMapping(path = "/{report}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  byte[] pdf(
      @PathVariable String duty,
      @PathVariable String round,
      @PathVariable String unit,
      @PathVariable String report)
      throws IOException {
    return write(named.reader(duty, round, unit), report, pdf);
  }

  @GetMapping(path = "/{report}.txt", produces = "text/plain;charset=UTF-8")
  byte[] text(
      @PathVariable String duty,
      @PathVariable String round,
      @PathVariable String unit,
      @PathVariable String report)
      throws IOException {
    return write(named.reader(duty, round, unit), report, text);
  }

  private byte[] write(SubmissionKey key, String report, ReportWriter writer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(nuanbao.report(campaign, named.report(key, report), key, store), out);
    return out.toByteArray();
  }
}
