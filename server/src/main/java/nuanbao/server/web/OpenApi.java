package nuanbao.server.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The description of the API, generated from its controllers by the build. */
@Hidden
@Controller("/api/openapi.yml")
@OpenAPIDefinition(info = @Info(title = "nuanbao", version = "1"))
class OpenApi {
  private static final String FILE = "/META-INF/swagger/nuanbao-1.yml";

  @Get
  HttpResponse<String> description() throws IOException {
    try (InputStream in = OpenApi.class.getResourceAsStream(FILE)) {
      if (in == null) throw new IllegalStateException("the server's jar lacks " + FILE);
      return HttpResponse.ok(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .contentType(MediaType.APPLICATION_YAML_TYPE);
    }
  }
}
