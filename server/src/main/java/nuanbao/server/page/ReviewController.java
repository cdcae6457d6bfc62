package nuanbao.server.page;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.FormId;
import nuanbao.engine.intake.FailedCheck;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.submission.Excuse;
import nuanbao.engine.submission.Standing;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.server.config.HostedCampaigns.Hosted;
import nuanbao.server.config.Named;
import nuanbao.server.page.ReviewBoard.Refused;
import nuanbao.server.security.ActingPerson;

/** The page on which a recipient reviews (审核) what a unit reported on a round. */
@Hidden
@Controller("/c/{campaign}/duties/{duty}/rounds/{round}/units/{unit}/review")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReviewController {
  private final Named named;
  private final ActingPerson person;
  private final Clock clock;
  private final Pages pages;

  ReviewController(Named named, ActingPerson person, Clock clock, Pages pages) {
    this.named = named;
    this.person = person;
    this.clock = clock;
    this.pages = pages;
  }

  @Get
  String open(String campaign, String duty, String round, String unit, HttpRequest<?> request) {
    Hosted hosted = named.campaign(campaign);
    SubmissionKey key = named.key(hosted.campaign(), duty, round, unit);
    return page(hosted, key, person.nameOf(request), Refused.NOTHING);
  }

  /** Does what a button asks for and shows the page again; a refusal keeps what was typed. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> decide(
      String campaign,
      String duty,
      String round,
      String unit,
      HttpRequest<?> request,
      @Nullable @Body String body) {
    Hosted hosted = named.campaign(campaign);
    SubmissionKey key = named.key(hosted.campaign(), duty, round, unit);
    PostedFields fields = PostedFields.decode(body == null ? "" : body);
    String by = person.nameOf(request);
    boolean accepts = fields.first(PostedFields.BUTTON).equals("accept");
    String check = accepts ? "" : fields.first("check");
    Outcome<?> outcome =
        accepts
            ? hosted.review().accept(key, version(fields), by, now())
            : hosted.review().waive(key, excuse(check, fields.first("reason")), by, now());
    if (outcome instanceof Outcome.Accepted) {
      return HttpResponse.seeOther(URI.create(request.getPath()));
    }
    String headline = accepts ? "没有验收" : "没有豁免";
    Refused refused = new Refused(headline, check, fields.first("reason"), outcome.problems());
    return HttpResponse.<String>status(HttpStatus.UNPROCESSABLE_ENTITY)
        .body(page(hosted, key, by, refused));
  }

  private static Excuse excuse(String check, String reason) {
    String[] steps = check.split("/", 2);
    String id = steps.length < 2 ? "" : steps[1];
    return new Excuse(new FormId(steps[0]), new CheckId(id), reason);
  }

  private static int version(PostedFields fields) {
    String version = fields.first("version");
    return version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0;
  }

  private String page(Hosted hosted, SubmissionKey key, String by, Refused refused) {
    Campaign campaign = hosted.campaign();
    Standing standing = hosted.intake().standing(key, now());
    List<FailedCheck> failed = standing.latest().map(hosted.review()::failed).orElse(List.of());
    ReviewBoard board =
        new ReviewBoard(
            campaign,
            campaign.units().unit(key.unit()),
            new DueRow(campaign.duty(key.duty()), standing),
            failed,
            hosted.review().waivers(key),
            by,
            refused);
    return pages.print(
        "review.jte", Map.of("board", board, "moments", new Moments(campaign.calendar().zone())));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
