package nuanbao.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.FormId;
import nuanbao.engine.report.ReportId;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.UnitId;

/**
 * A case of a campaign, {@code case.json}: answers and a moment, and what comes of them. File names
 * are relative to its folder; {@code answers/} holds what is accepted.
 */
record CaseFile(
    Path folder,
    String title,
    List<Accepted> accepted,
    List<Refused> refused,
    List<ExpectedFigures> figures,
    List<ExpectedReport> reports) {

  /** Everything under {@code answers/} for one round arrives at a moment and is taken in. */
  record Accepted(DutyId duty, RoundId round, Instant at) {}

  /** A submission that is refused with these problem codes, in this order. */
  record Refused(Path file, SubmissionKey key, Instant at, List<String> problems) {}

  /**
   * The figures of a form, as CSV.
   *
   * @param duty left out, the first that hands the form in
   */
  record ExpectedFigures(
      Optional<DutyId> duty, FormId form, RoundId round, boolean cumulative, Path file) {}

  /**
   * A report, as plain text.
   *
   * @param duty left out, the first that hands its form in
   * @param unit whose report it is; left out, the topmost unit's
   */
  record ExpectedReport(
      Optional<DutyId> duty, ReportId report, RoundId round, Optional<UnitId> unit, Path file) {}

  static CaseFile read(Path folder) throws IOException {
    JsonNode root = new JsonMapper().readTree(folder.resolve("case.json").toFile());
    List<Accepted> accepted = new ArrayList<>();
    for (JsonNode one : root.path("accepted")) {
      accepted.add(new Accepted(duty(one), round(one), moment(one)));
    }
    List<Refused> refused = new ArrayList<>();
    for (JsonNode one : root.path("refused")) {
      List<String> problems = new ArrayList<>();
      one.path("problems").forEach(code -> problems.add(code.asText()));
      SubmissionKey key =
          new SubmissionKey(duty(one), round(one), new UnitId(one.required("unit").asText()));
      refused.add(new Refused(file(folder, one), key, moment(one), problems));
    }
    List<ExpectedFigures> figures = new ArrayList<>();
    for (JsonNode one : root.path("figures")) {
      figures.add(
          new ExpectedFigures(
              named(one, "duty").map(DutyId::new),
              new FormId(one.required("form").asText()),
              round(one),
              one.path("cumulative").asBoolean(),
              file(folder, one)));
    }
    List<ExpectedReport> reports = new ArrayList<>();
    for (JsonNode one : root.path("reports")) {
      reports.add(
          new ExpectedReport(
              named(one, "duty").map(DutyId::new),
              new ReportId(one.required("report").asText()),
              round(one),
              named(one, "unit").map(UnitId::new),
              file(folder, one)));
    }
    return new CaseFile(
        folder, root.required("title").asText(), accepted, refused, figures, reports);
  }

  private static Optional<String> named(JsonNode node, String key) {
    return Optional.ofNullable(node.get(key)).map(JsonNode::asText);
  }

  private static DutyId duty(JsonNode node) {
    return new DutyId(node.required("duty").asText());
  }

  private static RoundId round(JsonNode node) {
    String written = node.required("round").asText();
    return RoundId.read(written).orElseThrow(() -> new CannotRun("不是期号：" + written));
  }

  private static Instant moment(JsonNode node) {
    return OffsetDateTime.parse(node.required("at").asText()).toInstant();
  }

  private static Path file(Path folder, JsonNode node) {
    return folder.resolve(node.required("file").asText());
  }
}
