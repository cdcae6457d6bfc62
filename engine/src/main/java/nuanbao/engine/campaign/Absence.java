package nuanbao.engine.campaign;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.formula.Value;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Cycle;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;

/**
 * Something that should have been written by then and was not: it asks a unit for a report.
 *
 * @param key of the report that is asked for; several rows of one day ask for one report
 * @param since when the time began to run, by row
 */
public record Absence(SubmissionKey key, Map<RowKey, LocalDate> since) {

  public Absence {
    since = Map.copyOf(since);
  }

  /**
   * All absences up to a day, in the order in which they came about.
   *
   * @param duty whose rounds come of an absence; of any other there are none
   * @param handedIn the latest version of everything handed in for a duty
   * @param today the last day looked at
   */
  public static List<Absence> of(
      Campaign campaign, Duty duty, Function<DutyId, List<Submission>> handedIn, LocalDate today) {
    if (!(duty.rounds().cycle() instanceof Cycle.Event event)) return List.of();
    Optional<Cycle.Absence> definition = event.absence();
    if (definition.isEmpty()) return List.of();
    Cycle.Absence absence = definition.get();
    Map<SubmissionKey, Map<RowKey, LocalDate>> found = new LinkedHashMap<>();
    FormId form = new FormId(absence.form());
    List<Submission> all =
        campaign.dutiesOf(form).stream().flatMap(one -> handedIn.apply(one.id()).stream()).toList();
    rows(campaign.form(form), all)
        .forEach(
            (row, cells) ->
                begun(absence, cells)
                    .filter(since -> !since.plus(absence.within()).isAfter(today.minusDays(1)))
                    .flatMap(since -> key(campaign, duty, row, since.plus(absence.within())))
                    .ifPresent(
                        key ->
                            found
                                .computeIfAbsent(key, any -> new LinkedHashMap<>())
                                .put(row, since(absence, cells))));
    return found.entrySet().stream()
        .map(one -> new Absence(one.getKey(), one.getValue()))
        .sorted(Comparator.comparing(one -> one.key.round()))
        .toList();
  }

  /** The rows as they stand after all rounds: what came later takes the place of what was there. */
  private static Map<RowKey, Map<ColumnPath, Value>> rows(
      Form form, Collection<Submission> submissions) {
    List<Submission> inOrder = new ArrayList<>(submissions);
    inOrder.sort(Comparator.comparing(one -> one.key().round()));
    Map<RowKey, Map<ColumnPath, Value>> rows = new LinkedHashMap<>();
    for (Submission one : inOrder) rows.putAll(one.answers(form.id()).rows());
    return rows;
  }

  /** The day from which time runs, where what should be written is still blank. */
  private static Optional<LocalDate> begun(Cycle.Absence absence, Map<ColumnPath, Value> cells) {
    boolean isWritten = cells.containsKey(new ColumnPath(absence.missing()));
    return isWritten || !(cells.get(new ColumnPath(absence.since())) instanceof Value.Day day)
        ? Optional.empty()
        : Optional.of(day.date());
  }

  private static LocalDate since(Cycle.Absence absence, Map<ColumnPath, Value> cells) {
    return begun(absence, cells).orElseThrow();
  }

  /** It came about when the last day was over; whoever stands nearest above reports it. */
  private static Optional<SubmissionKey> key(
      Campaign campaign, Duty duty, RowKey row, LocalDate lastDay) {
    RoundId round =
        new RoundId(lastDay.plusDays(1), Optional.of(new RoundId.Event(LocalTime.MIDNIGHT, "", 1)));
    return campaign
        .units()
        .findUnit(row.unit())
        .flatMap(unit -> reporter(campaign, duty, unit))
        .map(unit -> new SubmissionKey(duty.id(), round, unit.id()))
        .filter(key -> campaign.findRound(duty, round).isPresent());
  }

  private static Optional<Unit> reporter(Campaign campaign, Duty duty, Unit unit) {
    Optional<Unit> tried = Optional.of(unit);
    while (tried.isPresent() && !duty.reporters().selects(tried.get(), campaign.units())) {
      tried = campaign.units().parent(tried.get());
    }
    return tried;
  }
}
