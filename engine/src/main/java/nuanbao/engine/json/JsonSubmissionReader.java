package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
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
import nuanbao.engine.json.JsonText.Limits;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.submission.Contents;
import nuanbao.engine.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a submission from JSON: {@code {"id", "basedOn", "forms": {form: {"cover", "rows" or "row",
 * "explanations"}}}}. Structure by the generated schema, then types; at most 8 MiB.
 */
public final class JsonSubmissionReader implements SubmissionReader {
  private final Campaign campaign;
  private final Map<DutyId, Schema> schemas = new ConcurrentHashMap<>();

  /** Cells that are typed, by form: of the cover and of a row. */
  private final Map<FormId, List<TypedCell>> covers = new HashMap<>();

  private final Map<FormId, List<TypedCell>> rows = new HashMap<>();

  /** A typed column, and the keys that lead to it. */
  private record TypedCell(Indicator indicator, List<String> keys) {
    static List<TypedCell> of(List<Indicator> indicators) {
      return indicators.stream()
          .filter(indicator -> !indicator.isComputed())
          .map(indicator -> new TypedCell(indicator, indicator.path().keys()))
          .toList();
    }
  }

  /** A reader of what is sent for one campaign; it compiles the schema of each duty once. */
  public JsonSubmissionReader(Campaign campaign) {
    this.campaign = campaign;
    for (Form form : campaign.forms()) {
      covers.put(form.id(), TypedCell.of(form.coverFields()));
      rows.put(form.id(), TypedCell.of(form.indicators()));
    }
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

  /**
   * The schema of what the reporters of a duty send, as pure JSON Schema 2020-12, for other
   * validators and for whoever fills it in by program.
   */
  public String schema(Duty duty) {
    return new SubmissionSchema(campaign, duty).generate().toPrettyString();
  }

  private Schema compiled(Duty duty) {
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
      compiled(duty).validate(document.root()).forEach(answerProblems::tell);
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
          sheet
              .get("cover")
              .map(one -> cells(covers.getOrDefault(form.id(), List.of()), one))
              .orElse(Map.of());
      List<TypedCell> cells = rows.getOrDefault(form.id(), List.of());
      Map<RowKey, Map<ColumnPath, Value>> read = new HashMap<>();
      Optional<Located> table = sheet.get("rows");
      for (FormRow row : campaign.typedRows(duty, form.id(), reporter)) {
        Optional<Located> written =
            form.rows().isRecord()
                ? sheet.get("row")
                : table.flatMap(all -> all.get(row.key().toString()));
        written.ifPresent(one -> read.put(row.key(), cells(cells, one)));
      }
      table
          .filter(all -> all.node().size() > read.size())
          .ifPresent(answerProblems::tellUnknownRows);
      Map<CheckId, String> explanations = new HashMap<>();
      sheet
          .members("explanations")
          .forEach((check, text) -> explanations.put(new CheckId(check), text.text()));
      return new Answers(form.id(), cover, read, explanations);
    }

    private Map<ColumnPath, Value> cells(List<TypedCell> typed, Located row) {
      Map<ColumnPath, Value> cells = new HashMap<>();
      for (TypedCell cell : typed) {
        JsonNode node = find(cell, row);
        if (node == null) continue;
        value(cell, row, node).ifPresent(value -> cells.put(cell.indicator.path(), value));
      }
      return cells;
    }

    /** Absent where nothing stands, or something that has been told as wrong. */
    private @Nullable JsonNode find(TypedCell cell, Located row) {
      if (!document.isSound()) return locate(cell, row).map(Located::node).orElse(null);
      JsonNode node = row.node();
      for (int i = 0; i < cell.keys.size() && node != null; i++) node = node.get(cell.keys.get(i));
      return node;
    }

    private static Optional<Located> locate(TypedCell cell, Located row) {
      Optional<Located> found = Optional.of(row);
      for (String key : cell.keys) found = found.flatMap(at -> at.get(key));
      return found;
    }

    /** The value of a cell whose structure is sound; empty after telling what else is wrong. */
    private Optional<Value> value(TypedCell cell, Located row, JsonNode node) {
      return cell.indicator.type() instanceof FieldType.Number type
          ? number(type, cell, row, node.decimalValue())
          : words(cell, row, node.asText().strip());
    }

    private Optional<Value> number(
        FieldType.Number type, TypedCell cell, Located row, BigDecimal amount) {
      if (amount.scale() <= type.decimals()
          || FieldType.Number.decimalsOf(amount) <= type.decimals()) {
        return Optional.of(Value.of(amount));
      }
      tell(ProblemCode.ANSWERS_DECIMALS, cell, row, type.decimals(), amount.toPlainString());
      return Optional.empty();
    }

    private Optional<Value> words(TypedCell cell, Located row, String text) {
      if (text.isEmpty()) {
        tell(ProblemCode.ANSWERS_LENGTH, cell, row, SchemaProblems.atLeast("1"));
        return Optional.empty();
      }
      if (hasUnprintable(text)) {
        tell(ProblemCode.ANSWERS_FORMAT, cell, row, "\\u0000…\\u001F");
        return Optional.empty();
      }
      return Optional.of(Value.of(text));
    }

    private static boolean hasUnprintable(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (isUnprintable(text.charAt(i))) return true;
      }
      return false;
    }

    /** Control characters and halves of surrogate pairs break every file they are printed to. */
    private static boolean isUnprintable(int c) {
      return (c < ' ' && c != '\n' && c != '\t' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
    }

    private void tell(ProblemCode code, TypedCell cell, Located row, Object... arguments) {
      Located at = locate(cell, row).orElseThrow();
      CellPosition position = places.find(at.pointer()).orElseThrow().cell(cell.indicator);
      List<Object> all = new ArrayList<>(List.of(position.toString()));
      all.addAll(List.of(arguments));
      problems.add(at.problem(code, all.toArray()).in(position));
    }
  }
}
