package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every key of the definition language, walked out of the published schemas. What stands in {@code
 * if}, {@code then}, {@code allOf} and {@code dependentSchemas} says more of keys that are told
 * elsewhere, so it is passed over.
 */
record DefinitionKeys(List<Keyed> objects, List<Value> values) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String SUFFIX = ".schema.json";

  /** A key of one object: {@code pointer} is its place in the schema file. */
  record Key(String file, String pointer, String name, JsonNode schema, boolean isRequired) {
    /** The part before “。 ” and the part after it; the second is missing where it lacks English. */
    List<String> description() {
      return List.of(schema.path("description").asText().split("(?<=。) ", -1));
    }

    @Override
    public String toString() {
      return file + "#" + pointer;
    }
  }

  /**
   * An object with a closed set of keys. Its name is {@code campaign.json}, {@code notice} or that
   * of a definition such as {@code measure}; its anchor differs from all others.
   */
  record Keyed(
      String file, String anchor, String name, JsonNode schema, boolean isRoot, List<Key> keys) {}

  /** A definition that is no object: how an id, a date, a formula is written. */
  record Value(String anchor, String name, JsonNode schema) {}

  static DefinitionKeys read() {
    DefinitionKeys all = new DefinitionKeys(new ArrayList<>(), new ArrayList<>());
    schemas()
        .forEach(
            (file, schema) -> {
              String stem = file.replace(SUFFIX, "");
              String name =
                  switch (stem) {
                    case "form" -> "forms/*.json";
                    case "report" -> "reports/*.json";
                    default -> stem + ".json";
                  };
              all.walk(file, "", stem, name, schema);
              schema
                  .path("$defs")
                  .properties()
                  .forEach(
                      one ->
                          all.walk(
                              file,
                              "/$defs/" + one.getKey(),
                              anchor(file, one.getKey()),
                              one.getKey(),
                              one.getValue()));
            });
    return all;
  }

  static Map<String, JsonNode> schemas() {
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    DefinitionSchemas.byFileName()
        .forEach(
            (file, text) -> {
              try {
                schemas.put(file, MAPPER.readTree(text));
              } catch (IOException broken) {
                throw new UncheckedIOException(broken);
              }
            });
    return schemas;
  }

  private static String anchor(String file, String name) {
    return file.replace(SUFFIX, "") + "-" + name;
  }

  /** The anchor of what a {@code $ref} that stands in the file means. */
  static String target(String file, String ref) {
    String in = ref.startsWith("#") ? file : ref.substring(0, ref.indexOf('#'));
    return anchor(in, ref.substring(ref.lastIndexOf('/') + 1));
  }

  List<Key> keys() {
    return objects.stream().flatMap(object -> object.keys().stream()).toList();
  }

  private void walk(String file, String pointer, String anchor, String name, JsonNode schema) {
    if (!schema.has("properties")) {
      boolean isDefinition = pointer.matches("/\\$defs/[^/]+");
      if (isDefinition) values.add(new Value(anchor, name, schema));
      below(file, pointer, anchor, name, schema);
      return;
    }
    List<Key> keys = new ArrayList<>();
    objects.add(new Keyed(file, anchor, name, schema, pointer.isEmpty(), keys));
    schema
        .get("properties")
        .properties()
        .forEach(
            one -> {
              String at = pointer + "/properties/" + one.getKey();
              boolean isRequired = false;
              for (JsonNode needed : schema.path("required")) {
                isRequired |= needed.asText().equals(one.getKey());
              }
              keys.add(new Key(file, at, one.getKey(), one.getValue(), isRequired));
            });
    for (Key key : List.copyOf(keys)) {
      String own = pointer.isEmpty() ? key.name() : name + "." + key.name();
      inside(file, key.pointer(), anchor + "-" + key.name(), own, key.schema());
    }
  }

  private void inside(String file, String pointer, String anchor, String name, JsonNode schema) {
    if (schema.has("properties")) walk(file, pointer, anchor, name, schema);
    else below(file, pointer, anchor, name, schema);
  }

  private void below(String file, String pointer, String anchor, String name, JsonNode schema) {
    for (String step : List.of("items", "additionalProperties")) {
      JsonNode inner = schema.path(step);
      String suffix = step.equals("items") ? "[]" : ".*";
      if (inner.isObject()) inside(file, pointer + "/" + step, anchor, name + suffix, inner);
    }
  }
}
