package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.problem.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a schema can find wrong there are words for: a keyword that is new in one is to be told
 * in {@link SchemaProblems} or {@link AnswerProblems}, and then named here.
 */
class SchemaKeywordsTest {
  private static final Set<String> TOLD_OF_DEFINITIONS =
      Set.of(
          "additionalProperties",
          "const",
          "dependentRequired",
          "enum",
          "exclusiveMinimum",
          "format",
          "maxItems",
          "maxLength",
          "maxProperties",
          "maximum",
          "minItems",
          "minLength",
          "minProperties",
          "minimum",
          "pattern",
          "propertyNames",
          "required",
          "type",
          "uniqueItems");

  private static final Set<String> TOLD_OF_ANSWERS =
      Set.of(
          "additionalProperties",
          "const",
          "enum",
          "maxItems",
          "maxLength",
          "maximum",
          "minItems",
          "minLength",
          "minimum",
          "multipleOf",
          "pattern",
          "required",
          "type",
          "uniqueItems");

  /** They say what is, and refuse nothing. */
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "$comment", "$id", "$schema", "default", "description", "examples", "readOnly", "title");

  /** They refuse nothing themselves, but what stands below them may. */
  private static final Set<String> SCHEMA_BELOW = Set.of("else", "items", "then");

  private static final Set<String> SCHEMAS_BELOW =
      Set.of("$defs", "allOf", "anyOf", "dependentSchemas", "properties");

  @TempDir private Path folder = Path.of("");

  /** Of {@code if} nothing is told, and all that {@code propertyNames} says is told as one. */
  private static void addKeywords(JsonNode schema, Set<String> to) {
    schema
        .properties()
        .forEach(
            member -> {
              String keyword = member.getKey();
              JsonNode value = member.getValue();
              if (SCHEMA_BELOW.contains(keyword)) addKeywords(value, to);
              else if (SCHEMAS_BELOW.contains(keyword)) value.forEach(one -> addKeywords(one, to));
              else if (keyword.equals("additionalProperties") && value.isObject()) {
                addKeywords(value, to);
              } else if (!Set.of("if", "$ref").contains(keyword)) {
                to.add(keyword);
              }
            });
    to.removeAll(ANNOTATIONS);
  }

  @Test
  void all_that_the_published_schemas_find_is_told() throws IOException {
    Set<String> keywords = new TreeSet<>();
    for (String text : DefinitionSchemas.byFileName().values()) {
      addKeywords(new JsonMapper().readTree(text), keywords);
    }
    assertThat(keywords).containsExactlyInAnyOrderElementsOf(TOLD_OF_DEFINITIONS);
  }

  @Test
  void all_that_the_schemas_of_answers_find_is_told() {
    Set<String> keywords = new TreeSet<>();
    for (Campaign campaign : Campaigns.all()) {
      for (Duty duty : campaign.duties())
        addKeywords(SubmissionSchema.of(campaign, duty, duty.forms()), keywords);
    }
    assertThat(keywords).containsExactlyInAnyOrderElementsOf(TOLD_OF_ANSWERS);
  }

  @Test
  void a_jump_of_nothing_is_out_of_range() throws IOException {
    Path small = Campaigns.folder("example-small");
    Map<String, String> files = new HashMap<>();
    for (String file : List.of("campaign.json", "units.json", "forms/table.json")) {
      String rule = "\"rule\": \"返乡农民工.走访 <= 返乡农民工.人数\"";
      files.put(file, Files.readString(small.resolve(file)).replace(rule, "\"jump\": 0"));
    }
    Campaigns.write(folder, files);
    assertThat(Nuanbao.create().read(folder).problems())
        .extracting(problem -> problem.code() + " " + problem.message(Language.CHINESE))
        .isEqualTo(List.of("number-out-of-range 数 0 越界，要大于 0"));
  }
}
