package nuanbao.server.web;

import io.micronaut.http.HttpRequest;
import nuanbao.engine.problem.Language;

/** Chinese, unless a request asks for English first. */
final class Languages {
  private Languages() {}

  static Language of(HttpRequest<?> request) {
    String asked = request.getHeaders().get("Accept-Language");
    return asked != null && asked.startsWith("en") ? Language.ENGLISH : Language.CHINESE;
  }
}
