package nuanbao.engine.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nuanbao.engine.campaign.Absence;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.campaign.CampaignFigures;
import nuanbao.engine.campaign.EarlierCampaigns;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.CellRun;
import nuanbao.engine.form.Check;
import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.CheckRun;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.form.Rows;
import nuanbao.engine.form.Sheet;
import nuanbao.engine.form.Wording;
import nuanbao.engine.formula.Value;
import nuanbao.engine.intake.SubmissionReader.Reading;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Outcome.Accepted;
import nuanbao.engine.problem.Outcome.Refused;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.rollup.Cases;
import nuanbao.engine.submission.Acceptance;
import nuanbao.engine.submission.Contents;
import nuanbao.engine.submission.Standing;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.submission.Waiver;
import nuanbao.engine.timeline.EventRounds;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.timeline.SubmissionWindow;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;

/**
 * The gate: takes submissions in, or says every reason why not. The same for a page, an upload, an
 * API call and a late retry; the moment that counts is arrival, and it is handed in.
 */
public final class Intake {
  private static final int SHOWN = 10;

  private final Campaign campaign;
  private final SubmissionReader reader;
  private final SubmissionStore store;
  private final ReviewStore reviews;
  private final EarlierCampaigns earlier;

  /**
   * The gate of a campaign.
   *
   * @param reviews what was waived and accepted
   * @param earlier where the campaign that this one follows is found
   */
  public Intake(
      Campaign campaign,
      SubmissionReader reader,
      SubmissionStore store,
      ReviewStore reviews,
      EarlierCampaigns earlier) {
    this.campaign = campaign;
    this.reader = reader;
    this.store = store;
    this.reviews = reviews;
    this.earlier = earlier;
  }

  /**
   * Takes a submission in: right, then window, then structure and types, then checks, then one
   * transaction. A replay of an accepted one is answered as before, whenever it comes.
   *
   * @param raw the bytes as they arrived
   * @param source what to call them in problems
   */
  public Outcome<Receipt> submit(SubmissionKey key, byte[] raw, String source, Instant receivedAt) {
    List<Problem> unknown = KeyCheck.problems(campaign, key);
    if (!unknown.isEmpty()) return new Refused<>(unknown);
    Round round = campaign.round(key);
    Reading reading = checked(key, reader.read(key, raw, source));
    Contents contents = reading.contents();
    Optional<Outcome<Receipt>> replayed = findReplayed(key, contents);
    if (replayed.isPresent()) return replayed.get();

    Problems problems = new Problems();
    Optional<Problem> shut = checkWindow(key, round, receivedAt);
    shut.ifPresent(problems::add);
    problems.addAll(reading.problems());
    int latest = store.findLatest(key).map(Submission::version).orElse(0);
    if (shut.isEmpty() && contents.basedOn() != latest) problems.add(outdated(contents, latest));
    if (!problems.hasErrors()) {
      boolean late = round.window().stateAt(receivedAt) == SubmissionWindow.State.LATE;
      Submission submission =
          new Submission(key, latest + 1, contents.clientId(), receivedAt, late, contents.forms());
      if (store.append(submission)) {
        missingBelow(key).ifPresent(problems::add);
        return problems.outcome(() -> receipt(submission));
      }
      problems.add(outdated(contents, latest + 1));
    }
    // Its twin may have come in since it was looked for.
    return findReplayed(key, contents).orElseGet(() -> new Refused<>(problems.inOrder()));
  }

  /** It is handed in all the same: who is late below must not make those above late. */
  private Optional<Problem> missingBelow(SubmissionKey key) {
    return bundle(key)
        .map(Bundle::missing)
        .filter(missing -> !missing.isEmpty())
        .map(
            missing ->
                Problem.of(
                    ProblemCode.BUNDLE_INCOMPLETE,
                    missing.size(),
                    KeyCheck.joined(missing.stream().limit(SHOWN).map(this::shown).toList())
                        + (missing.size() > SHOWN ? "……" : "")));
  }

  private String shown(SubmissionKey key) {
    String unit = campaign.units().unit(key.unit()).shortName();
    return unit + "（" + campaign.duty(key.duty()).title() + " " + key.round() + "）";
  }

