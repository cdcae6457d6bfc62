package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
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
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Similar;
import nuanbao.engine.problem.SourcePosition;
import nuanbao.engine.problem.Text;
import nuanbao.engine.submission.Contents;
import nuanbao.engine.unit.Unit;

/**
 * Reads a submission from JSON: {@code {"id", "basedOn", "forms": {form: {"cover", "rows" or "row",
 * "explanations"}}}}. Structure by the generated schema, then types; at most 8 MiB.
 */
public final class JsonSubmissionReader implements SubmissionReader {

  @Override
  public Reading read(Campaign campaign, Duty duty, Unit reporter, byte[] raw, String source) {
    Problems problems = new Problems();
    Optional<LocatedJson> document = JsonText.read(raw, source, Limits.ANSWERS, problems);
    Contents contents =
        document
            .map(read -> new Sheets(campaign, duty, reporter, read, problems).read())
            .orElseGet(() -> new Contents(Optional.empty(), 0, Map.of()));
    return new Reading(contents, problems.inOrder());
  }

  /** One reading of one document. */
  private static final class Sheets {
    private final Campaign campaign;
    private final Duty duty;
    private final Unit reporter;
    private final LocatedJson document;
    private final Problems problems;
    private final AnswerPlaces places;

    Sheets(Campaign campaign, Duty duty, Unit reporter, LocatedJson document, Problems problems) {
      this.campaign = campaign;
      this.duty = duty;
      this.reporter = reporter;
      this.document = document;
      this.problems = problems;
      this.places = new AnswerPlaces(campaign, duty, reporter);
    }

    Contents read() {
      for (Error error :
          new SubmissionSchema(campaign, duty, reporter).compile().validate(document.root())) {
        tell(error, error.getInstanceLocation().toString());
      }
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

    private void tell(Error error, String pointer) {
      SourcePosition here = document.at(pointer);
      JsonNode value = document.root().at(pointer);
      JsonNode limit = error.getSchemaNode();
      Optional<Place> place = places.find(pointer);
      switch (error.getKeyword()) {
        case "additionalProperties" -> unknown(pointer, error.getProperty());
        case "required" -> missing(pointer, error.getProperty());
        case "type" -> {
          if (value.isNull()) bad(pointer, here, place, ProblemCode.ANSWERS_NULL);
          else if (place.isEmpty()) {
            bad(
                pointer,
                here,
                place,
                ProblemCode.WRONG_TYPE,
                SchemaProblems.typeNamed(limit.asText()),
                SchemaProblems.typeOf(value));
          } else {
            bad(
                pointer,
                here,
                place,
                ProblemCode.ANSWERS_TYPE,
                named(place),
                SchemaProblems.typeNamed(limit.asText()),
                SchemaProblems.shown(value));
          }
        }
        case "minimum" -> outOfRange(pointer, here, place, value, SchemaProblems.atLeast(limit));
        case "maximum" -> outOfRange(pointer, here, place, value, SchemaProblems.atMost(limit));
        case "minLength" ->
            bad(
                pointer,
                here,
                place,
                ProblemCode.ANSWERS_LENGTH,
                named(place),
                SchemaProblems.atLeast(limit));
        case "maxLength" ->
            bad(
                pointer,
                here,
                place,
                ProblemCode.ANSWERS_LENGTH,
                named(place),
                SchemaProblems.atMost(limit));
        case "pattern" ->
            bad(
                pointer,
                here,
                place,
                ProblemCode.ANSWERS_FORMAT,
                named(place),
                SchemaProblems.shown(value));
        default -> bad(pointer, here, place, ProblemCode.SCHEMA_OTHER, error.getKeyword());
      }
    }

    private void outOfRange(
        String pointer, SourcePosition here, Optional<Place> place, JsonNode value, Text limit) {
      bad(
          pointer,
          here,
          place,
          ProblemCode.ANSWERS_OUT_OF_RANGE,
          named(place),
          value.decimalValue().toPlainString(),
          limit);
    }

    private static String named(Optional<Place> place) {
      return place.map(one -> one.cell().toString()).orElse("");
    }

    private void bad(
        String pointer,
        SourcePosition here,
        Optional<Place> place,
        ProblemCode code,
        Object... arguments) {
      document.markUnsound(pointer);
      Problem problem = Problem.of(code, here, arguments);
      problems.add(place.map(one -> problem.in(one.cell())).orElse(problem));
    }

    /** A key that is not asked for: a form, a row, a column, or something else. */
    private void unknown(String pointer, String key) {
      SourcePosition here = document.atKey(LocatedJson.child(pointer, key));
      List<String> steps = AnswerPlaces.steps(pointer);
      Optional<Place> place = places.find(pointer);
      String shown = SchemaProblems.shortened(key);
      if (place.isPresent()) {
        Set<String> known = new HashSet<>();
        for (Indicator one : place.get().indicators()) {
          known.add(one.path().keys().get(place.get().column().size()));
        }
        String near = Similar.nearest(key, known).orElse("");
        problems.add(
            Problem.of(ProblemCode.ANSWERS_UNKNOWN_COLUMN, here, shown, near)
                .in(place.get().cell()));
      } else if (steps.equals(List.of("forms"))) {
        String choices = String.join("、", duty.forms().stream().map(FormId::value).toList());
        problems.add(Problem.of(ProblemCode.ANSWERS_UNKNOWN_FORM, here, shown, choices));
      } else if (steps.size() == 3 && steps.get(2).equals("rows")) {
        problems.add(Problem.of(ProblemCode.ANSWERS_UNKNOWN_ROW, here, shown));
      } else if (steps.size() == 3 && steps.get(2).equals("explanations")) {
        Form form = campaign.form(new FormId(steps.get(1)));
        String choices =
            String.join("、", form.checks().stream().map(check -> check.id().value()).toList());
        problems.add(Problem.of(ProblemCode.ANSWERS_UNKNOWN_CHECK, here, shown, choices));
      } else {
        problems.add(Problem.of(ProblemCode.UNKNOWN_KEY, here, shown, ""));
      }
    }

    /** A missing group is told for every cell in it that must be filled in. */
    private void missing(String pointer, String key) {
      SourcePosition here = document.at(pointer);
      String child = LocatedJson.child(pointer, key);
      Optional<Place> place = places.find(child);
      if (place.isPresent()) {
        for (Indicator indicator : place.get().indicators()) {
          if (!indicator.required()) continue;
          var cell = place.get().cell(indicator);
          problems.add(
              Problem.of(ProblemCode.ANSWERS_MISSING_CELL, here, cell.toString()).in(cell));
        }
      } else if (AnswerPlaces.steps(pointer).equals(List.of("forms"))) {
        problems.add(Problem.of(ProblemCode.ANSWERS_MISSING_FORM, here, key));
      } else {
        problems.add(Problem.of(ProblemCode.MISSING_KEY, here, key));
      }
    }
  }
}
