package nuanbao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.FormId;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.intake.Receipt;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Severity;
import nuanbao.engine.report.ReportSpec.Span;
import nuanbao.engine.report.TextReportWriter;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case of every campaign: what is accepted, what is refused and why, the figures and the
 * reports. The figures come from scripts that share no code with the engine.
 */
class CampaignCasesTest {
  private static final Path CAMPAIGNS = Path.of("../campaigns");

  @ParameterizedTest
  @MethodSource("cases")
  void takes_in_adds_up_and_prints_as_expected(Path folder) throws IOException {
    CaseFile run = CaseFile.read(folder);
    Nuanbao nuanbao = Nuanbao.create();
    Campaign campaign = campaignOf(nuanbao, folder);
    MemorySubmissionStore store = new MemorySubmissionStore();
    Intake intake = nuanbao.intake(campaign, store);
    for (CaseFile.Accepted round : run.accepted()) {
      takeIn(campaign, intake, folder.resolve("answers"), round);
    }
    for (CaseFile.ExpectedFigures expected : run.figures()) {
      assertThat(csv(nuanbao, campaign, store, expected))
          .isEqualTo(Files.readString(expected.file()));
    }
    for (CaseFile.ExpectedReport expected : run.reports()) {
      String text = report(nuanbao, campaign, store, expected);
      if ("write".equals(System.getProperty("nuanbao.expected"))) {
        Files.writeString(expected.file(), text);
      }
      assertThat(text).isEqualTo(Files.readString(expected.file()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void refuses_with_exactly_the_problems_expected(Path folder) throws IOException {
    Nuanbao nuanbao = Nuanbao.create();
    Campaign campaign = campaignOf(nuanbao, folder);
    for (CaseFile.Refused sent : CaseFile.read(folder).refused()) {
      MemorySubmissionStore store = new MemorySubmissionStore();
      Outcome<Receipt> outcome =
          nuanbao
              .intake(campaign, store)
              .submit(sent.key(), Files.readAllBytes(sent.file()), "sent.json", sent.at());
      assertThat(
              outcome.problems().stream()
                  .filter(problem -> problem.severity() == Severity.ERROR)
                  .map(problem -> problem.code().code()))
          .containsExactlyInAnyOrderElementsOf(sent.problems());
      assertThat(store.findLatest(sent.key())).isEmpty();
    }
  }

  static List<Path> cases() throws IOException {
    try (Stream<Path> files =
        Files.find(CAMPAIGNS, 4, (path, file) -> path.endsWith("case.json"))) {
      return files.map(path -> path.resolveSibling("")).sorted().toList();
    }
  }

  private static Campaign campaignOf(Nuanbao nuanbao, Path caseFolder) {
    return nuanbao.read(caseFolder.resolve("../..").normalize()).orElseThrow();
  }

  private static void takeIn(
      Campaign campaign, Intake intake, Path answers, CaseFile.Accepted round) throws IOException {
    Duty duty = campaign.duty(round.duty());
    List<Path> files =
        new AnswersFolder(answers).filesOf(duty, campaign.round(duty, round.round()));
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      String unit = String.valueOf(file.getFileName()).replace(".json", "");
      SubmissionKey key =
          new SubmissionKey(duty.id(), round.round(), new CampaignNames(campaign).unit(unit).id());
      assertThat(intake.submit(key, Files.readAllBytes(file), file.toString(), round.at()))
          .isInstanceOf(Outcome.Accepted.class);
    }
  }

  private static SubmissionKey key(
      Campaign campaign, Duty duty, CaseFile.ExpectedFigures expected) {
    Unit top = campaign.units().roots().get(0);
    return new SubmissionKey(duty.id(), expected.round(), top.id());
  }

  private static String csv(
      Nuanbao nuanbao,
      Campaign campaign,
      MemorySubmissionStore store,
      CaseFile.ExpectedFigures expected) {
    Duty duty =
        expected
            .duty()
            .map(campaign::duty)
            .orElseGet(() -> campaign.dutiesOf(expected.form()).get(0));
    Span span = expected.cumulative() ? Span.CUMULATIVE : Span.THIS;
    Figures figures =
        nuanbao.figures(campaign, key(campaign, duty, expected), expected.form(), span, store);
    StringWriter text = new StringWriter();
    new FiguresPrinter(figures, campaign.units().roots().get(0), campaign.units())
        .printCsv(new PrintWriter(text));
    return text.toString();
  }

  private static String report(
      Nuanbao nuanbao,
      Campaign campaign,
      MemorySubmissionStore store,
      CaseFile.ExpectedReport expected)
      throws IOException {
    FormId form = campaign.report(expected.report()).parts().get(0).form();
    Duty duty = expected.duty().map(campaign::duty).orElseGet(() -> campaign.dutiesOf(form).get(0));
    UnitId unit = expected.unit().orElseGet(() -> campaign.units().roots().get(0).id());
    SubmissionKey key = new SubmissionKey(duty.id(), expected.round(), unit);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TextReportWriter().write(nuanbao.report(campaign, expected.report(), key, store), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
