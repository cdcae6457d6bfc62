package nuanbao.engine.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.History;
import nuanbao.engine.formula.Period;
import nuanbao.engine.formula.Scope;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.rollup.RollupPlan;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;

/**
 * What one reporter handed in before, together with what it is filling in now: formulas of a sheet
 * see the same figures that a report of the same unit prints.
 */
final class ReporterHistory implements History {
  private static final ColumnPath NO_COLUMN = new ColumnPath("");

  private final Campaign campaign;
  private final Duty duty;
  private final Unit reporter;
  private final Round round;
  private final Answers now;
  private final Supplier<List<Submission>> handedIn;

  /** Worked out once for each period. */
  private final Map<Period, Optional<Figures>> figures = new EnumMap<>(Period.class);

  ReporterHistory(
      Campaign campaign,
      Duty duty,
      Unit reporter,
      Round round,
      Answers now,
      Supplier<List<Submission>> handedIn) {
    this.campaign = campaign;
    this.duty = duty;
    this.reporter = reporter;
    this.round = round;
    this.now = now;
    this.handedIn = handedIn;
  }

  @Override
  public Optional<Scope> at(Period period, FormRow row, Optional<ColumnPath> column) {
    String item = row.item().map(one -> one.key()).orElse("");
    return figures
        .computeIfAbsent(period, this::figures)
        .flatMap(then -> then.scope(row.unit().id(), item, column.orElse(NO_COLUMN)));
  }

  private Optional<Figures> figures(Period period) {
    List<Submission> all = all();
    return campaign
        .rounds(duty, round.id(), period)
        .filter(rounds -> all.stream().anyMatch(one -> rounds.contains(one.key().round())))
        .map(
            rounds ->
                RollupPlan.of(campaign.form(now.form()), duty, campaign.units()).run(rounds, all));
  }

  private List<Submission> all() {
    List<Submission> all = new ArrayList<>();
    for (Submission one : handedIn.get()) {
      if (one.key().unit().equals(reporter.id()) && !one.key().round().equals(round.id())) {
        all.add(one);
      }
    }
    all.add(
        new Submission(
            new SubmissionKey(duty.id(), round.id(), reporter.id()),
            1,
            Optional.empty(),
            Instant.EPOCH,
            false,
            Map.of(now.form(), now)));
    return all;
  }
}
