package nuanbao.server.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import nuanbao.server.page.Pages;

/**
 * Says why no controller answered: as a problem (RFC 9457) to programs, in words to people.
 * Programs are told by the address, not by what they say they accept: many say nothing.
 */
@Singleton
class UnansweredHandler implements ErrorResponseProcessor<String> {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Pages pages;

  UnansweredHandler(Pages pages) {
    this.pages = pages;
  }

  /** Whether an address is one of the API, at which programs ask. */
  static boolean isForPrograms(HttpRequest<?> request) {
    return request.getPath().equals("/api") || request.getPath().startsWith("/api/");
  }

  @Override
  public MutableHttpResponse<String> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpRequest<?> request = context.getRequest();
    HttpStatus status = response.status();
    String said = said(request, status);
    if (isForPrograms(request)) {
      return response.contentType(MediaType.of(ProblemAnswer.JSON)).body(problem(status, said));
    }
    return status == HttpStatus.NOT_FOUND
        ? response.contentType(MediaType.TEXT_HTML_TYPE).body(pages.notFound(said))
        : response.contentType("text/plain; charset=utf-8").body(said);
  }

  private static String said(HttpRequest<?> request, HttpStatus status) {
    if (status == HttpStatus.NOT_FOUND) return "没有 " + request.getPath() + " 这个地址。";
    return status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()
        ? "服务器出错了，没有办成。"
        : "这个请求不能办（%d %s）。".formatted(status.getCode(), status.getReason());
  }

  /** A problem without a type of its own is called by the name of its status. */
  private static String problem(HttpStatus status, String detail) {
    return MAPPER
        .createObjectNode()
        .put("type", "about:blank")
        .put("title", status.getReason())
        .put("status", status.getCode())
        .put("detail", detail)
        .toString();
  }
}
