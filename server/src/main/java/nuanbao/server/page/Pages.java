package nuanbao.server.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import nuanbao.engine.html.FormPageWriter;

/** Fills in the templates of the pages. */
@Singleton
public final class Pages {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm:ss", Locale.CHINESE);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "nuanbao.server.page.templates");
  private final FormPageWriter forms = new FormPageWriter();
  private final String style = forms.style() + read("/nuanbao/page/server.css");
  private final String script = read("/nuanbao/page/form.js");
  private final Clock clock;
  private final boolean isSet;

  Pages(Clock clock, @Property(name = "nuanbao.now", defaultValue = "") String now) {
    this.clock = clock;
    this.isSet = !now.isEmpty();
  }

  FormPageWriter forms() {
    return forms;
  }

  /** The style of all pages: that of the forms, and what stands around them. */
  String style() {
    return style;
  }

  /** What makes forms easier to fill in. */
  String script() {
    return script;
  }

  String print(String template, Map<String, ?> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("clock", isSet ? "演示时钟 " + MOMENT.format(clock.instant().atZone(ZONE)) : "");
    StringOutput out = new StringOutput();
    templates.render(template, all, out);
    return out.toString();
  }

  private static String read(String resource) {
    try (InputStream in = Pages.class.getResourceAsStream(resource)) {
      if (in == null) throw new IllegalStateException("the server's jar lacks " + resource);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Says that an address names nothing. */
  public String notFound(String what) {
    return print("notFound.jte", Map.of("what", what));
  }
}
