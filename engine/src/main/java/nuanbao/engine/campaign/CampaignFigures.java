package nuanbao.engine.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.Beyond;
import nuanbao.engine.form.CellReference;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.formula.Period;
import nuanbao.engine.formula.Reference;
import nuanbao.engine.formula.Scope;
import nuanbao.engine.formula.Value;
import nuanbao.engine.measure.Window;
import nuanbao.engine.problem.Text;
import nuanbao.engine.rollup.ExpectedReports;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.rollup.OtherFigures;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.EventRounds;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;

/**
 * The figures of a campaign: of any form, over any rounds. Each is added up once and only when
 * somebody asks; formulas lead from one to the other. Not for several threads.
 */
public final class CampaignFigures {
  private final Campaign campaign;
  private final Function<DutyId, List<Submission>> handedIn;
  private final EarlierCampaigns earlier;
  private final Map<DutyId, List<Submission>> submissions = new HashMap<>();
  private final Map<Asked, Figures> known = new HashMap<>();

  /** Last year's figures, opened when somebody looks there. */
  private final Map<CampaignId, Optional<CampaignFigures>> before = new HashMap<>();

  /**
   * Figures over what was handed in.
   *
   * @param handedIn the latest version of everything handed in for a duty; asked once for each
   * @param earlier where the campaign that this one follows is found
   */
  public CampaignFigures(
      Campaign campaign, Function<DutyId, List<Submission>> handedIn, EarlierCampaigns earlier) {
    this.campaign = campaign;
    this.handedIn = handedIn;
    this.earlier = earlier;
  }

  /** The same with what a reporter is filling in, in place of what it handed in. */
  public CampaignFigures with(SubmissionKey key, Map<FormId, Answers> draft) {
    return new CampaignFigures(
        campaign,
        duty ->
            duty.equals(key.duty()) ? replaced(submissions(duty), key, draft) : submissions(duty),
        earlier);
  }

  private static List<Submission> replaced(
      List<Submission> all, SubmissionKey key, Map<FormId, Answers> draft) {
    List<Submission> replaced = new ArrayList<>();
    Map<FormId, Answers> forms = new HashMap<>();
    for (Submission one : all) {
      if (one.key().equals(key)) forms.putAll(one.forms());
      else replaced.add(one);
    }
    forms.putAll(draft);
    replaced.add(new Submission(key, 1, Optional.empty(), Instant.EPOCH, false, forms));
    return replaced;
  }

  private List<Submission> submissions(DutyId duty) {
    return submissions.computeIfAbsent(duty, handedIn);
  }

  /**
   * A form over some rounds of a duty.
   *
   * @param rounds in order; flows are added, of stocks the latest stands
   */
  public Figures figures(FormId form, Duty duty, List<RoundId> rounds) {
    return figures(new Asked(form, duty, List.copyOf(rounds), false));
  }

  /** What formulas of a sheet find beyond it; added up only when one looks there. */
  public Beyond beyond(FormId form, Duty duty, RoundId round) {
    return new FromRound(new Asked(form, duty, List.of(round), false));
  }

  /**
   * What a formula that stands in no form finds of a unit: of every form the rounds that ended
   * within some days. 累计 and 本年累计 look back from their last day; other times are blank.
   *
   * @param day the day at hand (今天)
   */
  public Scope within(Window window, Unit unit, LocalDate day) {
    return new WithinScope(window, unit, day);
  }

  /**
   * A form over the rounds that ended within some days; empty where none did, or the unit has no
   * row in it.
   */
  public Optional<Figures> within(Window window, FormId form, Unit unit) {
    for (Duty duty : campaign.dutiesOf(form)) {
      if (!campaign.plan(form, duty).hasRow(unit.id())) continue;
      Figures found = within(window, form, duty);
      if (!found.rounds().isEmpty()) return Optional.of(found);
    }
    return Optional.empty();
  }

  /** A form over the rounds of a duty that ended within some days. */
  public Figures within(Window window, FormId form, Duty duty) {
    return figures(
        form,
        duty,
        campaign.rounds(duty).stream()
            .filter(one -> window.holds(one.to()))
            .map(Round::id)
            .toList());
  }

