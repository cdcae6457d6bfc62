package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An editor explains every key from the published schemas alone. */
class DefinitionSchemasTest {
  private static final String BASE = "https://nuanbao.github.io/schema/";
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}.*\\.$", Pattern.DOTALL);
  private static final SchemaRegistry REGISTRY = registry();

  private static SchemaRegistry registry() {
    Map<String, String> texts = new LinkedHashMap<>();
    DefinitionSchemas.byFileName().forEach((file, text) -> texts.put(BASE + file, text));
    return Schemas.registry(texts);
  }

  static List<DefinitionKeys.Key> keys() {
    return DefinitionKeys.read().keys();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void explains_every_key_in_both_languages(DefinitionKeys.Key key) {
    assertThat(key.description()).as(key.toString()).hasSize(2);
    assertThat(key.description().get(0)).containsPattern(CHINESE).endsWith("。");
    assertThat(key.description().get(1)).containsPattern(ENGLISH);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void shows_examples_that_the_key_takes(DefinitionKeys.Key key) {
    List<JsonNode> shown = new ArrayList<>();
    key.schema().path("examples").forEach(shown::add);
    assertThat(shown).isNotEmpty();
    if (key.schema().has("default")) shown.add(key.schema().get("default"));
    Schema schema = REGISTRY.getSchema(SchemaLocation.of(BASE + key.file() + "#" + key.pointer()));
    for (JsonNode one : shown) {
      List<Error> errors = schema.validate(one);
      assertThat(errors).as("%s of %s", one, key).isEmpty();
    }
  }

  /** In an editor the target of a {@code $ref} wins over the words beside the {@code $ref}. */
  @Test
  void leaves_explaining_to_the_place_that_refers() {
    for (JsonNode schema : DefinitionKeys.schemas().values()) {
      for (JsonNode definition : schema.path("$defs")) {
        assertThat(definition.has("description")).isFalse();
        assertThat(definition.path("$comment").asText()).contains("。 ");
      }
    }
  }

  @Test
  void refers_to_nothing_outside_its_folder() {
    for (Map.Entry<String, JsonNode> schema : DefinitionKeys.schemas().entrySet()) {
      for (JsonNode ref : schema.getValue().findValues("$ref")) {
        if (!ref.asText().contains("#")) continue; // the key of that name, or an example of it
        String file = ref.asText().substring(0, ref.asText().indexOf('#'));
        assertThat(DefinitionSchemas.byFileName())
            .containsKey(file.isEmpty() ? schema.getKey() : file);
      }
    }
  }

  @Test
  void finds_the_keys_of_every_file() {
    assertThat(keys()).hasSizeGreaterThan(180);
    assertThat(keys()).extracting(DefinitionKeys.Key::name).contains("tail", "overTime", "step");
  }
}
