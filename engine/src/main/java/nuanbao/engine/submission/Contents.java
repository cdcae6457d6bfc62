package nuanbao.engine.submission;

import java.util.Map;
import java.util.Optional;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.FormId;

/**
 * What a reporter sends: filled forms, and what they are based on.
 *
 * @param clientId chosen by the sender, so that the same submission sent twice is one
 * @param basedOn version that was changed; 0 for the first
 */
public record Contents(Optional<String> clientId, int basedOn, Map<FormId, Answers> forms) {
  public Contents {
    forms = Map.copyOf(forms);
  }
}
