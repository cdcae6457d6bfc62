package nuanbao.engine;

import static nuanbao.engine.Campaigns.at;
import static nuanbao.engine.Campaigns.bytes;
import static nuanbao.engine.Campaigns.key;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.campaign.EarlierCampaigns;
import nuanbao.engine.campaign.RoundSources;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.ValueText;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.intake.Receipt;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.report.PageLayout;
import nuanbao.engine.report.Report;
import nuanbao.engine.report.ReportId;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.report.TextReportWriter;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.submission.SubmissionKey;

/** A campaign with a form of every kind, and what is handed in for it. */
public final class Kitchen {
  public static final String FIRST = "2026-03-06";
  public static final String SECOND = "2026-03-13";

  private final Campaign campaign =
      Nuanbao.create().read(Path.of("src/test/resources/nuanbao/kitchen")).orElseThrow();
  private final MemorySubmissionStore store = new MemorySubmissionStore();
  private final Intake intake = Nuanbao.create().intake(campaign, store);

  public Campaign campaign() {
    return campaign;
  }

  /** Hands a form in, in time; what is said of it, a line for each problem. */
  public List<String> handIn(String form, String round, String unit, String sheet) {
    return submit(key(duty(form).id().value(), round, unit), form, sheet);
  }

  private List<String> submit(SubmissionKey key, String form, String sheet) {
    String json =
        "{\"basedOn\":%d,\"forms\":{\"%s\":%s}}"
            .formatted(store.findLatest(key).map(one -> one.version()).orElse(0), form, sheet);
    Outcome<Receipt> outcome =
        intake.submit(key, bytes(json), "sent.json", at(key.round() + "T09:00:00Z"));
    return outcome.problems().stream()
        .map(one -> one.code() + " " + one.message(Language.CHINESE))
        .toList();
  }

  /** Ids of the cases that a unit may change in a round. */
  public List<String> openCases(String round, String unit) {
    return intake.openCases(key("cases", round, unit), new FormId("cases")).stream()
        .map(one -> one.key().item())
        .toList();
  }

  private Duty duty(String form) {
    return campaign.dutiesOf(new FormId(form)).get(0);
  }

  /** The figures of a form at the end of a round. */
  public Figures figures(String form, String round, ReportSpec.Span span) {
    RoundSources sources = sources(form, round, "county");
    return sources.figures(new FormId(form), sources.rounds(span));
  }

  private RoundSources sources(String form, String round, String unit) {
    return new RoundSources(
        campaign,
        key(duty(form).id().value(), round, unit),
        store::latestOf,
        EarlierCampaigns.NONE);
  }

  /** One figure of each unit, as {@code 全县=3 东镇=1}; blanks left out. */
  public String column(Figures figures, String name) {
    ValueText texts = new ValueText(campaign.units());
    StringBuilder column = new StringBuilder();
    for (int row = 0; row < figures.rows().size(); row++) {
      for (Figures.Figure figure : figures.of(row)) {
        String text = texts.of(figure.indicator(), figure.value());
        if (!figure.name().equals(name) || text.isEmpty()) continue;
        column.append(figures.rows().get(row).title()).append('=').append(text).append(' ');
      }
    }
    return column.toString().strip();
  }

  /** A form as it is printed for a unit. */
  public String print(String form, String round, String unit) {
    ReportSpec spec =
        new ReportSpec(
            new ReportId(form),
            form,
            new PageLayout(PageLayout.Orientation.FIT),
            List.of(
                new ReportSpec.TablePart(
                    new FormId(form), ReportSpec.Span.THIS, Optional.empty(), false)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new TextReportWriter().write(Report.of(spec, sources(form, round, unit)), out);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