  /** What was answered to the same submission before, if it was accepted. */
  private Optional<Outcome<Receipt>> findReplayed(SubmissionKey key, Contents contents) {
    return contents
        .clientId()
        .flatMap(id -> store.findByClientId(key, id))
        .map(accepted -> replay(accepted, contents));
  }

  /**
   * Where every reporter of a duty stands with a round, in tree order. Duty and round must exist.
   */
  public Map<Unit, Standing> progress(DutyId duty, RoundId round, Instant now) {
    Duty asked = campaign.duty(duty);
    Round due = campaign.round(asked, round);
    Map<UnitId, Submission> latest = new HashMap<>();
    for (Submission submission : store.latestOf(duty)) {
      if (submission.key().round().equals(round)) {
        latest.put(submission.key().unit(), submission);
      }
    }
    Map<UnitId, Acceptance> accepted = new HashMap<>();
    for (Acceptance acceptance : reviews.acceptances(duty, round)) {
      UnitId unit = acceptance.key().unit();
      Submission submission = latest.get(unit);
      if (submission != null && acceptance.isOf(submission)) accepted.put(unit, acceptance);
    }
    Map<Unit, Standing> progress = new LinkedHashMap<>();
    for (Unit unit : expected(asked, due, latest.keySet())) {
      Optional<Submission> submission = Optional.ofNullable(latest.get(unit.id()));
      Optional<Acceptance> acceptance = Optional.ofNullable(accepted.get(unit.id()));
      progress.put(unit, Standing.of(due.of(unit), submission, acceptance, now));
    }
    return progress;
  }

  /** On what happens only those report to whom it happened. */
  private List<Unit> expected(Duty duty, Round round, Set<UnitId> reported) {
    List<Unit> reporters = campaign.reporters(duty, round);
    return campaign.onEvents(duty).isEmpty()
        ? reporters
        : reporters.stream().filter(unit -> reported.contains(unit.id())).toList();
  }

  /**
   * What happened and was reported at least once, in the order in which it happened; for a duty
   * whose rounds come by the calendar there is nothing. The duty must exist.
   */
  public List<EventCase> cases(DutyId duty, Instant now) {
    Duty asked = campaign.duty(duty);
    Optional<EventRounds> onEvents = campaign.onEvents(asked);
    if (onEvents.isEmpty()) return List.of();
    Set<SubmissionKey> cases = new LinkedHashSet<>();
    store.latestOf(duty).stream()
        .map(Submission::key)
        .sorted(Comparator.comparing(SubmissionKey::round))
        .forEach(
            key ->
                onEvents
                    .get()
                    .caseOf(key.round())
                    .ifPresent(first -> cases.add(new SubmissionKey(duty, first, key.unit()))));
    return cases.stream().map(key -> eventCase(key, onEvents.get(), now)).toList();
  }

  private EventCase eventCase(SubmissionKey first, EventRounds onEvents, Instant now) {
    RoundId.Event event = first.round().event().orElseThrow();
    List<Standing> all =
        onEvents.reportsOn(first.round().day(), event.time()).stream()
            .map(round -> standing(new SubmissionKey(first.duty(), round.id(), first.unit()), now))
            .toList();
    List<Standing> open = all.stream().filter(one -> !one.isReported()).toList();
    boolean isClosed =
        open.isEmpty()
            || all.stream().anyMatch(one -> one.isReported() && onEvents.isFinal(one.round().id()));
    List<Standing> reports =
        all.stream()
            .filter(
                one ->
                    one.isReported()
                        || (!isClosed
                            && (one.equals(open.get(0)) || onEvents.isFinal(one.round().id()))))
            .toList();
    return new EventCase(campaign.units().unit(first.unit()), reports, isClosed);
  }

  /**
   * What should have been done by then and was not, and so asks for a report that has not come. The
   * duty must exist.
   */
  public List<Absence> absences(DutyId duty, Instant now) {
    LocalDate today = now.atZone(campaign.calendar().zone()).toLocalDate();
    return Absence.of(campaign, campaign.duty(duty), store::latestOf, today).stream()
        .filter(one -> store.findLatest(one.key()).isEmpty())
        .toList();
  }

