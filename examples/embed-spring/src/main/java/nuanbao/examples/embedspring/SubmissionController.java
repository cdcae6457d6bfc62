package nuanbao.examples.embedspring;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.intake.Receipt;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Outcome.Accepted;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes submissions to the gate: {@code {"id", "basedOn", "forms"}}. */
@RestController
class SubmissionController {
  private final Intake intake;
  private final Named named;
  private final InstantSource clock;

  SubmissionController(Intake intake, Named named, InstantSource clock) {
    this.intake = intake;
    this.named = named;
    this.clock = clock;
  }

  /**
   * What was taken in.
   *
   * @param problems warnings and hints
   */
  record Taken(int version, Instant receivedAt, boolean late, List<ProblemJson> problems) {}

  /** Why nothing was taken in. */
  record Refused(List<ProblemJson> problems) {}

  @PostMapping(
      path = "/duties/{duty}/rounds/{round}/units/{unit}",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Record> submit(
      @PathVariable String duty,
      @PathVariable String round,
      @PathVariable String unit,
      @RequestBody byte[] json) {
    Instant receivedAt = clock.instant();
    Outcome<Receipt> outcome =
        intake.submit(named.reporter(duty, round, unit), json, "body", receivedAt);
    List<ProblemJson> problems = ProblemJson.of(outcome.problems());
    if (!(outcome instanceof Accepted<Receipt> accepted)) {
      return ResponseEntity.unprocessableEntity().body(new Refused(problems));
    }
    Receipt receipt = accepted.value();
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new Taken(receipt.version(), receipt.receivedAt(), receipt.late(), problems));
  }
}
