package nuanbao.engine.submission;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.FormId;

/**
 * One accepted version of one reporter's forms for one round. Every version stays.
 *
 * @param version from 1
 * @param late it arrived after due and before closing
 */
public record Submission(
    SubmissionKey key,
    int version,
    Optional<String> clientId,
    Instant receivedAt,
    boolean late,
    Map<FormId, Answers> forms) {

  public Submission {
    forms = Map.copyOf(forms);
  }

  /** What was written in a form; nothing at all where the form was not handed in. */
  public Answers answers(FormId form) {
    return forms.getOrDefault(form, Answers.none(form));
  }
}
