package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.FormId;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;

/**
 * Hands in spoiled answers of every form until something throws: {@code AnswersFuzz [HOW-MANY
 * [SEED]]}. Not a test of the build; what it finds becomes one.
 */
public final class AnswersFuzz {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MANY = 100_000;
  private static final String[] TEXTS = {
    "",
    " ",
    "不适用",
    "１２",
    "-0",
    "1e9",
    "𠮷",
    "\u0000",
    "\uFFFF",
    "null",
    "true",
    "a/b~0",
    "..",
    "2026-02-30",
    "2026-03-02",
    "e1",
    "county",
    "11010519491231002X",
    "0".repeat(5000),
    "{people}"
  };

  private final Random random;
  private final Campaign campaign;
  private int accepted;

  private AnswersFuzz(long seed) {
    this.random = new Random(seed);
    this.campaign =
        Nuanbao.create().read(Path.of("src/test/resources/nuanbao/kitchen")).orElseThrow();
  }

  /** Runs until it is through, or throws with the answers that made it throw. */
  public static void main(String[] arguments) {
    int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MANY;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    AnswersFuzz fuzz = new AnswersFuzz(seed);
    for (int i = 0; i < many; i++) fuzz.once(i);
    System.out.printf("%d answers, %d of them accepted, nothing thrown%n", many, fuzz.accepted);
  }

  private void once(int seed) {
    List<Duty> duties = campaign.duties();
    Duty duty = duties.get(random.nextInt(duties.size()));
    List<Unit> reporters = campaign.reporters(duty);
    Unit reporter = reporters.get(random.nextInt(reporters.size()));
    ObjectNode sent = NODES.objectNode();
    ObjectNode forms = sent.putObject("forms");
    for (FormId id : duty.forms()) {
      forms.set(
          id.value(), new AnswerMaker(campaign, duty, campaign.form(id), reporter, seed).sheet());
    }
    for (int i = random.nextInt(4); i >= 0; i--) spoil(sent);
    byte[] bytes = sent.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(4) == 0) bytes = spoil(bytes);
    Round round = campaign.rounds(duty).get(0);
    Intake intake = Nuanbao.create().intake(campaign, new MemorySubmissionStore());
    try {
      Outcome<?> outcome =
          intake.submit(
              new SubmissionKey(duty.id(), round.id(), reporter.id()),
              bytes,
              "sent.json",
              round.window().due());
      if (outcome instanceof Outcome.Accepted) accepted++;
    } catch (RuntimeException | StackOverflowError thrown) {
      throw new IllegalStateException(new String(bytes, StandardCharsets.UTF_8), thrown);
    }
  }

  private void spoil(ObjectNode sent) {
    List<JsonNode> containers = new ArrayList<>();
    collect(sent, containers);
    JsonNode at = containers.get(random.nextInt(containers.size()));
    if (at instanceof ObjectNode object) {
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      String key =
          keys.isEmpty() || random.nextInt(5) == 0
              ? TEXTS[random.nextInt(TEXTS.length)]
              : keys.get(random.nextInt(keys.size()));
      if (random.nextInt(6) == 0) object.remove(key);
      else object.set(key, value(containers));
    } else if (at instanceof ArrayNode list) {
      if (list.isEmpty() || random.nextBoolean()) list.add(value(containers));
      else list.set(random.nextInt(list.size()), value(containers));
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (!node.isContainerNode()) return;
    containers.add(node);
    node.forEach(child -> collect(child, containers));
  }

  private JsonNode value(List<JsonNode> containers) {
    return switch (random.nextInt(9)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt(200) - 100);
      case 3 -> NODES.numberNode(new BigDecimal("12345678901234567890.123456789"));
      case 4 -> NODES.numberNode(BigDecimal.valueOf(random.nextLong(), random.nextInt(12)));
      case 5 -> NODES.arrayNode();
      case 6 -> containers.get(random.nextInt(containers.size())).deepCopy();
      default -> NODES.textNode(TEXTS[random.nextInt(TEXTS.length)]);
    };
  }

  private byte[] spoil(byte[] bytes) {
    byte[] spoiled = bytes.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
    }
    return spoiled;
  }
}
