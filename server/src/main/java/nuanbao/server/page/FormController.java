package nuanbao.server.page;

import io.micronaut.core.annotation.Nullable;
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
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormView;
import nuanbao.engine.intake.Receipt;
import nuanbao.engine.intake.SubmissionReader.Reading;
import nuanbao.engine.json.FormPost;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Outcome.Accepted;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.submission.Standing;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.server.config.HostedCampaigns;
import nuanbao.server.config.HostedCampaigns.Hosted;
import nuanbao.server.config.Named;

/** The page on which a reporter fills in the forms of a round and hands them in. */
@Hidden
@Controller("/c/{campaign}/duties/{duty}/rounds/{round}/units/{unit}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class FormController {
  /** The field in which the page carries where it told that something is wrong. */
  private static final String KNOWN = "known";

  private final HostedCampaigns campaigns;
  private final Named named;
  private final Clock clock;
  private final Pages pages;

  FormController(HostedCampaigns campaigns, Named named, Clock clock, Pages pages) {
    this.campaigns = campaigns;
    this.named = named;
    this.clock = clock;
    this.pages = pages;
  }

  /** What the page carries from one request to the next. */
  private record Carried(String clientId, int basedOn) {}

  /** What is on a page. */
  private record Shown(
      Function<FormId, FormView.Written> written, List<Problem> problems, boolean refused) {}

  @Get
  String open(String campaign, String duty, String round, String unit) throws IOException {
    Hosted hosted = named.campaign(campaign);
    SubmissionKey key = named.key(hosted.campaign(), duty, round, unit);
    Standing standing = hosted.intake().standing(key, now());
    int version = standing.latest().map(Submission::version).orElse(0);
    Carried carried = new Carried(UUID.randomUUID().toString(), version);
    Shown shown =
        new Shown(
            form -> new FormView.Written(latest(hosted, key, standing, form), Map.of()),
            remarks(hosted, standing),
            false);
    return page(hosted, key, standing, shown, carried);
  }

  private static Answers latest(Hosted hosted, SubmissionKey key, Standing standing, FormId form) {
    return standing
        .latest()
        .map(latest -> latest.answers(form))
        .orElseGet(() -> hosted.intake().begun(key, form));
  }

  /** What is said of the latest version; the explanations of its checks are shown with it. */
  private static List<Problem> remarks(Hosted hosted, Standing standing) {
    return standing.latest().map(hosted.intake()::remarks).orElse(List.of());
  }

  /** On a page the place of a problem is its cell, not a line of JSON. */
  private static List<Problem> placeless(List<Problem> problems) {
    return problems.stream().map(problem -> problem.at(null)).toList();
  }

  /**
   * Takes the posted fields to the gate; a refusal shows them again as they were typed. A button
   * that hands nothing in shows them again as it leaves them.
   */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> submit(
      String campaign, String duty, String round, String unit, @Nullable @Body String body)
      throws IOException {
    Instant receivedAt = now();
    Hosted hosted = named.campaign(campaign);
    SubmissionKey key = named.key(hosted.campaign(), duty, round, unit);
    PostedFields fields = PostedFields.decode(body == null ? "" : body);
    Standing standing = hosted.intake().standing(key, receivedAt);
    Carried carried = carried(fields);
    if (fields.asksForMore()) {
      PostedFields edited = fields.edited(() -> UUID.randomUUID().toString());
      Reading reading = hosted.intake().look(key, json(hosted, key, edited, carried), "");
      List<Problem> known =
          KnownProblems.read(fields.first(KNOWN)).among(placeless(reading.problems()));
      Shown shown = new Shown(form -> edited.written(read(reading, form)), known, false);
      return HttpResponse.ok(page(hosted, key, standing, shown, carried));
    }
    byte[] json = json(hosted, key, fields, carried);
    Outcome<Receipt> outcome = hosted.intake().submit(key, json, "", receivedAt);
    if (outcome instanceof Accepted<Receipt> accepted) {
      return HttpResponse.ok(receipt(hosted, key, accepted.value(), outcome.problems()));
    }
    Reading reading = hosted.intake().look(key, json, "");
    Shown shown =
        new Shown(form -> fields.written(read(reading, form)), placeless(outcome.problems()), true);
    Standing after = hosted.intake().standing(key, receivedAt);
    return HttpResponse.<String>status(HttpStatus.UNPROCESSABLE_ENTITY)
        .body(page(hosted, key, after, shown, carried));
  }

  private static byte[] json(
      Hosted hosted, SubmissionKey key, PostedFields fields, Carried carried) {
    return new FormPost(hosted.campaign(), key)
        .toJson(fields.fields(), carried.clientId, carried.basedOn);
  }

  private static Answers read(Reading reading, FormId form) {
    return reading.contents().forms().getOrDefault(form, Answers.none(form));
  }

  private String page(
      Hosted hosted, SubmissionKey key, Standing standing, Shown shown, Carried carried)
      throws IOException {
    Campaign campaign = hosted.campaign();
    Duty duty = campaign.duty(key.duty());
    ZoneId zone = campaign.calendar().zone();
    StringBuilder forms = new StringBuilder();
    for (FormId form : campaign.forms(key)) {
      List<Problem> problems =
          shown.problems.stream().filter(problem -> isOf(problem, form)).toList();
      FormView view =
          campaigns
              .nuanbao()
              .form(campaign, key, form, shown.written.apply(form), problems, hosted.store());
      if (standing.isOpen()) pages.forms().writeEdited(view, zone, forms);
      else pages.forms().writeBody(view, zone, forms);
    }
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("campaign", campaign);
    parameters.put("duty", duty);
    parameters.put("unit", campaign.units().unit(key.unit()));
    parameters.put("due", new DueRow(duty, standing));
    parameters.put("forms", standing.isOpen() ? forms.toString() : shut(forms.toString()));
    parameters.put("clientId", carried.clientId);
    parameters.put("basedOn", carried.basedOn);
    parameters.put("known", KnownProblems.of(shown.problems).write());
    parameters.put("refused", shown.refused);
    parameters.put("recipients", PageController.recipients(campaign, duty));
    parameters.put("bundle", hosted.intake().bundle(key));
    parameters.put("waivers", WaiverRow.of(campaign, hosted.review().waivers(key)));
    parameters.put("moments", new Moments(zone));
    return pages.print("fill.jte", parameters);
  }

  /**
   * Fields that can be reached, read and copied, and not typed in. Whatever somebody wrote stands
   * escaped in a page, so these tags are the templates' own.
   */
  private static String shut(String forms) {
    return forms
        .replaceAll("<(input|textarea) ", "<$1 readonly ")
        .replaceAll("<input readonly type=\"(radio|checkbox)\"", "<input disabled type=\"$1\"")
        .replaceAll("<select ", "<select disabled ");
  }

  /** A problem of no cell is told with every form. */
  private static boolean isOf(Problem problem, FormId form) {
    CellPosition cell = problem.cell();
    return cell == null || cell.form().equals(form.value());
  }

  private String receipt(
      Hosted hosted, SubmissionKey key, Receipt receipt, List<Problem> problems) {
    Campaign campaign = hosted.campaign();
    return pages.print(
        "receipt.jte",
        Map.of(
            "campaign",
            campaign,
            "duty",
            campaign.duty(key.duty()),
            "unit",
            campaign.units().unit(key.unit()),
            "due",
            new DueRow(campaign.duty(key.duty()), hosted.intake().standing(key, now())),
            "receipt",
            receipt,
            "problems",
            problems,
            "moments",
            new Moments(campaign.calendar().zone())));
  }

  private static Carried carried(PostedFields fields) {
    String version = fields.first("basedOn");
    boolean isVersion = version.matches("[0-9]{1,6}");
    return new Carried(fields.first("id"), isVersion ? Integer.parseInt(version) : 0);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