  /**
   * The rows in which 不适用 was answered in rounds that ended within some days: sums do not tell it
   * from a blank.
   *
   * @param column where; left out, in all that was written
   */
  public Set<RowKey> notApplicable(
      Window window, FormId form, Duty duty, Optional<ColumnPath> column) {
    Set<RowKey> found = new HashSet<>();
    for (Submission one : submissions(duty.id())) {
      Optional<Round> round = campaign.findRound(duty, one.key().round());
      if (round.isEmpty() || !window.holds(round.get().to())) continue;
      one.answers(form)
          .rows()
          .forEach(
              (key, cells) -> {
                boolean isSaid =
                    column
                        .map(path -> Value.NOT_APPLICABLE.equals(cells.get(path)))
                        .orElse(
                            !cells.isEmpty()
                                && cells.values().stream().allMatch(Value.NOT_APPLICABLE::equals));
                if (isSaid) found.add(key);
              });
    }
    return found;
  }

  /** The forms of a campaign over some days, looked at from a unit. */
  private final class WithinScope implements Scope, Beyond {
    /** A formula of no form names columns of forms only. */
    private static final FormId NO_FORM = new FormId("none");

    private final Window window;
    private final Unit unit;
    private final LocalDate day;
    private final Here here;

    WithinScope(Window window, Unit unit, LocalDate day) {
      this.window = window;
      this.unit = unit;
      this.day = day;
      this.here = new Here(NO_FORM, unit.id(), "", Optional.empty(), false);
    }

    @Override
    public Value valueOf(Reference reference) {
      CellReference cell = (CellReference) reference;
      return cell.place() == CellReference.Place.FORM ? value(cell, here) : Value.BLANK;
    }

    @Override
    public List<Element> elementsOf(Reference many) {
      CellReference cell = (CellReference) many;
      return cell.place() == CellReference.Place.FORM ? elements(cell, here) : List.of();
    }

    @Override
    public Value today() {
      return Value.of(day);
    }

    @Override
    public Optional<Scope> at(Period period) {
      return switch (period) {
        case CUMULATIVE -> since(campaign.from());
        case YEAR_TO_DATE -> since(window.to().withDayOfYear(1));
        case WITHIN -> Optional.of(this);
        case PREVIOUS, LAST_YEAR -> Optional.empty();
      };
    }

    private Optional<Scope> since(LocalDate from) {
      LocalDate first = from.isAfter(window.to()) ? window.to() : from;
      return Optional.of(within(new Window(first, window.to()), unit, day));
    }

    @Override
    public Optional<Scope> at(Period period, Here row) {
      return at(period);
    }

    @Override
    public Optional<Scope> figures(FormId form, UnitId of, Here row) {
      return within(window, form, campaign.units().unit(of))
          .flatMap(figures -> figures.beyond().figures(form, of, row));
    }

    @Override
    public Optional<UnitId> above(UnitId of) {
      return campaign.units().parent(campaign.units().unit(of)).map(Unit::id);
    }

    @Override
    public List<UnitId> below(UnitId of) {
      return campaign.units().children(campaign.units().unit(of)).stream().map(Unit::id).toList();
    }
  }

  /**
   * What was asked for.
   *
   * @param isWithin looked at from a longer round: all rounds of other duties within these
   */
  private record Asked(FormId form, Duty duty, List<RoundId> rounds, boolean isWithin) {
    RoundId last() {
      return rounds.get(rounds.size() - 1);
    }

    Asked over(List<RoundId> others) {
      return new Asked(form, duty, others, false);
    }
  }

  private Figures figures(Asked asked) {
    Figures figures = known.get(asked);
    if (figures == null) {
      List<Submission> counted = counted(asked);
      figures =
          campaign
              .plan(asked.form, asked.duty)
              .run(asked.rounds, counted, expected(asked, counted), new From(asked));
      known.put(asked, figures);
    }
    return figures;
  }

  /** Of several reports on one case the last one stands. */
  private List<Submission> counted(Asked asked) {
    List<Submission> all = submissions(asked.duty.id());
    Optional<EventRounds> onEvents = campaign.onEvents(asked.duty);
    if (onEvents.isEmpty() || asked.rounds.size() == 1) return all;
    Map<SubmissionKey, Submission> lastOfCase = new LinkedHashMap<>();
    for (Submission one : all) {
      if (!asked.rounds.contains(one.key().round())) continue;
      RoundId first = onEvents.get().caseOf(one.key().round()).orElseThrow();
      lastOfCase.merge(
          new SubmissionKey(asked.duty.id(), first, one.key().unit()),
          one,
          (a, b) -> isDueAfter(b, a, asked.duty) ? b : a);
    }
    return List.copyOf(lastOfCase.values());
  }

