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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormView;
import nuanbao.engine.intake.Receipt;
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

  @Get
  String open(String campaign, String duty, String round, String unit) throws IOException {
    Hosted hosted = named.campaign(campaign);
    SubmissionKey key = key(hosted.campaign(), duty, round, unit);
    Standing standing = hosted.intake().standing(key, now());
    int version = standing.latest().map(Submission::version).orElse(0);
    Carried carried = new Carried(UUID.randomUUID().toString(), version);
    return page(hosted, key, standing, Map.of(), remarks(hosted, standing), carried, false);
  }

  /** What is said of the latest version; the explanations of its checks are shown with it. */
  private static List<Problem> remarks(Hosted hosted, Standing standing) {
    return standing.latest().map(hosted.intake()::remarks).orElse(List.of());
  }

  /** On a page the place of a problem is its cell, not a line of JSON. */
  private static List<Problem> placeless(List<Problem> problems) {
    return problems.stream().map(problem -> problem.at(null)).toList();
  }

  /** Takes the posted fields to the gate; a refusal shows them again as they were typed. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> submit(
      String campaign, String duty, String round, String unit, @Nullable @Body String body)
      throws IOException {
    Instant receivedAt = now();
    Hosted hosted = named.campaign(campaign);
    SubmissionKey key = key(hosted.campaign(), duty, round, unit);
    Map<String, List<String>> fields = decode(body == null ? "" : body);
    Carried carried = carried(fields);
    byte[] json =
        new FormPost(hosted.campaign(), hosted.campaign().duty(key.duty()))
            .toJson(fields, carried.clientId, carried.basedOn);
    Outcome<Receipt> outcome = hosted.intake().submit(key, json, "", receivedAt);
    if (outcome instanceof Accepted<Receipt> accepted) {
      return HttpResponse.ok(receipt(hosted, key, accepted.value(), outcome.problems()));
    }
    Standing standing = hosted.intake().standing(key, receivedAt);
    List<Problem> problems = placeless(outcome.problems());
    return HttpResponse.<String>status(HttpStatus.UNPROCESSABLE_ENTITY)
        .body(page(hosted, key, standing, joined(fields), problems, carried, true));
  }

  private String page(
      Hosted hosted,
      SubmissionKey key,
      Standing standing,
      Map<String, String> typed,
      List<Problem> problems,
      Carried carried,
      boolean refused)
      throws IOException {
    Campaign campaign = hosted.campaign();
    Duty duty = campaign.duty(key.duty());
    StringBuilder forms = new StringBuilder();
    for (FormId form : duty.forms()) {
      Answers answers =
          standing.latest().map(latest -> latest.answers(form)).orElse(Answers.none(form));
      FormView view =
          campaigns
              .nuanbao()
              .form(
                  campaign,
                  key,
                  form,
                  new FormView.Written(answers, typed),
                  problems.stream().filter(problem -> isOf(problem, form)).toList());
      pages.forms().writeBody(view, campaign.calendar().zone(), forms);
    }
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("campaign", campaign);
    parameters.put("duty", duty);
    parameters.put("unit", campaign.units().unit(key.unit()));
    parameters.put("due", new DueRow(duty, standing));
    parameters.put("forms", standing.isOpen() ? forms.toString() : shut(forms.toString()));
    parameters.put("clientId", carried.clientId);
    parameters.put("basedOn", carried.basedOn);
    parameters.put("refused", refused);
    parameters.put("moments", new Moments(campaign.calendar().zone()));
    return pages.print("fill.jte", parameters);
  }

  /**
   * Fields that can be reached, read and copied, and not typed in. Whatever somebody wrote stands
   * escaped in a page, so these tags are the templates' own.
   */
  private static String shut(String forms) {
    return forms
        .replaceAll("<(input|textarea) ", "<$1 readonly ")
        .replaceAll("<(select|button) ", "<$1 disabled ");
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

  private SubmissionKey key(Campaign campaign, String duty, String round, String unit) {
    Duty asked = named.duty(campaign, duty);
    return new SubmissionKey(
        asked.id(),
        named.round(campaign, asked, round).id(),
        named.reporter(campaign, asked, unit).id());
  }

  private static Carried carried(Map<String, List<String>> fields) {
    String version = fields.getOrDefault("basedOn", List.of("0")).get(0);
    boolean isVersion = version.matches("[0-9]{1,6}");
    String id = fields.getOrDefault("id", List.of("")).get(0);
    return new Carried(id, isVersion ? Integer.parseInt(version) : 0);
  }

  /** As the page shows them again: several answers of one field stand with commas between. */
  private static Map<String, String> joined(Map<String, List<String>> fields) {
    Map<String, String> joined = new LinkedHashMap<>();
    fields.forEach((name, texts) -> joined.put(name, String.join(",", texts)));
    return joined;
  }

  /** Fields of a post, in order; a sheet has more of them than servers commonly take apart. */
  private static Map<String, List<String>> decode(String body) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String field : body.split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals < 0) continue;
      try {
        String name = URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8);
        String text =
            URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8)
                .replace("\r\n", "\n");
        fields.computeIfAbsent(name, any -> new ArrayList<>()).add(text);
      } catch (IllegalArgumentException brokenEscape) {
        // A field no browser sends; what it should have held is told as missing.
      }
    }
    return fields;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
