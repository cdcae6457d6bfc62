package nuanbao.engine.campaign;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.Wording;
import nuanbao.engine.report.ReportSources;
import nuanbao.engine.report.ReportSpec.Span;
import nuanbao.engine.report.ReportSpec.TablePart;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitTree;

/** What the reports of one unit for one round of a duty draw on. */
public final class RoundSources implements ReportSources {
  private final Campaign campaign;
  private final Duty duty;
  private final SubmissionKey key;
  private final List<Submission> handedIn;
  private final CampaignFigures figures;

  /**
   * Sources over what was handed in.
   *
   * @param key the round, and the unit whose report it is
   * @param handedIn the latest version of everything handed in for a duty
   * @param earlier where the campaign that this one follows is found
   */
  public RoundSources(
      Campaign campaign,
      SubmissionKey key,
      Function<DutyId, List<Submission>> handedIn,
      EarlierCampaigns earlier) {
    this.campaign = campaign;
    this.duty = campaign.duty(key.duty());
    this.key = key;
    this.handedIn = List.copyOf(handedIn.apply(key.duty()));
    this.figures = new CampaignFigures(campaign, handedIn, earlier);
  }

  @Override
  public UnitTree units() {
    return campaign.units();
  }

  @Override
  public Unit unit() {
    return campaign.units().unit(key.unit());
  }

  @Override
  public Figures figures(TablePart part) {
    return figures(part.form(), rounds(part.rounds()));
  }

  /** The figures of a form over some rounds, for all units. */
  public Figures figures(FormId form, List<RoundId> rounds) {
    return figures.figures(form, duty, rounds);
  }

  /** The rounds that a span ending with the round at hand counts. */
  public List<RoundId> rounds(Span span) {
    return switch (span) {
      case THIS -> List.of(key.round());
      case CUMULATIVE ->
          figures.rounds(duty).stream()
              .map(Round::id)
              .filter(round -> round.compareTo(key.round()) <= 0)
              .toList();
    };
  }

  @Override
  public Optional<Answers> ownAnswers(TablePart part) {
    return handedIn.stream()
        .filter(submission -> submission.key().equals(key))
        .findFirst()
        .map(submission -> submission.answers(part.form()));
  }

  @Override
  public List<Submission> submissions(TablePart part) {
    List<RoundId> rounds = rounds(part.rounds());
    return handedIn.stream()
        .filter(submission -> rounds.contains(submission.key().round()))
        .sorted(
            Comparator.comparing((Submission one) -> one.key().round())
                .thenComparing(one -> campaign.units().position(one.key().unit())))
        .toList();
  }

  @Override
  public List<Submission> handedIn() {
    return handedIn;
  }

  @Override
  public Wording wording() {
    return Wording.of(campaign.words(), campaign.findRound(duty, key.round()), Optional.of(unit()));
  }
}