  private boolean isDueAfter(Submission one, Submission other, Duty duty) {
    return campaign
        .round(duty, one.key().round())
        .window()
        .due()
        .isAfter(campaign.round(duty, other.key().round()).window().due());
  }

  private ExpectedReports expected(Asked asked, List<Submission> counted) {
    boolean isEvent = campaign.onEvents(asked.duty).isPresent();
    Duty duty = asked.duty;
    if (!isEvent
        && duty.exemptions().isEmpty()
        && duty.formsOf().isEmpty()
        && !campaign.hasChangingUnits()) {
      return ExpectedReports.ALL;
    }
    Set<SubmissionKey> came = new HashSet<>();
    for (Submission one : counted) came.add(one.key());
    return new ExpectedReports() {
      /** Of what happens nothing is expected but what came. */
      @Override
      public boolean expects(RoundId round, Unit unit) {
        SubmissionKey key = new SubmissionKey(duty.id(), round, unit.id());
        return isEvent
            ? came.contains(key)
            : isThere(round, unit) && campaign.forms(key).contains(asked.form);
      }

      @Override
      public boolean isThere(RoundId round, Unit unit) {
        return campaign.isThere(unit, campaign.round(duty, round));
      }
    };
  }

  /** All rounds of a duty; of things that happen those that were reported. */
  List<Round> rounds(Duty duty) {
    return campaign
        .onEvents(duty)
        .map(
            events ->
                submissions(duty.id()).stream()
                    .map(one -> one.key().round())
                    .distinct()
                    .sorted()
                    .flatMap(id -> events.find(id).stream())
                    .toList())
        .orElseGet(() -> campaign.rounds(duty));
  }

  /** Leads from figures to others. */
  private final class From implements OtherFigures {
    private final Asked here;

    From(Asked here) {
      this.here = here;
    }

    @Override
    public Optional<Figures> at(Period period) {
      if (here.rounds.isEmpty()) return Optional.empty();
      return switch (period) {
        case LAST_YEAR -> lastYear(here).figures();
        case WITHIN -> within(here).map(CampaignFigures.this::figures);
        case PREVIOUS, CUMULATIVE, YEAR_TO_DATE ->
            Campaign.counted(CampaignFigures.this.rounds(here.duty), here.last(), period)
                .map(rounds -> figures(here.over(rounds)));
      };
    }

    @Override
    public Optional<Text> whyNoLastYear() {
      return here.rounds.isEmpty() ? Optional.empty() : lastYear(here).why();
    }

    @Override
    public Optional<Figures> of(FormId form, UnitId unit) {
      if (here.rounds.isEmpty()) return Optional.empty();
      for (Duty duty : dutiesOf(form, here.duty)) {
        if (campaign.plan(form, duty).hasRow(unit)) {
          return Optional.of(
              figures(new Asked(form, duty, roundsBeside(here, duty), here.isWithin)));
        }
      }
      return Optional.empty();
    }
  }

  /** The duties that hand a form in, the one at hand first. */
  private List<Duty> dutiesOf(FormId form, Duty first) {
    List<Duty> all = campaign.dutiesOf(form);
    return Stream.concat(
            all.stream().filter(first::equals), all.stream().filter(one -> !one.equals(first)))
        .toList();
  }

  /** 期内: what is reported more often within the round at hand; else the round itself. */
  private Optional<Asked> within(Asked here) {
    for (Duty duty : campaign.dutiesOf(here.form)) {
      List<RoundId> rounds = duty.equals(here.duty) ? List.of() : roundsWithin(here, duty);
      if (!rounds.isEmpty()) return Optional.of(new Asked(here.form, duty, rounds, true));
    }
    return Optional.of(new Asked(here.form, here.duty, here.rounds, true));
  }

