package nuanbao.examples.embedplain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.intake.SubmissionStore;
import nuanbao.engine.jasper.PdfReportWriter;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.report.Report;
import nuanbao.engine.report.ReportId;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.UnitId;

/** Takes in the sheet of one township and prints the township's table. */
public final class EmbedPlain {

  private EmbedPlain() {}

  /** Takes two arguments: the folder of the campaign, and the PDF to write. */
  public static void main(String[] arguments) throws IOException {
    print(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /** The README shows this method. */
  static void print(Path folder, Path pdf) throws IOException {
    Nuanbao nuanbao = Nuanbao.create();
    Campaign campaign = nuanbao.read(folder).orElseThrow();
    SubmissionStore store = new MemorySubmissionStore();
    RoundId round = new RoundId(LocalDate.parse("2021-11-25"));
    SubmissionKey key = new SubmissionKey(new DutyId("visits"), round, new UnitId("510802201"));
    Path sheet = folder.resolve("cases/two-weeks/answers/visits/2021-11-25/510802201.json");
    Instant arrived = Instant.parse("2021-11-25T17:00:00+08:00");
    nuanbao
        .intake(campaign, store)
        .submit(key, Files.readAllBytes(sheet), sheet.toString(), arrived)
        .orElseThrow();
    Report report = nuanbao.report(campaign, new ReportId("visits"), key, store);
    try (OutputStream out = Files.newOutputStream(pdf)) {
      new PdfReportWriter().write(report, out);
    }
  }
}