  /**
   * What a reporter hands over with its own sheet; empty where its duty asks for no bundle. Duty,
   * round and reporter must exist.
   */
  public Optional<Bundle> bundle(SubmissionKey key) {
    Duty duty = campaign.duty(key.duty());
    if (!duty.isBundle()) return Optional.empty();
    Optional<Instant> own = store.findLatest(key).map(Submission::receivedAt);
    List<Submission> handedOver = new ArrayList<>();
    List<Submission> since = new ArrayList<>();
    List<SubmissionKey> missing = new ArrayList<>();
    for (SubmissionKey below : campaign.receivedFor(key)) {
      Optional<Submission> sheet = store.findLatest(below);
      if (sheet.isEmpty()) missing.add(below);
      else if (own.isPresent() && sheet.get().receivedAt().isAfter(own.get()))
        since.add(sheet.get());
      else handedOver.add(sheet.get());
    }
    return Optional.of(new Bundle(handedOver, since, missing));
  }

  /** Where one reporter stands with one round. Duty, round and reporter must exist. */
  public Standing standing(SubmissionKey key, Instant now) {
    Round round = campaign.round(key);
    Optional<Submission> latest = store.findLatest(key);
    Optional<Acceptance> acceptance =
        latest.flatMap(one -> reviews.findAcceptance(key, one.version()));
    return Standing.of(round, latest, acceptance, now);
  }

  /**
   * Looks at answers without taking them in: for a page that shows what is wrong while they are
   * still being written. The duty and the reporter must exist.
   *
   * @return what could be read, with everything that is wrong with it
   */
  public Reading look(SubmissionKey key, byte[] raw, String source) {
    return checked(key, reader.read(key, raw, source));
  }

  /**
   * What was read, without what nobody was shown, and with what cells and checks of every form say
   * of it.
   */
  private Reading checked(SubmissionKey key, Reading reading) {
    List<Problem> problems = new ArrayList<>(reading.problems());
    List<Waiver> waivers = reviews.waivers(key);
    Map<FormId, Answers> kept = new HashMap<>(reading.contents().forms());
    CampaignFigures figures = figures().with(key, reading.contents().forms());
    for (FormId form : campaign.forms(key)) {
      Answers answers = reading.contents().forms().get(form);
      if (answers == null) continue; // told as missing, or nothing could be read at all
      Sheet sheet = campaign.sheet(key, answers, figures).withoutHidden();
      kept.put(form, sheet.answers());
      problems.addAll(saidOf(sheet, reading.problems(), waivers));
    }
    Contents contents = reading.contents();
    return new Reading(
        new Contents(contents.clientId(), contents.basedOn(), kept), worded(key, problems));
  }

  /** In the words of the campaign, as the form prints them. */
  private List<Problem> worded(SubmissionKey key, List<Problem> problems) {
    Wording wording =
        Wording.of(
            campaign.words(),
            campaign.findRound(campaign.duty(key.duty()), key.round()),
            Optional.of(campaign.units().unit(key.unit())));
    return problems.stream().map(problem -> problem.worded(wording::fill)).toList();
  }

  private CampaignFigures figures() {
    return new CampaignFigures(campaign, store::latestOf, earlier);
  }

  private static List<Problem> saidOf(Sheet sheet, List<Problem> known, List<Waiver> waivers) {
    List<Problem> problems = new ArrayList<>(CellRun.run(sheet));
    List<Problem> all = new ArrayList<>(known);
    all.addAll(problems);
    problems.addAll(CheckRun.run(sheet, all, waivedIn(sheet.form(), waivers)));
    return problems;
  }

  private static Map<CheckId, Check.Waived> waivedIn(Form form, List<Waiver> waivers) {
    return waivers.stream()
        .filter(waiver -> waiver.form().equals(form.id()))
        .collect(Collectors.toMap(Waiver::check, Waiver::asWaived));
  }

