package nuanbao.engine.campaign;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import nuanbao.engine.report.ReportId;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.rollup.RollupPlan;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.timeline.WorkingCalendar;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitTree;

/**
 * One whole, checked definition: whoever holds one holds names that lead somewhere and dates that
 * exist.
 */
public final class Campaign {
  private final CampaignId id;
  private final String title;
  private final Map<String, String> words;
  private final LocalDate from;
  private final LocalDate to;
  private final WorkingCalendar calendar;
  private final UnitTree units;
  private final Map<FormId, Form> forms;
  private final Map<DutyId, Duty> duties;
  private final Map<ReportId, ReportSpec> reports;
  private final Optional<Follows> follows;
  private final Map<DutyId, List<Round>> rounds = new LinkedHashMap<>();

  /** Made when first asked for: of a country's units one takes half a second. */
  private final Map<Planned, RollupPlan> plans = new ConcurrentHashMap<>();

  private record Planned(FormId form, DutyId duty) {}

  /**
   * @param words what things are called in print, by the name of their placeholder
   * @param from first day
   * @param to last day
   * @param calendar decides working days and close of business
   * @param follows the campaign of the year before, if it follows one
   */
  public Campaign(
      CampaignId id,
      String title,
      Map<String, String> words,
      LocalDate from,
      LocalDate to,
      WorkingCalendar calendar,
      UnitTree units,
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
    this.forms = byId(forms, Form::id);
    this.duties = byId(duties, Duty::id);
    this.reports = byId(reports, ReportSpec::id);
    for (Duty duty : duties) {
      duty.forms().forEach(this::form);
      rounds.put(duty.id(), duty.rounds().resolve(calendar));
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

  public LocalDate to() {
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

  /** All rounds of a duty, in order. */
  public List<Round> rounds(Duty duty) {
    return rounds.getOrDefault(duty.id(), List.of());
  }

  /**
   * The rounds that a formula means by a period.
   *
   * @param latest counted from here
   */
  public Optional<List<RoundId>> rounds(Duty duty, RoundId latest, Period period) {
    List<Round> until =
        rounds(duty).stream().filter(one -> one.id().compareTo(latest) <= 0).toList();
    List<RoundId> ids = until.stream().map(Round::id).toList();
    return switch (period) {
      case CUMULATIVE -> Optional.of(ids);
      case PREVIOUS ->
          ids.size() < 2 ? Optional.empty() : Optional.of(List.of(ids.get(ids.size() - 2)));
      case YEAR_TO_DATE -> {
        int year = round(duty, latest).to().getYear();
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
    return rounds(duty).stream().filter(one -> one.id().equals(round)).findFirst();
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

  /**
   * The rows of a reporter's sheet, sums and headings among them, in printing order.
   *
   * @param answers what was written so far: entries are rows once they are written
   */
  public List<FormRow> sheetRows(Duty duty, Unit reporter, Answers answers) {
    return form(answers.form()).sheet(reporter, duty.reporters(), units, answers);
  }

  /** The rows a unit has to fill in, in printing order; none where it adds them itself. */
  public List<FormRow> typedRows(Duty duty, FormId form, Unit reporter) {
    return sheetRows(duty, reporter, Answers.none(form)).stream().filter(FormRow::isTyped).toList();
  }

  /** The units whose entries a reporter hands in; none where it adds no rows. */
  public List<Unit> holders(Duty duty, FormId form, Unit reporter) {
    return form(form).rows() instanceof Rows.Entries entries
        ? entries.holdersWithin(reporter, duty.reporters(), units)
        : List.of();
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
    Optional<Round> round = findRound(duty, key.round());
    Beyond beyond =
        round.map(one -> figures.beyond(answers.form(), duty, one.id())).orElse(Beyond.NOTHING);
    List<FormRow> rows = sheetRows(duty, reporter, answers);
    return new Sheet(form(answers.form()), reporter, units, rows, answers, round, beyond);
  }
}
