package nuanbao.examples.embedspring;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormView;
import nuanbao.engine.html.FormPageWriter;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.intake.SubmissionStore;
import nuanbao.engine.submission.SubmissionKey;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A form of a round as its reporter sees it, to look at: answers are sent as JSON. */
@RestController
class FormController {
  private final Nuanbao nuanbao;
  private final Campaign campaign;
  private final SubmissionStore store;
  private final Intake intake;
  private final Named named;
  private final FormPageWriter pages = new FormPageWriter();

  FormController(
      Nuanbao nuanbao, Campaign campaign, SubmissionStore store, Intake intake, Named named) {
    this.nuanbao = nuanbao;
    this.campaign = campaign;
    this.store = store;
    this.intake = intake;
    this.named = named;
  }

  /** With what was handed in last. */
  @GetMapping(
      path = "/duties/{duty}/rounds/{round}/units/{unit}/forms/{form}",
      produces = "text/html;charset=UTF-8")
  String form(
      @PathVariable String duty,
      @PathVariable String round,
      @PathVariable String unit,
      @PathVariable String form)
      throws IOException {
    SubmissionKey key = named.reporter(duty, round, unit);
    FormId asked = named.form(key, form);
    Answers answers =
        store
            .findLatest(key)
            .map(latest -> latest.answers(asked))
            .orElseGet(() -> intake.begun(key, asked));
    FormView.Written written = new FormView.Written(answers, Map.of());
    FormView view = nuanbao.form(campaign, key, asked, written, List.of(), store);
    StringBuilder page = new StringBuilder();
    pages.write(view, campaign.calendar().zone(), page);
    return page.toString();
  }
}
