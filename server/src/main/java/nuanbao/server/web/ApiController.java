package nuanbao.server.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import nuanbao.engine.campaign.Absence;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.intake.EventCase;
import nuanbao.engine.intake.Receipt;
import nuanbao.engine.json.SentJson;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Outcome.Accepted;
import nuanbao.engine.submission.Standing;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;
import nuanbao.server.FiguresJson;
import nuanbao.server.ProblemJson;
import nuanbao.server.config.AskedFigures;
import nuanbao.server.config.HostedCampaigns;
import nuanbao.server.config.HostedCampaigns.Hosted;
import nuanbao.server.config.Named;

/** The JSON API. Refusals are problem documents (RFC 9457) with the engine's codes. */
@Controller("/api/campaigns")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiController {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final HostedCampaigns campaigns;
  private final Named named;
  private final AskedFigures figures;
  private final Clock clock;

  ApiController(HostedCampaigns campaigns, Named named, AskedFigures figures, Clock clock) {
    this.campaigns = campaigns;
    this.named = named;
    this.figures = figures;
    this.clock = clock;
  }

  /** The campaigns that are hosted, with their duties. */
  @Get
  @Produces(MediaType.APPLICATION_JSON)
  String list() {
    ArrayNode array = MAPPER.createArrayNode();
    for (Hosted hosted : campaigns.all()) array.add(json(hosted.campaign()));
    return array.toString();
  }

  /** One campaign. */
  @Get("/{campaign}")
  @Produces(MediaType.APPLICATION_JSON)
  String campaign(String campaign) {
    return json(named.campaign(campaign).campaign()).toString();
  }

  /**
   * The rounds of a duty, every date worked out.
   *
   * @param from only those that are due on this day or later
   * @param to only those that are due on this day or earlier; left out, of a duty without an end
   *     those of two years
   */
  @Get("/{campaign}/duties/{duty}/rounds")
  @Produces(MediaType.APPLICATION_JSON)
  String rounds(
      String campaign,
      String duty,
      @Nullable @QueryValue LocalDate from,
      @Nullable @QueryValue LocalDate to) {
    Campaign read = named.campaign(campaign).campaign();
    Duty asked = named.duty(read, duty);
    LocalDate first = from == null ? LocalDate.MIN : from;
    LocalDate last = to == null ? asked.rounds().lastDayShown(Optional.ofNullable(from)) : to;
    ArrayNode array = MAPPER.createArrayNode();
    for (Round round : read.rounds(asked, first, last)) array.add(json(round));
    return array.toString();
  }

  /** Who has reported on a round, and who has not. */
  @Get("/{campaign}/duties/{duty}/rounds/{round}")
  @Produces(MediaType.APPLICATION_JSON)
  String progress(String campaign, String duty, String round) {
    Hosted hosted = named.campaign(campaign);
    Duty asked = named.duty(hosted.campaign(), duty);
    Round due = named.round(hosted.campaign(), asked, round);
    ObjectNode json = json(due);
    ArrayNode reporters = json.putArray("reporters");
    hosted
        .intake()
        .progress(asked.id(), due.id(), now())
        .forEach((unit, standing) -> reporters.add(json(unit, standing)));
    return json.toString();
  }

  /**
   * The latest version that a unit handed in, or where it stands without one. Its forms can be sent
   * back as they are, with "basedOn" the version they are of.
   */
  @Get("/{campaign}/duties/{duty}/rounds/{round}/units/{unit}")
  @Produces(MediaType.APPLICATION_JSON)
  String submission(String campaign, String duty, String round, String unit) {
    Hosted hosted = named.campaign(campaign);
    SubmissionKey key = named.key(hosted.campaign(), duty, round, unit);
    Standing standing = hosted.intake().standing(key, now());
    ObjectNode json = json(hosted.campaign().units().unit(key.unit()), standing);
    if (standing.latest().isPresent()) {
      Submission latest = standing.latest().get();
      String forms = SentJson.write(hosted.campaign(), latest.forms());
      json.putRawValue("forms", new RawValue(forms));
    }
    return json.toString();
  }

  /**
   * Hands in what a unit reports: {@code {"id", "basedOn", "forms"}}. Sent twice under one id it is
   * one submission.
   */
  @Post("/{campaign}/duties/{duty}/rounds/{round}/units/{unit}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<String> submit(
      String campaign, String duty, String round, String unit, HttpRequest<byte[]> request) {
    Instant receivedAt = now();
    Hosted hosted = named.campaign(campaign);
    SubmissionKey key = named.key(hosted.campaign(), duty, round, unit);
    byte[] raw = request.getBody().orElse(new byte[0]);
    Outcome<Receipt> outcome = hosted.intake().submit(key, raw, "body", receivedAt);
    if (!(outcome instanceof Accepted<Receipt> accepted)) {
      return ProblemAnswer.of(outcome.problems(), Languages.of(request));
    }
    Receipt receipt = accepted.value();
    ObjectNode answer = MAPPER.createObjectNode();
    answer.put("version", receipt.version());
    answer.put("receivedAt", receipt.receivedAt().toString());
    answer.put("late", receipt.late());
    answer.set("problems", ProblemJson.of(outcome.problems(), Languages.of(request)));
    return HttpResponse.created(answer.toString());
  }

  /** What happened and was reported, where rounds come of events, each with its reports. */
  @Get("/{campaign}/duties/{duty}/cases")
  @Produces(MediaType.APPLICATION_JSON)
  String cases(String campaign, String duty) {
    Hosted hosted = named.campaign(campaign);
    Duty asked = named.duty(hosted.campaign(), duty);
    ArrayNode array = MAPPER.createArrayNode();
    for (EventCase one : hosted.intake().cases(asked.id(), now())) {
      ObjectNode json = array.addObject().put("closed", one.isClosed());
      for (Standing report : one.reports()) {
        json.withArray("/reports").add(json(report.round()).setAll(json(one.reporter(), report)));
      }
    }
    return array.toString();
  }

  /** What should have been done by now and was not, and so asks for a report. */
  @Get("/{campaign}/duties/{duty}/absences")
  @Produces(MediaType.APPLICATION_JSON)
  String absences(String campaign, String duty) {
    Hosted hosted = named.campaign(campaign);
    Duty asked = named.duty(hosted.campaign(), duty);
    ArrayNode array = MAPPER.createArrayNode();
    for (Absence one : hosted.intake().absences(asked.id(), now())) {
      ObjectNode json = array.addObject();
      json.put("unit", one.key().unit().value()).put("round", one.key().round().toString());
      one.since()
          .forEach(
              (row, since) ->
                  json.withArray("/rows")
                      .addObject()
                      .put("row", row.toString())
                      .put("since", since.toString()));
    }
    return array.toString();
  }

  /**
   * The figures of a form with coverage.
   *
   * @param unit whose rows are asked for; left out, the topmost
   * @param cumulative from the first round to this one
   */
  @Get("/{campaign}/duties/{duty}/rounds/{round}/figures/{form}")
  @Produces(MediaType.APPLICATION_JSON)
  String figures(
      String campaign,
      String duty,
      String round,
      String form,
      @Nullable @QueryValue String unit,
      @QueryValue(defaultValue = "false") boolean cumulative) {
    AskedFigures.Asked asked = figures.figures(campaign, duty, round, form, unit, cumulative);
    return FiguresJson.of(asked.figures(), asked.top(), asked.campaign().units()).toString();
  }

  /** Moments are taken and kept to the millisecond. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static ObjectNode json(Campaign campaign) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", campaign.id().value()).put("title", campaign.title());
    json.put("from", campaign.from().toString());
    campaign.to().ifPresent(to -> json.put("to", to.toString()));
    ArrayNode duties = json.putArray("duties");
    for (Duty duty : campaign.duties()) {
      ObjectNode one = duties.addObject();
      one.put("id", duty.id().value()).put("title", duty.title());
      duty.forms().forEach(form -> one.withArray("/forms").add(form.value()));
    }
    return json;
  }

  private static ObjectNode json(Round round) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", round.id().toString()).put("number", round.number());
    round.name().ifPresent(name -> json.put("title", name.title()));
    json.put("from", round.from().toString()).put("to", round.to().toString());
    json.put("opens", round.window().opens().toString());
    json.put("due", round.window().due().toString());
    json.put("closes", round.window().closes().toString());
    round
        .byLevel()
        .forEach(
            (level, own) ->
                json.withObject("/dueByLevel").put(level, own.window().due().toString()));
    return json;
  }

  private static ObjectNode json(Unit unit, Standing standing) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("unit", unit.id().value()).put("name", unit.name());
    json.put("window", standing.window().name().toLowerCase(Locale.ROOT));
    json.put("reported", standing.isReported()).put("missing", standing.isMissing());
    standing
        .latest()
        .ifPresent(
            latest ->
                json.put("version", latest.version())
                    .put("receivedAt", latest.receivedAt().toString())
                    .put("late", latest.late()));
    json.put("accepted", standing.isAccepted());
    standing
        .acceptance()
        .ifPresent(
            acceptance ->
                json.put("acceptedBy", acceptance.by())
                    .put("acceptedAt", acceptance.at().toString()));
    return json;
  }
}
