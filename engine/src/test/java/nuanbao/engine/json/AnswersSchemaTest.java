package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Severity;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.unit.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published schema of every form, in two validators that share no code, beside what the engine
 * says: it takes all that the engine takes, and refuses every structural fault.
 */
class AnswersSchemaTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int SHEETS = 40;

  /** Faults that the schema leaves to the engine; it lists them itself. */
  private static final Set<ProblemCode> BEYOND = Set.copyOf(SubmissionSchema.BEYOND);

  static Stream<Arguments> forms() {
    Campaign kitchen =
        Nuanbao.create().read(Path.of("src/test/resources/nuanbao/kitchen")).orElseThrow();
    return Stream.of(
            kitchen,
            Campaigns.read("example-small"),
            Campaigns.read("guangxi-spring-2022"),
            Campaigns.read("lizhou-2021"))
        .flatMap(
            campaign ->
                campaign.duties().stream()
                    .flatMap(
                        duty ->
                            duty.forms().stream().map(form -> Arguments.of(campaign, duty, form))));
  }

  private final Schemata schemata = new Schemata();

  /** The same schema in both validators, compiled once. */
  private static final class Schemata {
    private final Map<String, Schema> ours = new HashMap<>();
    private final Map<String, URI> others = new HashMap<>();
    private final Validator other =
        new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();

    boolean accepts(Form form, JsonNode sheet) {
      String schema = JsonSubmissionReader.schema(form);
      Schema compiled =
          ours.computeIfAbsent(
              schema, any -> Schemas.registry(Map.of()).getSchema(SubmissionSchema.of(form)));
      boolean accepted = compiled.validate(sheet).isEmpty();
      URI uri = others.computeIfAbsent(schema, other::registerSchema);
      boolean otherAccepted = other.validate(uri, sheet.toString()).isValid();
      assertThat(otherAccepted).as("the second validator of %s", sheet).isEqualTo(accepted);
      return accepted;
    }
  }

  private static List<Problem> told(
      Campaign campaign, Duty duty, Form form, Unit reporter, JsonNode sheet) {
    ObjectNode sent = NODES.objectNode();
    ObjectNode forms = sent.putObject("forms");
    for (FormId id : duty.forms()) {
      AnswerMaker other = new AnswerMaker(campaign, duty, campaign.form(id), reporter, 1);
      forms.set(id.value(), id.equals(form.id()) ? sheet : other.sheet());
    }
    Intake intake = Nuanbao.create().intake(campaign, new MemorySubmissionStore());
    SubmissionKey key =
        new SubmissionKey(duty.id(), Campaigns.anyRound(campaign, duty), reporter.id());
    return intake.look(key, Campaigns.bytes(sent.toString()), "sent.json").problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .filter(problem -> !BEYOND.contains(problem.code()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void takes_all_that_the_engine_takes(Campaign campaign, Duty duty, FormId id) {
    Form form = campaign.form(id);
    for (Unit reporter : campaign.reporters(duty).stream().limit(2).toList()) {
      for (int seed = 0; seed < SHEETS; seed++) {
        ObjectNode sheet = new AnswerMaker(campaign, duty, form, reporter, seed).sheet();
        assertThat(schemata.accepts(form, sheet)).as("%s", sheet).isTrue();
        List<Problem> missing =
            told(campaign, duty, form, reporter, sheet).stream()
                .filter(problem -> problem.code() != ProblemCode.ANSWERS_MISSING_CELL)
                .toList();
        assertThat(missing).as("%s", sheet).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void refuses_every_structural_fault(Campaign campaign, Duty duty, FormId id) {
    Form form = campaign.form(id);
    Unit reporter = campaign.reporters(duty).get(0);
    for (int seed = 0; seed < 4; seed++) {
      ObjectNode sheet = new AnswerMaker(campaign, duty, form, reporter, seed).sheet();
      for (JsonNode spoiled : spoiled(sheet)) {
        assertThat(schemata.accepts(form, spoiled)).as("%s", spoiled).isFalse();
        assertThat(told(campaign, duty, form, reporter, spoiled)).as("%s", spoiled).isNotEmpty();
      }
    }
  }

  /** The sheet with one fault in it: at each place one of each kind. */
  private static List<JsonNode> spoiled(ObjectNode sheet) {
    List<JsonNode> spoiled = new ArrayList<>();
    for (String pointer : pointers(sheet, "")) {
      JsonNode at = sheet.at(pointer);
      if (at.isObject() && !isRowMap(pointer)) {
        spoiled.add(with(sheet, pointer + "/strange", NODES.numberNode(1)));
      }
      if (pointer.isEmpty()) continue;
      spoiled.add(with(sheet, pointer, NODES.nullNode()));
      if (at.isContainerNode()) spoiled.add(with(sheet, pointer, NODES.textNode("文")));
      if (!at.isObject()) spoiled.add(with(sheet, pointer, NODES.objectNode()));
      if (at.isBoolean()) spoiled.add(with(sheet, pointer, NODES.textNode("是")));
      if (at.isNumber()) {
        spoiled.add(with(sheet, pointer, NODES.textNode("12")));
        spoiled.add(with(sheet, pointer, NODES.textNode("１２")));
        spoiled.add(with(sheet, pointer, NODES.textNode("1,234")));
        spoiled.add(with(sheet, pointer, NODES.numberNode(new BigDecimal("99999999999999999"))));
      }
      if (at.isTextual()) {
        spoiled.add(with(sheet, pointer, NODES.textNode("")));
        spoiled.add(with(sheet, pointer, NODES.textNode("长".repeat(30_000))));
        boolean mayBeNumber = at.asText().equals("不适用");
        if (!mayBeNumber) spoiled.add(with(sheet, pointer, NODES.numberNode(7)));
      }
    }
    return spoiled;
  }

  /** Which rows a reporter has is the engine's to say. */
  private static boolean isRowMap(String pointer) {
    return pointer.equals("/rows");
  }

  private static List<String> pointers(JsonNode node, String pointer) {
    List<String> pointers = new ArrayList<>(List.of(pointer));
    if (node.isObject()) {
      node.properties()
          .forEach(
              member ->
                  pointers.addAll(pointers(member.getValue(), pointer + "/" + member.getKey())));
    }
    if (node.isArray() && !node.isEmpty()) pointers.addAll(pointers(node.get(0), pointer + "/0"));
    return pointers;
  }

  private static JsonNode with(ObjectNode sheet, String pointer, JsonNode value) {
    ObjectNode copy = sheet.deepCopy();
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = copy.at(pointer.substring(0, slash));
    String key = pointer.substring(slash + 1);
    if (parent instanceof ArrayNode list) list.set(Integer.parseInt(key), value);
    else ((ObjectNode) parent).set(key, value);
    return copy;
  }
}
