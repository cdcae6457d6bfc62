package nuanbao.server.config;

import jakarta.inject.Singleton;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Form;
import nuanbao.engine.report.ReportSpec.Span;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;
import nuanbao.server.config.HostedCampaigns.Hosted;
import org.jspecify.annotations.Nullable;

/** Works out the figures that an address asks for, the same for pages and programs. */
@Singleton
public final class AskedFigures {
  private final HostedCampaigns campaigns;
  private final Named named;

  AskedFigures(HostedCampaigns campaigns, Named named) {
    this.campaigns = campaigns;
    this.named = named;
  }

  /**
   * Figures, and what they are of.
   *
   * @param top only its row and those below it are asked for
   */
  public record Asked(Campaign campaign, Duty duty, Round round, Unit top, Figures figures) {}

  /**
   * Adds up a form of a duty.
   *
   * @param unit left out, the topmost
   * @param cumulative from the first round to this one
   */
  public Asked figures(
      String campaign,
      String duty,
      String round,
      String form,
      @Nullable String unit,
      boolean cumulative) {
    Hosted hosted = named.campaign(campaign);
    Campaign read = hosted.campaign();
    Duty asked = named.duty(read, duty);
    Round due = named.round(read, asked, round);
    Form table = named.form(read, asked, form);
    Unit top = unit == null ? read.units().roots().get(0) : named.unit(read, unit);
    SubmissionKey key = new SubmissionKey(asked.id(), due.id(), top.id());
    Span span = cumulative ? Span.CUMULATIVE : Span.THIS;
    Figures figures = campaigns.nuanbao().figures(read, key, table.id(), span, hosted.store());
    return new Asked(read, asked, due, top, figures);
  }
}
