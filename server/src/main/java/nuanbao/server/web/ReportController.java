package nuanbao.server.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.jasper.PdfReportWriter;
import nuanbao.engine.jasper.XlsxReportWriter;
import nuanbao.engine.report.Report;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.report.ReportWriter;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;
import nuanbao.server.config.HostedCampaigns;
import nuanbao.server.config.HostedCampaigns.Hosted;
import nuanbao.server.config.Named;

/** Printed reports, as PDF and as workbook. */
@Controller("/api/campaigns/{campaign}/duties/{duty}/rounds/{round}/reports")
@ExecuteOn(TaskExecutors.BLOCKING)
class ReportController {
  private static final MediaType XLSX =
      MediaType.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final HostedCampaigns campaigns;
  private final Named named;
  private final ReportWriter pdf = new PdfReportWriter();
  private final ReportWriter xlsx = new XlsxReportWriter();

  ReportController(HostedCampaigns campaigns, Named named) {
    this.campaigns = campaigns;
    this.named = named;
  }

  /**
   * A report as PDF.
   *
   * @param unit whose report it is; left out, the topmost
   */
  @Get("/{report}.pdf")
  HttpResponse<byte[]> pdf(
      String campaign, String duty, String round, String report, @Nullable @QueryValue String unit)
      throws IOException {
    return answer(campaign, duty, round, report, unit, pdf, MediaType.APPLICATION_PDF_TYPE);
  }

  /**
   * A report as workbook.
   *
   * @param unit whose report it is; left out, the topmost
   */
  @Get("/{report}.xlsx")
  HttpResponse<byte[]> xlsx(
      String campaign, String duty, String round, String report, @Nullable @QueryValue String unit)
      throws IOException {
    return answer(campaign, duty, round, report, unit, xlsx, XLSX);
  }

  private HttpResponse<byte[]> answer(
      String campaign,
      String duty,
      String round,
      String report,
      @Nullable String unit,
      ReportWriter writer,
      MediaType type)
      throws IOException {
    Hosted hosted = named.campaign(campaign);
    Campaign read = hosted.campaign();
    Duty asked = named.duty(read, duty);
    Round due = named.round(read, asked, round);
    ReportSpec spec = named.report(read, asked, report);
    Unit whose = unit == null ? read.units().roots().get(0) : named.unit(read, unit);
    SubmissionKey key = new SubmissionKey(asked.id(), due.id(), whose.id());
    Report filled = campaigns.nuanbao().report(read, spec.id(), key, hosted.store());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(filled, out);
    String name =
        "%s-%s-%s.%s".formatted(filled.title(), whose.shortName(), due.id(), writer.format());
    return HttpResponse.ok(out.toByteArray())
        .contentType(type)
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(name));
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
