package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormView;
import nuanbao.engine.fuzz.Fuzzer;
import nuanbao.engine.fuzz.SpoiledBytes;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Outcome.Accepted;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.Severity;
import nuanbao.engine.report.Report;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.report.TextReportWriter;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Folders of campaigns, whole and spoiled: files cut, changed, exchanged, left out and added,
 * values put where they do not belong. What is read all the same is used: a campaign in hand holds
 * together, so its forms can be shown, its figures added up and its reports filled in.
 */
public final class CampaignFuzz implements Fuzzer {
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A folder of more is read a hundred times more seldom, so that a run ends. */
  private static final int SMALL = 12_000;

  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "各村",
          "各乡镇",
          "示例县",
          "county",
          "east",
          "table",
          "single",
          "nobody",
          "慰问金",
          "返乡农民工.人数",
          "nuanbao:people",
          "nuanbao:moneyWan",
          "nuanbao:text",
          "campaign:amount",
          "form:x",
          "nuanbao:",
          "{round.month}",
          "{people}",
          "{",
          "}",
          "{}",
          "{n}",
          "{n-1}",
          "sum",
          "average",
          "tally",
          "join",
          "none",
          "recompute",
          "flow",
          "stock",
          "opening",
          "units",
          "fixed",
          "entries",
          "single",
          "measures",
          "register",
          "weekly",
          "monthly",
          "once",
          "tuesday",
          "next-due",
          "whole",
          "of-which",
          "section",
          "must",
          "explain",
          "元宵节",
          "2022-02-30",
          "2022-01-12",
          "9999-12-31",
          "0001-01-01",
          "24:00",
          "Asia/Shanghai",
          "Mars/Base",
          "附件2",
          "附件99999999999",
          "(a+)+$",
          "[",
          "\\p{L}{1,99999}",
          "慰问金（元）",
          "（万元）",
          "2022年2月30日（星期八）",
          "\u0000",
          "\uD800",
          "\u202E",
          "a.b.c",
          "r1",
          "c12",
          "栏5",
          "0",
          "-1",
          "1e9",
          "慰问金 + 慰问金",
          "合计(",
          "合计(各行.慰问金)",
          "表[table].慰问金",
          "上期(慰问金)",
          "下级.慰问金",
          "单位[东河乡].慰问金",
          "同组",
          "慰问金 / 0",
          "计数(各行 当 慰问金 > 0)",
          "返乡农民工.走访 <= 返乡农民工.人数",
          "1 = 1",
          "是",
          "非 非 非 是",
          "人".repeat(300),
          "((((((((((((((((1))))))))))))))))");

  private static final List<String> KEYS =
      List.of(
          "title",
          "units",
          "rows",
          "row",
          "cover",
          "of",
          "properties",
          "$ref",
          "type",
          "enum",
          "formula",
          "rollup",
          "overTime",
          "weight",
          "kind",
          "code",
          "codes",
          "in",
          "decimals",
          "minimum",
          "maximum",
          "optional",
          "mayNotApply",
          "shownWhen",
          "requiredWhen",
          "appliesWhen",
          "appliesTo",
          "filledBy",
          "checks",
          "rule",
          "jump",
          "for",
          "where",
          "columns",
          "severity",
          "tolerance",
          "blankIsZero",
          "off",
          "reason",
          "id",
          "notes",
          "types",
          "items",
          "print",
          "between",
          "own",
          "head",
          "totals",
          "min",
          "max",
          "unique",
          "states",
          "measures",
          "lead",
          "assist",
          "target",
          "by",
          "duties",
          "reporters",
          "recipients",
          "forms",
          "rounds",
          "repeat",
          "due",
          "tail",
          "closes",
          "from",
          "to",
          "festival",
          "year",
          "printed",
          "before",
          "days",
          "month",
          "part",
          "follows",
          "answered",
          "words",
          "calendar",
          "levels",
          "groups",
          "aka",
          "tags",
          "level",
          "under",
          "except",
          "tag",
          "name",
          "short",
          "total",
          "parts",
          "form",
          "pattern",
          "format",
          "minLength",
          "maxLength",
          "oneOf",
          "const",
          "description",
          "exhaustive",
          "notApplicable",
          "$comment",
          "$schema",
          "nuanbao",
          "nothing");

  private final Nuanbao nuanbao = Nuanbao.create();
  private final List<Map<String, byte[]>> small = new ArrayList<>();
  private final List<Map<String, byte[]>> large = new ArrayList<>();
  private final Path scratch;

  public CampaignFuzz() {
    try {
      scratch = Files.createTempDirectory("nuanbao-fuzz");
      List<Path> folders = new ArrayList<>(Campaigns.folders());
      try (Stream<Path> refused = Files.list(Campaigns.folder("refused"))) {
        refused.filter(Files::isDirectory).sorted().forEach(folders::add);
      }
      for (Path folder : folders) {
        Map<String, byte[]> files = files(folder);
        int size = files.values().stream().mapToInt(bytes -> bytes.length).sum();
        (size < SMALL ? small : large).add(files);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder, 2)) {
      for (Path path : paths.filter(one -> one.toString().endsWith(".json")).toList()) {
        files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
    return files;
  }

  @Override
  public Input input(long seed) {
    Random random = new Random(seed);
    List<Map<String, byte[]>> some = random.nextInt(100) == 0 ? large : small;
    Map<String, byte[]> files = new TreeMap<>(pick(some, random));
    for (int i = random.nextInt(3); i >= 0; i--) spoil(files, random);
    return new Folder(files);
  }

  private void spoil(Map<String, byte[]> files, Random random) {
    if (files.isEmpty()) return;
    String name = pick(List.copyOf(files.keySet()), random);
    byte[] bytes = Objects.requireNonNull(files.get(name));
    switch (random.nextInt(12)) {
      case 0 -> files.put(name, SpoiledBytes.of(bytes, random));
      case 1 -> files.remove(name);
      case 2 -> files.put(pick(List.copyOf(files.keySet()), random), bytes);
      case 3 ->
          files.put(
              "forms/" + pick(List.of("again", "表", "table", "a b", "."), random) + ".json", bytes);
      default -> files.put(name, changed(bytes, files, random));
    }
  }

  private static byte[] changed(byte[] bytes, Map<String, byte[]> files, Random random) {
    JsonNode document = read(bytes);
    if (document == null || !document.isContainerNode()) return SpoiledBytes.of(bytes, random);
    for (int i = random.nextInt(3); i >= 0; i--) change(document, files, random);
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable JsonNode read(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException spoiled) {
      return null;
    }
  }

  private static void change(JsonNode document, Map<String, byte[]> files, Random random) {
    List<JsonNode> containers = containers(document);
    JsonNode at = pick(containers, random);
    JsonNode value = value(containers, files, random);
    if (at instanceof ObjectNode object) {
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      String key =
          keys.isEmpty() || random.nextInt(4) == 0 ? pick(KEYS, random) : pick(keys, random);
      switch (random.nextInt(8)) {
        case 0 -> object.remove(key);
        case 1 -> {
          JsonNode moved = object.remove(key);
          if (moved != null) object.set(pick(random.nextBoolean() ? KEYS : WORDS, random), moved);
        }
        default -> object.set(key, value);
      }
    } else if (at instanceof ArrayNode list) {
      switch (random.nextInt(4)) {
        case 0 -> list.add(value);
        case 1 -> list.removeAll();
        default -> {
          if (!list.isEmpty()) list.set(random.nextInt(list.size()), value);
        }
      }
    }
  }

  private static List<JsonNode> containers(JsonNode document) {
    List<JsonNode> containers = new ArrayList<>();
    collect(document, containers);
    return containers;
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (!node.isContainerNode()) return;
    containers.add(node);
    node.forEach(child -> collect(child, containers));
  }

  private static JsonNode value(List<JsonNode> here, Map<String, byte[]> files, Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt(100) - 10);
      case 3 -> NODES.numberNode(pick(List.of(0L, -1L, 31L, 4_000L, Long.MAX_VALUE), random));
      case 4 -> random.nextBoolean() ? NODES.arrayNode() : NODES.objectNode();
      case 5, 6 -> pick(here, random).deepCopy();
      case 7 -> {
        JsonNode other = read(pick(List.copyOf(files.values()), random));
        yield other == null || !other.isContainerNode()
            ? NODES.nullNode()
            : pick(containers(other), random).deepCopy();
      }
      case 8 -> NODES.arrayNode().add(pick(WORDS, random)).add(pick(WORDS, random));
      default -> NODES.textNode(pick(WORDS, random));
    };
  }

  private static <T> T pick(List<T> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  /** The files of one folder, by their paths in it. */
  private final class Folder implements Input {
    private final Map<String, byte[]> files;

    Folder(Map<String, byte[]> files) {
      this.files = files;
    }

    @Override
    public boolean handIn() {
      Path folder = scratch.resolve("campaign");
      write(folder);
      Outcome<Campaign> outcome = nuanbao.read(folder);
      for (Problem problem : outcome.problems()) {
        problem.message(Language.CHINESE);
        problem.remedy(Language.ENGLISH);
      }
      if (!(outcome instanceof Accepted<Campaign> accepted)) {
        boolean says =
            outcome.problems().stream().anyMatch(one -> one.severity() == Severity.ERROR);
        if (!says) throw new IllegalStateException("refused without a word");
        return false;
      }
      use(accepted.value());
      return true;
    }

    private void write(Path folder) {
      try {
        if (Files.exists(folder)) {
          try (Stream<Path> old = Files.walk(folder)) {
            for (Path one : old.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
          }
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          Path path = folder.resolve(file.getKey());
          Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(folder));
          Files.write(path, file.getValue());
        }
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public byte[] bytes() {
      Map<String, String> texts = new LinkedHashMap<>();
      files.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
      return JSON.valueToTree(texts).toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String door() {
      return "Nuanbao.read of a folder with " + files.keySet();
    }
  }

  /** Shows, looks at, adds up and prints the first round of every duty. */
  private void use(Campaign campaign) {
    MemorySubmissionStore store = new MemorySubmissionStore();
    for (Duty duty : campaign.duties()) {
      List<Round> rounds = campaign.rounds(duty);
      List<Unit> reporters = campaign.reporters(duty);
      if (rounds.isEmpty() || reporters.isEmpty()) continue;
      SubmissionKey key = new SubmissionKey(duty.id(), rounds.get(0).id(), reporters.get(0).id());
      byte[] nothing = "{\"forms\":{}}".getBytes(StandardCharsets.UTF_8);
      nuanbao.intake(campaign, store).look(key, nothing, "nothing");
      for (FormId form : duty.forms()) {
        FormView.Written written = new FormView.Written(Answers.none(form), Map.of());
        nuanbao.form(campaign, key, form, written, List.of());
        nuanbao.figures(campaign, key, form, ReportSpec.Span.CUMULATIVE, store).of(0);
      }
      for (ReportSpec report : campaign.reportsOf(duty)) {
        print(nuanbao.report(campaign, report.id(), key, store));
      }
    }
  }

  private static void print(Report report) {
    try {
      new TextReportWriter().write(report, OutputStream.nullOutputStream());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
