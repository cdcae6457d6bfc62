package nuanbao.engine.campaign;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.Beyond;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.Rows;
import nuanbao.engine.form.Sheet;
import nuanbao.engine.formula.Period;
import nuanbao.engine.measure.Measures;
import nuanbao.engine.measure.Roster;
import nuanbao.engine.report.ReportId;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.rollup.RollupPlan;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.EventRounds;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.timeline.WorkingCalendar;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitTree;
import nuanbao.engine.unit.Validity;

/**
 * One whole, checked definition: whoever holds one holds names that lead somewhere and dates that
 * exist.
 */
public final class Campaign {
  private static final int SHOWN = 20;
  private static final LocalTime NINE = LocalTime.of(9, 0);

  private final CampaignId id;
  private final String title;
  private final Map<String, String> words;
  private final LocalDate from;
  private final Optional<LocalDate> to;
  private final WorkingCalendar calendar;
  private final UnitTree units;
  private final Measures measures;
  private final List<Roster> rosters;
  private final Map<FormId, Form> forms;
  private final Map<DutyId, Duty> duties;
  private final Map<ReportId, ReportSpec> reports;
  private final Optional<Follows> follows;
  private final boolean hasChangingUnits;

  /** Resolved when first asked for: a series without an end is long. */
  private final Map<DutyId, Series> series = new ConcurrentHashMap<>();

  /** Made when first asked for: of a country's units one takes half a second. */
  private final Map<Planned, RollupPlan> plans = new ConcurrentHashMap<>();

  private record Planned(FormId form, DutyId duty) {}

  private record Series(
      List<Round> all, Map<RoundId, Round> byId, Optional<EventRounds> onEvents) {}

  /**
   * @param words what things are called in print, by the name of their placeholder
   * @param from first day
   * @param to last day; empty for one without an end
   * @param calendar decides working days and close of business
   * @param follows the campaign of the year before, if it follows one
   */
  public Campaign(
      CampaignId id,
      String title,
      Map<String, String> words,
      LocalDate from,
      Optional<LocalDate> to,
      WorkingCalendar calendar,
      UnitTree units,
      Measures measures,
      List<Roster> rosters,
      List<Form> forms,
      List<Duty> duties,
      List<ReportSpec> reports,
      Optional<Follows> follows) {
    this.id = id;
    this.follows = follows;
    this.title = title;
    this.words = Map.copyOf(words);
    this.from = from;
    this.to = to;
    this.calendar = calendar;
    this.units = units;
    this.hasChangingUnits =
        units.units().stream().anyMatch(unit -> !unit.validity().equals(Validity.ALWAYS));
    this.measures = measures;
    this.rosters = List.copyOf(rosters);
    this.forms = byId(forms, Form::id);
    this.duties = byId(duties, Duty::id);
    this.reports = byId(reports, ReportSpec::id);
    for (Duty duty : duties) {
      duty.forms().forEach(this::form);
    }
  }

  private static <K, V> Map<K, V> byId(List<V> values, Function<V, K> id) {
    return values.stream()
        .collect(
            Collectors.toMap(
                id,
                Function.identity(),
                (a, b) -> {
                  throw new IllegalArgumentException("two of one id: " + a + ", " + b);
                },
                LinkedHashMap::new));
  }

  public CampaignId id() {
    return id;
  }

  public String title() {
    return title;
  }

  /** What things are called in print, by the name of their placeholder. */
  public Map<String, String> words() {
    return words;
  }

  public LocalDate from() {
    return from;
  }

  /** The last day; empty for a campaign without an end. */
  public Optional<LocalDate> to() {
    return to;
  }

  /** The campaign of the year before, if it follows one. */
  public Optional<Follows> follows() {
    return follows;
  }

  public WorkingCalendar calendar() {
    return calendar;
  }

  public UnitTree units() {
    return units;
  }

  /** What the notice orders to be done. */
  public Measures measures() {
    return measures;
  }

