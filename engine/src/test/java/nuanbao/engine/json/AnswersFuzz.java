package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.campaign.EarlierCampaigns;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.FormId;
import nuanbao.engine.fuzz.Fuzzer;
import nuanbao.engine.fuzz.SpoiledBytes;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.intake.Receipt;
import nuanbao.engine.memory.MemoryReviewStore;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.Severity;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;

/**
 * Answers of every campaign, those of its cases and such as its forms would take, whole and
 * spoiled: looked at and handed in, at times where something was handed in before.
 */
public final class AnswersFuzz implements Fuzzer {
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final List<Sent> campaigns = new ArrayList<>();

  /** What is sent for one campaign. The reader keeps its schemas, which take long to compile. */
  private record Sent(
      Campaign campaign,
      JsonSubmissionReader reader,
      Map<DutyId, List<Round>> rounds,
      List<Sample> samples) {

    List<Round> roundsOf(DutyId duty) {
      return rounds.getOrDefault(duty, List.of());
    }
  }

  /** What somebody handed in. */
  private static final class Sample {
    private final SubmissionKey key;
    private final byte[] bytes;

    Sample(SubmissionKey key, byte[] bytes) {
      this.key = key;
      this.bytes = bytes;
    }
  }

  public AnswersFuzz() {
    for (Path folder : Campaigns.folders()) {
      Campaign campaign = Nuanbao.create().read(folder).orElseThrow();
      Map<DutyId, List<Round>> rounds = new HashMap<>();
      for (Duty duty : campaign.duties())
        rounds.put(duty.id(), Campaigns.someRounds(campaign, duty));
      campaigns.add(
          new Sent(campaign, new JsonSubmissionReader(campaign), rounds, samples(folder)));
    }
  }

