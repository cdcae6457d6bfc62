package nuanbao.engine.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The schemas of campaign, units, form, report and types files: those that the reader itself uses,
 * with a description in both languages and examples for every key. They refer to each other by file
 * name, so a folder that holds all of them is whole.
 */
public final class DefinitionSchemas {
  private DefinitionSchemas() {}

  /** File name, such as {@code form.schema.json}, to text. */
  public static Map<String, String> byFileName() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Schemas.Kind kind : Schemas.Kind.values()) {
      texts.put(kind.resource(), Schemas.resource("/nuanbao/schema/" + kind.resource()));
    }
    return Collections.unmodifiableMap(texts);
  }
}