  /** The bodies that the notice sets up. */
  public List<Roster> rosters() {
    return rosters;
  }

  public List<Form> forms() {
    return List.copyOf(forms.values());
  }

  public List<Duty> duties() {
    return List.copyOf(duties.values());
  }

  public List<ReportSpec> reports() {
    return List.copyOf(reports.values());
  }

  public Form form(FormId form) {
    return findForm(form).orElseThrow(() -> new IllegalArgumentException("no form " + form));
  }

  public Optional<Form> findForm(FormId form) {
    return Optional.ofNullable(forms.get(form));
  }

  public Duty duty(DutyId duty) {
    return findDuty(duty).orElseThrow(() -> new IllegalArgumentException("no duty " + duty));
  }

  public Optional<Duty> findDuty(DutyId duty) {
    return Optional.ofNullable(duties.get(duty));
  }

  public ReportSpec report(ReportId report) {
    return findReport(report)
        .orElseThrow(() -> new IllegalArgumentException("no report " + report));
  }

  public Optional<ReportSpec> findReport(ReportId report) {
    return Optional.ofNullable(reports.get(report));
  }

  /** The duties that hand in a form. */
  public List<Duty> dutiesOf(FormId form) {
    return duties.values().stream().filter(duty -> duty.forms().contains(form)).toList();
  }

  /** All rounds of a duty that come by the calendar, in order; of one without an end, many. */
  public List<Round> rounds(Duty duty) {
    return series(duty).all;
  }

  /** The rounds of a duty that are due within some days, both included, in order. */
  public List<Round> rounds(Duty duty, LocalDate first, LocalDate last) {
    return rounds(duty).stream()
        .filter(round -> !round.due().isBefore(first) && !round.due().isAfter(last))
        .toList();
  }

  /** The rounds of things that happen; empty where rounds come by the calendar. */
  public Optional<EventRounds> onEvents(Duty duty) {
    return series(duty).onEvents;
  }

  private Series series(Duty duty) {
    return series.computeIfAbsent(
        duty.id(),
        any -> {
          List<Round> all = duty.rounds().resolve(calendar);
          return new Series(
              List.copyOf(all), byId(all, Round::id), duty.rounds().onEvents(calendar));
        });
  }

  /**
   * The rounds that a formula means by a period.
   *
   * @param latest counted from here
   */
  public Optional<List<RoundId>> rounds(Duty duty, RoundId latest, Period period) {
    return counted(rounds(duty), latest, period);
  }

  /** Of some rounds those that a formula means by a period. */
  static Optional<List<RoundId>> counted(List<Round> all, RoundId latest, Period period) {
    List<Round> until = all.stream().filter(one -> one.id().compareTo(latest) <= 0).toList();
    List<RoundId> ids = until.stream().map(Round::id).toList();
    return switch (period) {
      case CUMULATIVE -> Optional.of(ids);
      case PREVIOUS ->
          ids.size() < 2 ? Optional.empty() : Optional.of(List.of(ids.get(ids.size() - 2)));
      case YEAR_TO_DATE -> {
        int year = until.isEmpty() ? 0 : until.get(until.size() - 1).to().getYear();
        yield Optional.of(
            until.stream().filter(one -> one.to().getYear() == year).map(Round::id).toList());
      }
      case LAST_YEAR -> aYearBefore(until).map(one -> List.of(one.id()));
      case WITHIN -> Optional.of(List.of(latest));
    };
  }

  /** The counterpart of the last of some rounds: the one that ended nearest to a year before. */
  private static Optional<Round> aYearBefore(List<Round> until) {
    Round last = until.get(until.size() - 1);
    LocalDate then = last.to().minusYears(1);
    long half = ChronoUnit.DAYS.between(last.from(), last.to()) / 2 + 1;
    return until.stream()
        .filter(one -> daysApart(one.to(), then) <= half)
        .min(Comparator.comparingLong(one -> daysApart(one.to(), then)));
  }

