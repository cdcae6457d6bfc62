package nuanbao.server.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;

/** Answers people whose address matches no page at all; programs get the framework's answer. */
@Hidden
@Controller
class LostController {
  private final Pages pages;

  LostController(Pages pages) {
    this.pages = pages;
  }

  @Error(status = HttpStatus.NOT_FOUND, global = true)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> lost(HttpRequest<?> request) {
    return HttpResponse.notFound(pages.notFound("没有 " + request.getPath() + " 这个地址。"));
  }
}
