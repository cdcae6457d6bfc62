package nuanbao.engine.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.intake.Review;
import nuanbao.engine.json.ReviewReader;
import nuanbao.engine.memory.MemoryReviewStore;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Outcome.Accepted;
import nuanbao.engine.problem.Outcome.Refused;
import nuanbao.engine.submission.Excuse;
import nuanbao.engine.submission.SubmissionKey;

/**
 * One of {@code examples.json} as it really runs: a definition, changed in one place or not, and
 * steps: {@code sent} to the gate by a unit, {@code waive} and {@code accept} by a reviewer. Those
 * in {@code before} go well; the one beside them is told of. Without any, the definition is.
 */
final class ExampleRun {
  private static final Path RESOURCES = Path.of("src/test/resources/nuanbao");
  private static final String SENT = "sent.json";
  private static final int SHOWN = 90;
  private static final List<String> STEPS = List.of("sent", "waive", "accept");

  private final JsonNode example;
  private final JsonNode base;
  private final Map<String, String> texts = new HashMap<>();
  private final List<Text> steps = new ArrayList<>();

  ExampleRun(JsonNode bases, JsonNode example) {
    this.example = example;
    String named =
        STEPS.stream()
            .map(step -> example.path(step).path("base").asText())
            .reduce("", String::concat);
    this.base = bases.path(named);
  }

  /** Definition files, and what was sent last, by name. */
  Map<String, String> texts() {
    return texts;
  }

  /** What was done, where more was done than to read or send a single text. */
  List<Text> steps() {
    boolean isPlain = !example.has("before") && !example.has("waive") && !example.has("accept");
    return isPlain ? List.of() : steps;
  }

  List<Problem> problems(Path folder) throws IOException {
    JsonNode change = example.path("definition");
    String campaign = base.path("campaign").asText(change.path("campaign").asText("example-small"));
    texts.putAll(ProblemExample.texts(folderOf(campaign)));
    if (change.path("damaged").asBoolean()) return ofDamaged(folder, change.get("file").asText());
    change(change);
    Outcome<Campaign> read = Nuanbao.create().read(Campaigns.write(folder, texts));
    if (base.isMissingNode()) return read.problems();
    return new Acted(read.orElseThrow()).problems();
  }

  private static Path folderOf(String campaign) {
    Path own = RESOURCES.resolve(campaign);
    return Files.exists(own) ? own : Campaigns.folder(campaign);
  }

  private void change(JsonNode change) {
    if (!change.has("with")) return;
    String file = change.get("file").asText();
    if (change.get("with").isNull()) texts.remove(file);
    else texts.put(file, changed(texts.getOrDefault(file, ""), change));
  }

  private static String changed(String text, JsonNode change) {
    if (!change.has("with")) return text;
    String with = written(change.get("with"));
    if (!change.has("replace")) return with;
    String old = change.get("replace").asText();
    int at = text.indexOf(old);
    if (at < 0) throw new IllegalStateException("there is no " + old);
    return text.substring(0, at) + with + text.substring(at + old.length());
  }

  /** A text, or pieces of which some stand there many times. */
  private static String written(JsonNode pieces) {
    StringBuilder text = new StringBuilder(pieces.asText());
    for (JsonNode piece : pieces) {
      text.append(piece.path("text").asText(piece.asText()).repeat(piece.path("times").asInt(1)));
    }
    return text.toString();
  }

  /** The campaign in an archive of which one file cannot be read. */
  private List<Problem> ofDamaged(Path folder, String file) throws IOException {
    Path archive = Files.createDirectories(folder).resolve("campaign.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
      out.putNextEntry(new ZipEntry(file));
      out.write(Campaigns.bytes(texts.getOrDefault(file, "")));
      for (Map.Entry<String, String> other : texts.entrySet()) {
        if (other.getKey().equals(file)) continue;
        out.putNextEntry(new ZipEntry(other.getKey()));
        out.write(Campaigns.bytes(other.getValue()));
      }
    }
    byte[] bytes = Files.readAllBytes(archive);
    int headAndName = 30 + file.length();
    bytes[headAndName] = 0x07; // a block of no known kind
    Files.write(archive, bytes);
    try (FileSystem files = FileSystems.newFileSystem(archive)) {
      return Nuanbao.create().read(files.getPath("/")).problems();
    }
  }

  /** A campaign and what is done with it. */
  private final class Acted {
    private final Campaign campaign;
    private final Intake intake;
    private final Review review;

    Acted(Campaign campaign) {
      MemorySubmissionStore store = new MemorySubmissionStore();
      MemoryReviewStore reviews = new MemoryReviewStore();
      this.campaign = campaign;
      this.intake = Nuanbao.create().intake(campaign, store, reviews);
      this.review = Nuanbao.create().review(campaign, store, reviews);
    }

    List<Problem> problems() {
      example.path("before").forEach(step -> run(step).orElseThrow());
      return run(example).problems();
    }

    private Outcome<?> run(JsonNode step) {
      if (step.has("waive")) return waive(step.get("waive"));
      if (step.has("accept")) return accept(step.get("accept"));
      return send(step.get("sent"));
    }

    private Outcome<?> send(JsonNode step) {
      String text = changed(base.get("text").asText(), step);
      texts.put(SENT, text);
      SubmissionKey key = key(step);
      String unit = campaign.units().findUnit(key.unit()).orElseThrow().name();
      String shown = text.lines().findFirst().orElse("");
      if (shown.length() > SHOWN) shown = shown.substring(0, SHOWN) + "…";
      steps.add(new Text(unit + " 报送 " + shown, unit + " reports " + shown));
      return intake.submit(key, Campaigns.bytes(text), SENT, at(step));
    }

    private Outcome<?> waive(JsonNode step) {
      String by = noted(step, "豁免", "waives");
      Outcome<Excuse> excuse = ReviewReader.excuse(sent(step), SENT);
      return excuse instanceof Accepted<Excuse> read
          ? review.waive(key(step), read.value(), by, at(step))
          : new Refused<>(excuse.problems());
    }

    private Outcome<?> accept(JsonNode step) {
      String by = noted(step, "验收", "accepts");
      Outcome<Integer> version = ReviewReader.version(sent(step), SENT);
      return version instanceof Accepted<Integer> read
          ? review.accept(key(step), read.value(), by, at(step))
          : new Refused<>(version.problems());
    }

    private String noted(JsonNode step, String chinese, String english) {
      String by = step.get("by").asText();
      String text = step.get("text").asText();
      steps.add(new Text(by + " " + chinese + " " + text, by + " " + english + " " + text));
      return by;
    }

    private byte[] sent(JsonNode step) {
      texts.put(SENT, step.get("text").asText());
      return Campaigns.bytes(step.get("text").asText());
    }

    private SubmissionKey key(JsonNode step) {
      return Campaigns.key(either("duty", step), either("round", step), either("unit", step));
    }

    private Instant at(JsonNode step) {
      return Campaigns.at(either("at", step));
    }

    private String either(String key, JsonNode step) {
      return step.path(key).asText(base.path(key).asText());
    }
  }
}