  private static long daysApart(LocalDate one, LocalDate other) {
    return Math.abs(ChronoUnit.DAYS.between(one, other));
  }

  public Round round(Duty duty, RoundId round) {
    return findRound(duty, round)
        .orElseThrow(() -> new IllegalArgumentException("no round " + round + " of " + duty.id()));
  }

  public Optional<Round> findRound(Duty duty, RoundId round) {
    Series series = series(duty);
    return Optional.ofNullable(series.byId.get(round))
        .or(() -> series.onEvents.flatMap(events -> events.find(round)));
  }

  /** The ids of rounds near one that there is not, for a person to choose from. */
  public String roundsNear(Duty duty, RoundId round) {
    List<Round> all =
        onEvents(duty).map(events -> events.reportsOn(round.day(), NINE)).orElse(rounds(duty));
    int after = (int) all.stream().filter(one -> one.id().compareTo(round) < 0).count();
    int from = Math.max(0, Math.min(after - SHOWN / 2, all.size() - SHOWN));
    int to = Math.min(all.size(), from + SHOWN);
    String shown =
        all.subList(from, to).stream()
            .map(one -> one.id().toString())
            .collect(Collectors.joining("、"));
    return to - from == all.size() ? shown : shown + "……";
  }

  /** A round as its reporter has it: duty, round and reporter must exist. */
  public Round round(SubmissionKey key) {
    return round(duty(key.duty()), key.round()).of(units.unit(key.unit()));
  }

  /**
   * The forms that a reporter hands in on a round; duty and reporter must exist. In a round that
   * does not, all are.
   */
  public List<FormId> forms(SubmissionKey key) {
    Duty duty = duty(key.duty());
    Unit reporter = units.unit(key.unit());
    return findRound(duty, key.round())
        .map(round -> duty.forms(round, reporter, units))
        .orElseGet(duty::forms);
  }

  /** The reports that can be filled in from what a duty hands in. */
  public List<ReportSpec> reportsOf(Duty duty) {
    return reports.values().stream()
        .filter(
            report -> report.parts().stream().allMatch(part -> duty.forms().contains(part.form())))
        .toList();
  }

  /** The duties that a unit reports on. */
  public List<Duty> dutiesOf(Unit reporter) {
    return duties.values().stream()
        .filter(duty -> duty.reporters().selects(reporter, units))
        .toList();
  }

  /** Who reports on a duty, in tree order. */
  public List<Unit> reporters(Duty duty) {
    return duty.reporters().unitsIn(units);
  }

  /** Units are those that are there on the day on which a round opens. */
  private LocalDate openingDay(Round round) {
    return round.window().opens().atZone(calendar.zone()).toLocalDate();
  }

  /** Whether units come or go while the campaign runs. */
  public boolean hasChangingUnits() {
    return hasChangingUnits;
  }

  /** Whether a unit is there when a round opens. */
  public boolean isThere(Unit unit, Round round) {
    return unit.validity().includes(openingDay(round));
  }

  /**
   * Who has to report on a round of a duty, in tree order: its reporters but those that are not
   * there and the exempt ones.
   */
  public List<Unit> reporters(Duty duty, Round round) {
    LocalDate day = openingDay(round);
    return reporters(duty).stream()
        .filter(unit -> unit.validity().includes(day))
        .filter(unit -> !duty.forms(round, unit, units).isEmpty())
        .toList();
  }

