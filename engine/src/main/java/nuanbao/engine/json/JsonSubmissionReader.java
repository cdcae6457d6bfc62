package nuanbao.engine.json;

import com.networknt.schema.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.formula.Value;
import nuanbao.engine.intake.SubmissionReader;
import nuanbao.engine.json.AnswerPlaces.Place;
import nuanbao.engine.json.JsonText.Limits;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.submission.Contents;
import nuanbao.engine.unit.Unit;

/**
 * Reads a submission from JSON: {@code {"id", "basedOn", "forms": {form: {"cover", "rows" or "row",
 * "explanations"}}}}. Structure by the generated schema, then types; at most 8 MiB.
 */
public final class JsonSubmissionReader implements SubmissionReader {
  private final Campaign campaign;
  private final Map<DutyId, Schema> schemas = new ConcurrentHashMap<>();

  /** A reader of what is sent for one campaign; it compiles the schema of each duty once. */
  public JsonSubmissionReader(Campaign campaign) {
    this.campaign = campaign;
  }

  @Override
  public Reading read(Duty duty, Unit reporter, byte[] raw, String source) {
    Problems problems = new Problems();
    Optional<LocatedJson> document = JsonText.read(raw, source, Limits.ANSWERS, problems);
    Contents contents =
        document
            .map(read -> new Sheets(duty, reporter, read, problems).read())
            .orElseGet(() -> new Contents(Optional.empty(), 0, Map.of()));
    return new Reading(contents, problems.inOrder());
  }

  private Schema schema(Duty duty) {
    return schemas.computeIfAbsent(duty.id(), id -> new SubmissionSchema(campaign, duty).compile());
  }

  /** One reading of one document. */
  private final class Sheets {
    private final Duty duty;
    private final Unit reporter;
    private final LocatedJson document;
    private final Problems problems;
    private final AnswerPlaces places;
    private final AnswerProblems answerProblems;

    Sheets(Duty duty, Unit reporter, LocatedJson document, Problems problems) {
      this.duty = duty;
      this.reporter = reporter;
      this.document = document;
      this.problems = problems;
      this.places = new AnswerPlaces(campaign, duty, reporter);
      this.answerProblems = new AnswerProblems(campaign, duty, document, places, problems);
    }

    Contents read() {
      schema(duty).validate(document.root()).forEach(answerProblems::tell);
      Located root = Located.root(document);
      Map<FormId, Answers> forms = new HashMap<>();
      for (FormId form : duty.forms()) {
        root.get("forms")
            .flatMap(all -> all.get(form.value()))
            .ifPresent(sheet -> forms.put(form, answers(campaign.form(form), sheet)));
      }
      return new Contents(root.text("id"), root.whole("basedOn").orElse(0), forms);
    }

    private Answers answers(Form form, Located sheet) {
      Map<ColumnPath, Value> cover =
          sheet.get("cover").map(one -> cells(form.coverFields(), one)).orElse(Map.of());
      sheet.get("rows").ifPresent(answerProblems::tellUnknownRows);
      Map<RowKey, Map<ColumnPath, Value>> rows = new HashMap<>();
      for (FormRow row : campaign.typedRows(duty, form.id(), reporter)) {
        Optional<Located> cells =
            form.rows().isRecord()
                ? sheet.get("row")
                : sheet.get("rows").flatMap(all -> all.get(row.key().toString()));
        cells.ifPresent(one -> rows.put(row.key(), cells(form.indicators(), one)));
      }
      Map<CheckId, String> explanations = new HashMap<>();
      sheet
          .members("explanations")
          .forEach((check, text) -> explanations.put(new CheckId(check), text.text()));
      return new Answers(form.id(), cover, rows, explanations);
    }

    private Map<ColumnPath, Value> cells(List<Indicator> indicators, Located row) {
      Map<ColumnPath, Value> cells = new HashMap<>();
      for (Indicator indicator : indicators) {
        if (indicator.isComputed()) continue;
        Optional<Located> cell = Optional.of(row);
        for (String key : indicator.path().keys()) cell = cell.flatMap(at -> at.get(key));
        cell.flatMap(one -> value(indicator, one))
            .ifPresent(value -> cells.put(indicator.path(), value));
      }
      return cells;
    }

    /** The value of a cell whose structure is sound; empty after telling what else is wrong. */
    private Optional<Value> value(Indicator indicator, Located cell) {
      return indicator.type() instanceof FieldType.Number type
          ? number(type, indicator, cell)
          : words(indicator, cell);
    }

    private Optional<Value> number(FieldType.Number type, Indicator indicator, Located cell) {
      BigDecimal amount = cell.node().decimalValue();
      if (FieldType.Number.decimalsOf(amount) <= type.decimals()) {
        return Optional.of(Value.of(amount));
      }
      tell(ProblemCode.ANSWERS_DECIMALS, indicator, cell, type.decimals(), amount.toPlainString());
      return Optional.empty();
    }

    private Optional<Value> words(Indicator indicator, Located cell) {
      String text = cell.text().strip();
      if (text.isEmpty()) {
        tell(ProblemCode.ANSWERS_LENGTH, indicator, cell, SchemaProblems.atLeast("1"));
        return Optional.empty();
      }
      if (text.chars().anyMatch(Sheets::isUnprintable)) {
        tell(ProblemCode.ANSWERS_FORMAT, indicator, cell, "\\u0000…\\u001F");
        return Optional.empty();
      }
      return Optional.of(Value.of(text));
    }

    /** Control characters and halves of surrogate pairs break every file they are printed to. */
    private static boolean isUnprintable(int c) {
      return (c < ' ' && c != '\n' && c != '\t' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
    }

    private void tell(ProblemCode code, Indicator indicator, Located cell, Object... arguments) {
      Place place = places.find(cell.pointer()).orElseThrow();
      List<Object> all = new ArrayList<>(List.of(place.cell(indicator).toString()));
      all.addAll(List.of(arguments));
      problems.add(cell.problem(code, all.toArray()).in(place.cell(indicator)));
    }
  }
}
