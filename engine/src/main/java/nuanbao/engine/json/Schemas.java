package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.re2j.Pattern;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The published schemas of definition files, as the engine holds them. Nothing is ever fetched. */
final class Schemas {
  private static final String BASE = "https://nuanbao.github.io/schema/";
  private static final JsonMapper MAPPER = new JsonMapper();

  /** A file of a campaign folder. */
  enum Kind {
    CAMPAIGN,
    UNITS,
    FORM,
    REPORT,
    TYPES,
    COMMON;

    String resource() {
      return name().toLowerCase(java.util.Locale.ROOT) + ".schema.json";
    }
  }

  private final Map<String, JsonNode> trees = new LinkedHashMap<>();
  private final SchemaRegistry registry;

  Schemas() {
    Map<String, String> texts = new LinkedHashMap<>();
    DefinitionSchemas.byFileName()
        .forEach(
            (file, text) -> {
              texts.put(BASE + file, text);
              trees.put(BASE + file, tree(text));
            });
    this.registry = registry(texts);
  }

  /** A registry that knows these schemas and loads no others; patterns run in linear time. */
  static SchemaRegistry registry(Map<String, String> texts) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .regularExpressionFactory(
                pattern -> {
                  Pattern compiled = Pattern.compile(pattern);
                  return text -> compiled.matcher(text).find();
                })
            .build();
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder ->
            builder
                .schemaRegistryConfig(config)
                .schemas(texts)
                .schemaLoader(loader -> loader.allow(iri -> texts.containsKey(iri.toString()))));
  }

  Schema schema(Kind kind) {
    return registry.getSchema(SchemaLocation.of(BASE + kind.resource()));
  }

  /** The part of a published schema that an error's location names, less its last steps. */
  JsonNode at(SchemaLocation location, int stepsUp) {
    JsonNode tree =
        Objects.requireNonNull(trees.get(location.getAbsoluteIri().toString()), "unknown schema");
    String pointer = location.getFragment().toString();
    for (int i = 0; i < stepsUp; i++) pointer = pointer.substring(0, pointer.lastIndexOf('/'));
    return tree.at(pointer);
  }

  static String resource(String path) {
    try (InputStream in = Schemas.class.getResourceAsStream(path)) {
      if (in == null) throw new IllegalStateException("the engine's jar lacks " + path);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("the engine's jar is broken: " + path, broken);
    }
  }

  private static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException broken) {
      throw new UncheckedIOException("a published schema is no JSON", broken);
    }
  }
}
