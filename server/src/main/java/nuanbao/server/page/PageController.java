package nuanbao.server.page;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.submission.Standing;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.SubmissionWindow;
import nuanbao.engine.unit.Unit;
import nuanbao.server.FiguresJson;
import nuanbao.server.config.AskedFigures;
import nuanbao.server.config.HostedCampaigns;
import nuanbao.server.config.HostedCampaigns.Hosted;
import nuanbao.server.config.Named;

/** Pages to read: campaigns, duties, what is due, who has reported, figures. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PageController {
  private static final int MOST_ROUNDS = 60;
  private static final int DAYS_BACK = 200;
  private static final int DAYS_AHEAD = 100;

  private final HostedCampaigns campaigns;
  private final Named named;
  private final AskedFigures figures;
  private final Clock clock;
  private final Pages pages;

  PageController(
      HostedCampaigns campaigns, Named named, AskedFigures figures, Clock clock, Pages pages) {
    this.campaigns = campaigns;
    this.named = named;
    this.figures = figures;
    this.clock = clock;
    this.pages = pages;
  }

  @Get
  String start() {
    List<Campaign> all = campaigns.all().stream().map(Hosted::campaign).toList();
    return pages.print("start.jte", Map.of("campaigns", all));
  }

  @Get("/assets/style.css")
  @Produces("text/css")
  String style() {
    return pages.style();
  }

  /** What makes forms easier to fill in; they can be filled in without it. */
  @Get("/assets/form.js")
  @Produces("text/javascript")
  String script() {
    return pages.script();
  }

  @Get("/favicon.ico")
  HttpResponse<?> icon() {
    return HttpResponse.status(HttpStatus.NO_CONTENT);
  }

  /** A campaign: its duties, each with its rounds and who reports. */
  @Get("/c/{campaign}")
  String campaign(String campaign) {
    Hosted hosted = named.campaign(campaign);
    Campaign read = hosted.campaign();
    Instant now = clock.instant();
    List<DutyBoard> boards = read.duties().stream().map(duty -> board(hosted, duty, now)).toList();
    return pages.print(
        "campaign.jte", Map.of("campaign", read, "boards", boards, "moments", moments(read)));
  }

  private static DutyBoard board(Hosted hosted, Duty duty, Instant now) {
    Campaign read = hosted.campaign();
    List<Round> near = near(read, duty, now);
    List<RoundRow> rounds = near.stream().map(round -> RoundRow.at(now, round)).toList();
    List<Progress> open =
        rounds.stream()
            .filter(RoundRow::isOpen)
            .map(row -> progress(hosted, duty, row.round(), now))
            .toList();
    return new DutyBoard(
        duty,
        recipients(read, duty),
        rounds,
        read.rounds(duty).size() - near.size(),
        hosted.intake().cases(duty.id(), now),
        open,
        DutyBoard.Group.of(read.reporters(duty)));
  }

  static List<String> recipients(Campaign read, Duty duty) {
    return duty.recipients().stream().map(one -> one.title(read.units()).chinese()).toList();
  }

  /** All rounds, or of many those that are due about now. */
  private static List<Round> near(Campaign read, Duty duty, Instant now) {
    List<Round> all = read.rounds(duty);
    if (all.size() <= MOST_ROUNDS) return all;
    LocalDate today = now.atZone(read.calendar().zone()).toLocalDate();
    return read.rounds(duty, today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD));
  }

  private static Progress progress(Hosted hosted, Duty duty, Round round, Instant now) {
    return new Progress(round, hosted.intake().progress(duty.id(), round.id(), now));
  }

  /** What is due for a unit and when: of each duty the rounds that have begun, and the next one. */
  @Get("/c/{campaign}/units/{unit}")
  String unit(String campaign, String unit) {
    Hosted hosted = named.campaign(campaign);
    Campaign read = hosted.campaign();
    Unit reporter = named.unit(read, unit);
    Instant now = clock.instant();
    List<DueRow> due = new ArrayList<>();
    List<EventBoard> events = new ArrayList<>();
    for (Duty duty : read.dutiesOf(reporter)) {
      if (read.onEvents(duty).isPresent()) {
        events.add(EventBoard.of(hosted, duty, reporter, now));
      }
      for (Round round : near(read, duty, now)) {
        SubmissionKey key = new SubmissionKey(duty.id(), round.id(), reporter.id());
        if (read.forms(key).isEmpty()) continue;
        Standing standing = hosted.intake().standing(key, now);
        due.add(new DueRow(duty, standing));
        if (standing.window() == SubmissionWindow.State.NOT_OPEN) break;
      }
    }
    return pages.print(
        "unit.jte",
        Map.of(
            "campaign",
            read,
            "unit",
            reporter,
            "due",
            due,
            "events",
            events,
            "now",
            LocalDateTime.ofInstant(now, read.calendar().zone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString(),
            "moments",
            moments(read)));
  }

  /**
   * Opens the form for something that happened.
   *
   * @param at when, as a page sends it: {@code 2026-03-05T09:30}
   */
  @Get("/c/{campaign}/duties/{duty}/units/{unit}/event")
  HttpResponse<?> event(String campaign, String duty, String unit, @QueryValue String at) {
    Campaign read = named.campaign(campaign).campaign();
    Duty asked = named.duty(read, duty);
    Unit reporter = named.reporter(read, asked, unit);
    Round round = named.event(read, asked, at);
    return HttpResponse.seeOther(
        URI.create(
            "/c/%s/duties/%s/rounds/%s/units/%s"
                .formatted(
                    read.id(),
                    asked.id(),
                    round.id(),
                    URLEncoder.encode(reporter.id().value(), StandardCharsets.UTF_8))));
  }

  /** One round: who has reported and who has not, figures and downloads. */
  @Get("/c/{campaign}/duties/{duty}/rounds/{round}")
  String round(String campaign, String duty, String round) {
    Hosted hosted = named.campaign(campaign);
    Campaign read = hosted.campaign();
    Duty asked = named.duty(read, duty);
    Round due = named.round(read, asked, round);
    return pages.print(
        "round.jte",
        Map.of(
            "campaign",
            read,
            "duty",
            asked,
            "progress",
            progress(hosted, asked, due, clock.instant()),
            "moments",
            moments(read)));
  }

  /**
   * The figures of a form at and below a unit, each row with its coverage.
   *
   * @param unit left out, the topmost
   * @param cumulative from the first round to this one
   * @param sums whether rows that are typed are left out
   */
  @Get("/c/{campaign}/duties/{duty}/rounds/{round}/figures/{form}")
  String figures(
      String campaign,
      String duty,
      String round,
      String form,
      @Nullable @QueryValue String unit,
      @QueryValue(defaultValue = "false") boolean cumulative,
      @QueryValue(defaultValue = "false") boolean sums) {
    AskedFigures.Asked asked = figures.figures(campaign, duty, round, form, unit, cumulative);
    List<Integer> rows =
        FiguresJson.rowsWithin(asked.figures(), asked.top(), asked.campaign().units()).stream()
            .filter(row -> !sums || !asked.figures().rows().get(row).isTyped())
            .toList();
    return pages.print(
        "figures.jte",
        Map.of(
            "campaign", asked.campaign(),
            "duty", asked.duty(),
            "round", asked.round(),
            "top", asked.top(),
            "figures", asked.figures(),
            "rows", rows,
            "cumulative", cumulative,
            "sums", sums,
            "moments", moments(asked.campaign())));
  }

  private static Moments moments(Campaign campaign) {
    return new Moments(campaign.calendar().zone());
  }
}