  /** {@code cases/CASE/answers/DUTY/ROUND/UNIT.json}, and what the cases refuse. */
  private static List<Sample> samples(Path folder) {
    List<Sample> samples = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        if (file.toString().contains("answers")) samples.add(sample(file));
        if (file.endsWith("case.json")) {
          for (JsonNode refused : JSON.readTree(file.toFile()).path("refused")) {
            Path sent = file.resolveSibling(refused.path("file").asText());
            samples.add(
                sample(
                    refused.path("duty").asText(),
                    refused.path("round").asText(),
                    refused.path("unit").asText(),
                    sent));
          }
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return samples;
  }

  private static Sample sample(Path file) throws IOException {
    int names = file.getNameCount();
    return sample(
        file.getName(names - 3).toString(),
        file.getName(names - 2).toString(),
        file.getName(names - 1).toString().replace(".json", ""),
        file);
  }

  private static Sample sample(String duty, String round, String unit, Path file)
      throws IOException {
    return new Sample(Campaigns.key(duty, round, unit), Files.readAllBytes(file));
  }

  @Override
  public Fuzzer.Input input(long seed) {
    Random random = new Random(seed);
    Sent sent = campaigns.get(random.nextInt(campaigns.size()));
    Sample good =
        sent.samples.isEmpty() || random.nextBoolean()
            ? made(sent, random)
            : sent.samples.get(random.nextInt(sent.samples.size()));
    byte[] bytes = random.nextInt(16) == 0 ? good.bytes : spoiled(good.bytes, random);
    SubmissionKey key = random.nextInt(50) == 0 ? otherKey(good.key, random) : good.key;
    List<Sample> before = random.nextInt(4) == 0 ? List.of(earlier(sent, good)) : List.of();
    return new HandedIn(sent, new Sample(key, bytes), before);
  }

  private static byte[] spoiled(byte[] bytes, Random random) {
    byte[] spoiled = bytes;
    if (random.nextInt(4) != 0) {
      try {
        spoiled = new SpoiledJson(random).spoil(JSON.readTree(bytes));
      } catch (IOException notJson) {
        return SpoiledBytes.of(bytes, random);
      }
    }
    return random.nextInt(4) == 0 ? SpoiledBytes.of(spoiled, random) : spoiled;
  }

  private static Sample made(Sent sent, Random random) {
    List<Duty> duties = sent.campaign.duties();
    Duty duty = duties.get(random.nextInt(duties.size()));
    List<Unit> reporters = sent.campaign.reporters(duty);
    Unit reporter = reporters.get(random.nextInt(reporters.size()));
    List<Round> rounds = sent.roundsOf(duty.id());
    RoundId round = rounds.get(random.nextInt(rounds.size())).id();
    ObjectNode answers = NODES.objectNode();
    ObjectNode forms = answers.putObject("forms");
    for (FormId id : duty.forms()) {
      AnswerMaker maker =
          new AnswerMaker(sent.campaign, duty, sent.campaign.form(id), reporter, random.nextLong());
      forms.set(id.value(), maker.sheet());
    }
    return new Sample(
        new SubmissionKey(duty.id(), round, reporter.id()),
        answers.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The same answers, handed in unspoiled a round before, or for the same round. */
  private static Sample earlier(Sent sent, Sample good) {
    RoundId round = good.key.round();
    for (Round one : sent.roundsOf(good.key.duty())) {
      if (one.id().compareTo(good.key.round()) < 0) round = one.id();
    }
    return new Sample(new SubmissionKey(good.key.duty(), round, good.key.unit()), good.bytes);
  }

  private static SubmissionKey otherKey(SubmissionKey key, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> new SubmissionKey(new DutyId("other"), key.round(), key.unit());
      case 1 ->
          new SubmissionKey(key.duty(), new RoundId(key.round().day().plusDays(1)), key.unit());
      default -> new SubmissionKey(key.duty(), key.round(), new UnitId("other"));
    };
  }

  /** Answers that are looked at and handed in; where accepted, handed in once more, and kept. */
  private record HandedIn(Sent sent, Sample sample, List<Sample> before) implements Fuzzer.Input {
    @Override
    public byte[] bytes() {
      return sample.bytes;
    }

    @Override
    public String door() {
      return "Intake of %s, %s%s"
          .formatted(
              sent.campaign.id(),
              sample.key,
              before.isEmpty() ? "" : ", after the same unspoiled for " + before.get(0).key);
    }

    @Override
    public boolean handIn() {
      MemorySubmissionStore store = new MemorySubmissionStore();
      Intake intake =
          new Intake(
              sent.campaign, sent.reader, store, new MemoryReviewStore(), EarlierCampaigns.NONE);
      for (Sample one : before) submit(intake, one);
      boolean isSound = !isKnown() || !hasErrors(told(looked(intake)));
      Outcome<Receipt> outcome = submit(intake, sample);
      boolean isAccepted = outcome instanceof Outcome.Accepted;
      if (isAccepted && !isSound) throw new IllegalStateException("accepted, but not sound");
      if (isAccepted == hasErrors(told(outcome.problems()))) {
        throw new IllegalStateException("both or neither: " + outcome.problems());
      }
      if (isAccepted) {
        told(submit(intake, sample).problems());
        keep(store.findLatest(sample.key).orElseThrow());
      }
      return isAccepted;
    }

    /** Nothing accepted is lost where it is kept as text, and databases take all of it. */
    private static void keep(Submission accepted) {
      if (accepted.clientId().filter(CellReader::hasUnprintable).isPresent()) {
        throw new IllegalStateException("an id that cannot be kept");
      }
      String written = AnswersJson.write(accepted.forms());
      byte[] kept = written.getBytes(StandardCharsets.UTF_8);
      if (!AnswersJson.read(new String(kept, StandardCharsets.UTF_8)).equals(accepted.forms())) {
        throw new IllegalStateException("kept as " + written);
      }
    }

    private boolean isKnown() {
      return sent.campaign.findDuty(sample.key.duty()).isPresent()
          && sent.campaign.units().findUnit(sample.key.unit()).isPresent();
    }

    private List<Problem> looked(Intake intake) {
      return intake.look(sample.key, sample.bytes, "sent.json").problems();
    }

    private Outcome<Receipt> submit(Intake intake, Sample one) {
      Duty duty = sent.campaign.findDuty(one.key.duty()).orElse(sent.campaign.duties().get(0));
      List<Round> rounds = sent.roundsOf(duty.id());
      Round round =
          rounds.stream()
              .filter(some -> some.id().equals(one.key.round()))
              .findFirst()
              .orElse(rounds.get(0));
      return intake.submit(one.key, one.bytes, "sent.json", round.window().due());
    }

    /** Each with its words, in both languages. */
    private static List<Problem> told(List<Problem> problems) {
      for (Problem problem : problems) {
        problem.message(Language.CHINESE);
        problem.message(Language.ENGLISH);
        problem.remedy(Language.CHINESE);
        problem.remedy(Language.ENGLISH);
      }
      return problems;
    }

    private static boolean hasErrors(List<Problem> problems) {
      return problems.stream().anyMatch(one -> one.severity() == Severity.ERROR);
    }
  }
}
