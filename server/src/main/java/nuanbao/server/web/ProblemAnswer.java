package nuanbao.server.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.util.List;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Severity;
import nuanbao.server.ProblemJson;

/** A refusal as RFC 9457 has it: the first error names the type, all of them stand in problems. */
final class ProblemAnswer {
  static final String JSON = "application/problem+json";
  private static final String TYPES = "https://nuanbao.github.io/problems/";
  private static final JsonMapper MAPPER = new JsonMapper();

  private ProblemAnswer() {}

  static HttpResponse<String> of(List<Problem> problems, Language language) {
    Problem first =
        problems.stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .findFirst()
            .orElse(problems.get(0));
    HttpStatus status = status(first.code());
    ObjectNode json = MAPPER.createObjectNode();
    json.put("type", TYPES + first.code());
    json.put("title", first.message(language));
    json.put("status", status.getCode());
    json.set("problems", ProblemJson.of(problems, language));
    return HttpResponse.<String>status(status)
        .contentType(MediaType.of(JSON))
        .body(json.toString());
  }

  private static HttpStatus status(ProblemCode code) {
    return switch (code) {
      case UNKNOWN_CAMPAIGN,
          UNKNOWN_DUTY,
          UNKNOWN_ROUND,
          UNKNOWN_UNIT,
          UNKNOWN_FORM,
          UNKNOWN_CHECK,
          UNKNOWN_REPORT,
          NOT_A_REPORTER ->
          HttpStatus.NOT_FOUND;
      case WINDOW_NOT_OPEN,
          WINDOW_CLOSED,
          SUBMISSION_OUTDATED,
          SUBMISSION_ID_REUSED,
          WAIVED_ALREADY,
          NOTHING_TO_ACCEPT,
          ACCEPTANCE_OUTDATED,
          ACCEPTED_ALREADY ->
          HttpStatus.CONFLICT;
      case FILE_TOO_LARGE -> HttpStatus.REQUEST_ENTITY_TOO_LARGE;
      case NOT_UTF8,
          JSON_SYNTAX,
          JSON_UNFINISHED,
          JSON_TRAILING,
          JSON_DUPLICATE_KEY,
          JSON_TOO_DEEP,
          JSON_TOO_LONG,
          JSON_TOO_MANY,
          NUMBER_EXPONENT,
          NUMBER_TOO_LONG ->
          HttpStatus.BAD_REQUEST;
      default -> HttpStatus.UNPROCESSABLE_ENTITY;
    };
  }
}