  /**
   * The submissions that a reporter receives for a round, from below: of its own duty those of the
   * reporters below it with no other one between; of other duties that ask for one of its forms
   * those that are handed to it and whose periods end within the round.
   */
  public List<SubmissionKey> receivedFor(SubmissionKey key) {
    Duty own = duty(key.duty());
    Unit receiver = units.unit(key.unit());
    Round round = round(own, key.round());
    List<SubmissionKey> received = new ArrayList<>();
    for (Duty duty : duties.values()) {
      if (Collections.disjoint(duty.forms(), own.forms())) continue;
      List<Round> rounds =
          duty.equals(own)
              ? List.of(round)
              : rounds(duty).stream()
                  .filter(one -> !one.to().isBefore(round.from()) && !one.to().isAfter(round.to()))
                  .toList();
      for (Round one : rounds) {
        Set<Unit> all = new HashSet<>(reporters(duty, one));
        for (Unit unit : units.within(receiver)) {
          if (unit.equals(receiver) || !all.contains(unit)) continue;
          boolean isHandedOn =
              duty.equals(own)
                  ? nearestAbove(unit, all).filter(receiver::equals).isPresent()
                  : isReceiver(duty, receiver, unit);
          if (isHandedOn) received.add(new SubmissionKey(duty.id(), one.id(), unit.id()));
        }
      }
    }
    return received;
  }

  /** Without recipients it is the unit above. */
  private boolean isReceiver(Duty duty, Unit receiver, Unit reporter) {
    return duty.recipients().isEmpty()
        ? units.parent(reporter).filter(receiver::equals).isPresent()
        : duty.receivers(units).contains(receiver);
  }

  private Optional<Unit> nearestAbove(Unit unit, Set<Unit> some) {
    Optional<Unit> above = units.parent(unit);
    while (above.isPresent() && !some.contains(above.get())) above = units.parent(above.get());
    return above;
  }

  /**
   * The rows of a reporter's sheet, sums and headings among them, in printing order: of units that
   * are there when the round opens.
   *
   * @param answers what was written so far: entries are rows once they are written
   */
  public List<FormRow> sheetRows(SubmissionKey key, Answers answers) {
    Duty duty = duty(key.duty());
    Unit reporter = units.unit(key.unit());
    List<FormRow> rows = form(answers.form()).sheet(reporter, duty.reporters(), units, answers);
    return findRound(duty, key.round())
        .map(round -> rows.stream().filter(row -> isThere(row.unit(), round)).toList())
        .orElse(rows);
  }

  /** The rows a unit has to fill in, in printing order; none where it adds them itself. */
  public List<FormRow> typedRows(SubmissionKey key, FormId form) {
    return sheetRows(key, Answers.none(form)).stream().filter(FormRow::isTyped).toList();
  }

  /** The units whose entries a reporter hands in; none where it adds no rows. */
  public List<Unit> holders(SubmissionKey key, FormId form) {
    if (!(form(form).rows() instanceof Rows.Entries entries)) return List.of();
    Duty duty = duty(key.duty());
    List<Unit> all = entries.holdersWithin(units.unit(key.unit()), duty.reporters(), units);
    return findRound(duty, key.round())
        .map(round -> all.stream().filter(unit -> isThere(unit, round)).toList())
        .orElse(all);
  }

  /** How the figures of a form of a duty come up the unit tree. */
  public RollupPlan plan(FormId form, Duty duty) {
    return plans.computeIfAbsent(
        new Planned(form, duty.id()), any -> RollupPlan.of(form(form), duty, units));
  }

  /**
   * A form as a reporter fills it in for a round.
   *
   * @param key duty and reporter must exist; in a round that does not, nothing is known of time
   * @param figures what was reported at other times, in other forms and by other units, with what
   *     is being filled in among it
   */
  public Sheet sheet(SubmissionKey key, Answers answers, CampaignFigures figures) {
    Duty duty = duty(key.duty());
    Unit reporter = units.unit(key.unit());
    Optional<Round> round = findRound(duty, key.round()).map(one -> one.of(reporter));
    Beyond beyond =
        round.map(one -> figures.beyond(answers.form(), duty, one.id())).orElse(Beyond.NOTHING);
    List<FormRow> rows = sheetRows(key, answers);
    return new Sheet(form(answers.form()), reporter, units, rows, answers, round, beyond);
  }
}
