package nuanbao.engine;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.campaign.CampaignFigures;
import nuanbao.engine.campaign.EarlierCampaigns;
import nuanbao.engine.campaign.RoundSources;
import nuanbao.engine.campaign.TargetResult;
import nuanbao.engine.campaign.TargetRun;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormView;
import nuanbao.engine.form.Wording;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.intake.Review;
import nuanbao.engine.intake.ReviewStore;
import nuanbao.engine.intake.SubmissionStore;
import nuanbao.engine.json.CampaignReader;
import nuanbao.engine.json.HolidayFiles;
import nuanbao.engine.json.JsonSubmissionReader;
import nuanbao.engine.memory.MemoryReviewStore;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.report.Report;
import nuanbao.engine.report.ReportId;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.HolidayCalendar;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;

/**
 * The door of the engine: reads campaigns, opens their intake, shows forms, adds up and fills in
 * reports. Holds no state between calls; safe for several threads.
 */
public final class Nuanbao {
  private final CampaignReader campaigns;
  private final EarlierCampaigns earlier;

  private Nuanbao(Builder builder) {
    this.campaigns = new CampaignReader(builder.holidays);
    this.earlier = builder.earlier;
  }

  /** An engine with everything as it comes. */
  public static Nuanbao create() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Chooses what a host brings itself. */
  public static final class Builder {
    private HolidayCalendar holidays = new HolidayFiles();
    private EarlierCampaigns earlier = EarlierCampaigns.NONE;

    private Builder() {}

    /** Statutory holidays from elsewhere; left out, the engine's own yearly files. */
    public Builder holidays(HolidayCalendar calendar) {
      this.holidays = calendar;
      return this;
    }

    /** Where the campaigns that others follow are found (上年同期); left out, nowhere. */
    public Builder earlier(EarlierCampaigns campaigns) {
      this.earlier = campaigns;
      return this;
    }

    public Nuanbao build() {
      return new Nuanbao(this);
    }
  }

  /** Reads a campaign folder; every mistake comes back at once. */
  public Outcome<Campaign> read(Path folder) {
    return campaigns.read(folder);
  }

  /** The gate of a campaign where nothing is reviewed, over a store of the host's. */
  public Intake intake(Campaign campaign, SubmissionStore store) {
    return intake(campaign, store, new MemoryReviewStore());
  }

  /**
   * The gate of a campaign, over stores of the host's. Made once, it serves every submission.
   *
   * @param reviews what was waived and accepted
   */
  public Intake intake(Campaign campaign, SubmissionStore store, ReviewStore reviews) {
    return new Intake(campaign, new JsonSubmissionReader(campaign), store, reviews, earlier);
  }

  /** The review of a campaign, over the stores of its gate. */
  public Review review(Campaign campaign, SubmissionStore store, ReviewStore reviews) {
    return new Review(campaign, intake(campaign, store, reviews), store, reviews);
  }

  /** A form as its reporter sees it, where nothing was handed in before. */
  public FormView form(
      Campaign campaign,
      SubmissionKey key,
      FormId form,
      FormView.Written written,
      List<Problem> problems) {
    return form(campaign, key, form, written, problems, new MemorySubmissionStore());
  }

  /**
   * A form as its reporter sees it.
   *
   * @param key duty, round and reporter, which must exist
   * @param written what was written so far
   * @param problems what is wrong with it, to stand beside the cells
   * @param store what was handed in before, for cells that are computed from it
   */
  public FormView form(
      Campaign campaign,
      SubmissionKey key,
      FormId form,
      FormView.Written written,
      List<Problem> problems,
      SubmissionStore store) {
    Unit reporter = campaign.units().unit(key.unit());
    Round round = campaign.round(key);
    CampaignFigures figures =
        new CampaignFigures(campaign, store::latestOf, earlier)
            .with(key, Map.of(form, written.answers()));
    return FormView.of(
        campaign.sheet(key, written.answers(), figures),
        reporter,
        round,
        campaign.holders(key, form),
        Wording.of(campaign.words(), Optional.of(round), Optional.of(reporter)),
        written,
        problems);
  }

  /**
   * Adds up a form over all units.
   *
   * @param key duty and round, which must exist
   * @param span the round alone, or all rounds up to it
   */
  public Figures figures(
      Campaign campaign,
      SubmissionKey key,
      FormId form,
      ReportSpec.Span span,
      SubmissionStore store) {
    RoundSources sources = sources(campaign, key, store);
    return sources.figures(form, sources.rounds(span));
  }

  /**
   * Fills in a report.
   *
   * @param key duty and round it counts, and the unit whose report it is; all must exist
   */
  public Report report(
      Campaign campaign, ReportId report, SubmissionKey key, SubmissionStore store) {
    return Report.of(campaign.report(report), sources(campaign, key, store));
  }

  /**
   * Holds what was handed in against the targets of the measures.
   *
   * @param day counts what was reported on until then, that day included
   */
  public List<TargetResult> targets(Campaign campaign, LocalDate day, SubmissionStore store) {
    return new TargetRun(campaign, new CampaignFigures(campaign, store::latestOf, earlier), day)
        .results();
  }

  private RoundSources sources(Campaign campaign, SubmissionKey key, SubmissionStore store) {
    return new RoundSources(campaign, key, store::latestOf, earlier);
  }
}
