package nuanbao.server.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import nuanbao.engine.problem.Language;
import nuanbao.server.config.Named.NotFound;
import nuanbao.server.page.Pages;

/** Answers an address that names nothing: as a problem to programs, as a page to people. */
@Singleton
class NotFoundHandler implements ExceptionHandler<NotFound, HttpResponse<?>> {
  private final Pages pages;

  NotFoundHandler(Pages pages) {
    this.pages = pages;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, NotFound notFound) {
    if (UnansweredHandler.isForPrograms((HttpRequest<?>) request)) {
      return ProblemAnswer.of(List.of(notFound.problem()), Languages.of((HttpRequest<?>) request));
    }
    return HttpResponse.notFound(pages.notFound(notFound.problem().message(Language.CHINESE)))
        .contentType(MediaType.TEXT_HTML_TYPE);
  }
}