  /**
   * The cases of a register that a reporter had open before a round, as they stood then: what it
   * may want to change. Duty, round, reporter and form must exist; a form that is no register has
   * none.
   */
  public List<Cases.Case> openCases(SubmissionKey key, FormId form) {
    Duty duty = campaign.duty(key.duty());
    Form asked = campaign.form(form);
    boolean isRegister =
        asked.rows() instanceof Rows.Entries entries && entries.register().isPresent();
    if (!isRegister) return List.of();
    List<RoundId> before =
        campaign.rounds(duty).stream()
            .map(Round::id)
            .filter(round -> round.compareTo(key.round()) < 0)
            .toList();
    Set<UnitId> holders = new HashSet<>();
    campaign.holders(key, form).forEach(unit -> holders.add(unit.id()));
    return Cases.of(asked, before, store.latestOf(key.duty())).all().stream()
        .filter(one -> one.isOpen() && holders.contains(one.key().unit()))
        .toList();
  }

  /**
   * What a form begins with where nothing was handed in for the round: of a register the cases that
   * are still open, to be changed or left as they are; of everything else nothing.
   */
  public Answers begun(SubmissionKey key, FormId form) {
    Map<RowKey, Map<ColumnPath, Value>> open = new LinkedHashMap<>();
    for (Cases.Case one : openCases(key, form)) open.put(one.key(), one.cells());
    return new Answers(form, Map.of(), open, Map.of());
  }

  /** What cells and checks say of an accepted submission: explained checks and remarks. */
  public List<Problem> remarks(Submission submission) {
    CampaignFigures figures = figures().with(submission.key(), submission.forms());
    List<Waiver> waivers = reviews.waivers(submission.key());
    List<Problem> problems = new ArrayList<>();
    for (FormId form : campaign.forms(submission.key())) {
      Sheet sheet = campaign.sheet(submission.key(), submission.answers(form), figures);
      problems.addAll(saidOf(sheet, List.of(), waivers));
    }
    return worded(submission.key(), problems);
  }

  /** The same contents get the same receipt; an id says nothing of other contents. */
  private static Outcome<Receipt> replay(Submission accepted, Contents contents) {
    return accepted.forms().equals(contents.forms())
        ? new Accepted<>(receipt(accepted), List.of())
        : refused(Problem.of(ProblemCode.SUBMISSION_ID_REUSED, contents.clientId().orElse("")));
  }

  private static Receipt receipt(Submission submission) {
    return new Receipt(
        submission.key(), submission.version(), submission.receivedAt(), submission.late());
  }

  private Optional<Problem> checkWindow(SubmissionKey key, Round round, Instant receivedAt) {
    SubmissionWindow window = round.window();
    return switch (window.stateAt(receivedAt)) {
      case ON_TIME, LATE -> Optional.empty();
      case NOT_OPEN ->
          Optional.of(
              Problem.of(ProblemCode.WINDOW_NOT_OPEN, moment(window.opens()), moment(receivedAt)));
      case CLOSED ->
          Optional.of(
              Problem.of(
                  ProblemCode.WINDOW_CLOSED,
                  moment(window.closes()),
                  moment(receivedAt),
                  nextRound(key, receivedAt)));
    };
  }

  /** The next round that is open at a moment or opens after it, as a person reads it. */
  private String nextRound(SubmissionKey key, Instant now) {
    Unit reporter = campaign.units().unit(key.unit());
    return campaign.rounds(campaign.duty(key.duty())).stream()
        .map(round -> round.of(reporter))
        .filter(round -> !round.window().due().isBefore(now))
        .findFirst()
        .map(
            round ->
                "%s（%s 起，%s 止）"
                    .formatted(
                        round.id(),
                        moment(round.window().opens()),
                        moment(round.window().closes())))
        .orElse("");
  }

  private String moment(Instant instant) {
    return new MomentText(campaign.calendar().zone()).of(instant);
  }

  private static Problem outdated(Contents contents, int latest) {
    return Problem.of(ProblemCode.SUBMISSION_OUTDATED, contents.basedOn(), latest);
  }

  private static Outcome<Receipt> refused(Problem problem) {
    return new Refused<>(List.of(problem));
  }
}