  /**
   * The rounds of another duty that belong to those at hand: those that end within them or, beside
   * a single one, the one of the same day or else the last that has ended by then.
   */
  private List<RoundId> roundsBeside(Asked here, Duty duty) {
    if (duty.equals(here.duty)) return here.rounds;
    if (here.rounds.size() > 1 || here.isWithin) return roundsWithin(here, duty);
    LocalDate end = campaign.round(here.duty, here.last()).to();
    List<Round> all = rounds(duty);
    return all.stream()
        .filter(one -> one.id().equals(here.last()))
        .findFirst()
        .or(() -> all.stream().filter(one -> !one.to().isAfter(end)).reduce((a, b) -> b))
        .map(one -> List.of(one.id()))
        .orElse(List.of());
  }

  private List<RoundId> roundsWithin(Asked here, Duty duty) {
    LocalDate from = campaign.round(here.duty, here.rounds.get(0)).from();
    LocalDate to = campaign.round(here.duty, here.last()).to();
    return rounds(duty).stream()
        .filter(one -> !one.to().isBefore(from) && !one.to().isAfter(to))
        .map(Round::id)
        .toList();
  }

  /** Figures, or why there are none. */
  private record Counterpart(Optional<Figures> figures, Optional<Text> why) {
    static Counterpart of(Figures figures) {
      return new Counterpart(Optional.of(figures), Optional.empty());
    }

    static Counterpart none(String chinese, String english) {
      return new Counterpart(Optional.empty(), Optional.of(new Text(chinese, english)));
    }
  }

  /** The same round a year before: in this campaign if it is that long, else in the one before. */
  private Counterpart lastYear(Asked here) {
    Optional<List<RoundId>> own =
        Campaign.counted(rounds(here.duty), here.last(), Period.LAST_YEAR);
    if (own.isPresent()) return Counterpart.of(figures(here.over(own.get())));
    if (campaign.follows().isEmpty()) {
      return Counterpart.none(
          "方案没有写明接续哪一次行动（follows）", "the definition does not say which campaign it follows");
    }
    Follows follows = campaign.follows().get();
    Optional<CampaignFigures> found = before.computeIfAbsent(follows.campaign(), this::open);
    if (found.isEmpty()) {
      return Counterpart.none(
          "这里没有所接续的行动“" + follows.campaign() + "”",
          "the campaign “" + follows.campaign() + "” is not at hand");
    }
    return found.get().counterpart(here, campaign, follows);
  }

  private Optional<CampaignFigures> open(CampaignId id) {
    return earlier
        .find(id)
        .map(one -> new CampaignFigures(one.campaign(), one.handedIn(), earlier));
  }

  /** What corresponds here to figures of a later campaign. */
  private Counterpart counterpart(Asked there, Campaign later, Follows follows) {
    Optional<Duty> duty =
        campaign.dutiesOf(there.form).stream()
            .reduce((a, b) -> b.id().equals(there.duty.id()) ? b : a);
    if (duty.isEmpty()) {
      return Counterpart.none(
          campaign.title() + "没有表“" + there.form + "”",
          campaign.title() + " has no form “" + there.form + "”");
    }
    Round round = later.round(there.duty, there.last());
    Optional<Round> same =
        follows.rounds().counterpart(round, later.rounds(there.duty), campaign.rounds(duty.get()));
    if (same.isEmpty()) {
      return Counterpart.none(
          campaign.title() + "没有与第" + round.number() + "期相当的一期",
          campaign.title() + " has no round that corresponds to round " + round.number());
    }
    return Counterpart.of(
        figures(new Asked(there.form, duty.get(), List.of(same.get().id()), false)));
  }

  /** Leads from a sheet to figures. */
  private final class FromRound implements Beyond {
    private final Asked here;

    FromRound(Asked here) {
      this.here = here;
    }

    private Beyond beyond() {
      return CampaignFigures.this.figures(here).beyond();
    }

    @Override
    public Optional<Scope> at(Period period, Here row) {
      return beyond().at(period, row);
    }

    @Override
    public Optional<Scope> figures(FormId form, UnitId unit, Here row) {
      return beyond().figures(form, unit, row);
    }

    @Override
    public Optional<UnitId> above(UnitId unit) {
      return beyond().above(unit);
    }

    @Override
    public List<UnitId> below(UnitId unit) {
      return beyond().below(unit);
    }
  }
}
