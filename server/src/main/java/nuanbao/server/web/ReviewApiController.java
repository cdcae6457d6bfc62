package nuanbao.server.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nuanbao.engine.json.ReviewReader;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Outcome.Accepted;
import nuanbao.engine.submission.Acceptance;
import nuanbao.engine.submission.Excuse;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.submission.Waiver;
import nuanbao.server.ProblemJson;
import nuanbao.server.config.HostedCampaigns.Hosted;
import nuanbao.server.config.Named;
import nuanbao.server.security.ActingPerson;

/** What a recipient decides of what a unit reports on a round: waivers and acceptance. */
@Controller("/api/campaigns/{campaign}/duties/{duty}/rounds/{round}/units/{unit}")
@ExecuteOn(TaskExecutors.BLOCKING)
class ReviewApiController {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String WHO = "Who reviews: a name as UTF-8, percent-encoded or not.";

  private final Named named;
  private final ActingPerson person;
  private final Clock clock;

  ReviewApiController(Named named, ActingPerson person, Clock clock) {
    this.named = named;
    this.person = person;
    this.clock = clock;
  }

  /** The checks that the unit need not keep in this round, in the order they were granted. */
  @Get("/waivers")
  @Produces(MediaType.APPLICATION_JSON)
  String waivers(String campaign, String duty, String round, String unit) {
    Hosted hosted = named.campaign(campaign);
    SubmissionKey key = named.key(hosted.campaign(), duty, round, unit);
    ArrayNode array = MAPPER.createArrayNode();
    for (Waiver waiver : hosted.review().waivers(key)) array.add(json(waiver));
    return array.toString();
  }

  /**
   * Waives a check: {@code {"form", "check", "reason"}}, the reason of at least six characters. The
   * same of the same person sent again is answered as before.
   */
  @Post("/waivers")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Parameter(
      name = ActingPerson.HEADER,
      in = ParameterIn.HEADER,
      description = WHO,
      schema = @Schema(type = "string"))
  HttpResponse<String> waive(
      String campaign, String duty, String round, String unit, HttpRequest<byte[]> request) {
    Hosted hosted = named.campaign(campaign);
    SubmissionKey key = named.key(hosted.campaign(), duty, round, unit);
    Outcome<Excuse> read = ReviewReader.excuse(body(request), "body");
    if (!(read instanceof Accepted<Excuse> excuse)) {
      return ProblemAnswer.of(read.problems(), Languages.of(request));
    }
    Outcome<Waiver> outcome =
        hosted.review().waive(key, excuse.value(), person.nameOf(request), now());
    return outcome instanceof Accepted<Waiver> granted
        ? HttpResponse.created(json(granted.value()).toString())
        : ProblemAnswer.of(outcome.problems(), Languages.of(request));
  }

  /**
   * Accepts the latest version: {@code {"version"}} names it. The same of the same person sent
   * again is answered as before.
   */
  @Post("/acceptance")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Parameter(
      name = ActingPerson.HEADER,
      in = ParameterIn.HEADER,
      description = WHO,
      schema = @Schema(type = "string"))
  HttpResponse<String> accept(
      String campaign, String duty, String round, String unit, HttpRequest<byte[]> request) {
    Hosted hosted = named.campaign(campaign);
    SubmissionKey key = named.key(hosted.campaign(), duty, round, unit);
    Outcome<Integer> read = ReviewReader.version(body(request), "body");
    if (!(read instanceof Accepted<Integer> version)) {
      return ProblemAnswer.of(read.problems(), Languages.of(request));
    }
    Outcome<Acceptance> outcome =
        hosted.review().accept(key, version.value(), person.nameOf(request), now());
    if (!(outcome instanceof Accepted<Acceptance> accepted)) {
      return ProblemAnswer.of(outcome.problems(), Languages.of(request));
    }
    ObjectNode json = MAPPER.createObjectNode();
    json.put("version", accepted.value().version());
    json.put("by", accepted.value().by()).put("at", accepted.value().at().toString());
    json.set("problems", ProblemJson.of(outcome.problems(), Languages.of(request)));
    return HttpResponse.created(json.toString());
  }

  private static byte[] body(HttpRequest<byte[]> request) {
    return request.getBody().orElse(new byte[0]);
  }

  private static ObjectNode json(Waiver waiver) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("form", waiver.form().value()).put("check", waiver.check().value());
    json.put("reason", waiver.reason());
    return json.put("by", waiver.by()).put("at", waiver.at().toString());
  }

  /** Moments are taken and kept to the millisecond. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
