package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.form.Rows;
import nuanbao.engine.formula.Value;
import nuanbao.engine.intake.SubmissionReader;
import nuanbao.engine.json.JsonText.Limits;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.submission.Contents;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a submission from JSON: {@code {"id", "basedOn", "forms": {form: {"cover", "rows" or "row",
 * "explanations"}}}}. Structure by the generated schema, then types; at most 8 MiB.
 */
public final class JsonSubmissionReader implements SubmissionReader {
  private static final int SHOWN = 20;

  private final Campaign campaign;

  /** A duty does not ask every reporter for the same forms on every round. */
  private record Asked(DutyId duty, List<FormId> forms) {}

  private final Map<Asked, Schema> schemas = new ConcurrentHashMap<>();

  private final CellReader cellReader;

  /** Cells that are typed, by form: of the cover, and of each row that the form names. */
  private final Map<FormId, List<TypedCell>> covers = new HashMap<>();

  private final Map<FormId, Map<String, List<TypedCell>>> rows = new HashMap<>();

  /** A typed column, and the keys that lead to it. */
  private record TypedCell(Indicator indicator, List<String> keys) {
    static List<TypedCell> of(Collection<Indicator> indicators) {
      return indicators.stream()
          .filter(indicator -> !indicator.isComputed())
          .map(indicator -> new TypedCell(indicator, indicator.path().keys()))
          .toList();
    }
  }

  /** A reader of what is sent for one campaign; it compiles the schema of each duty once. */
  public JsonSubmissionReader(Campaign campaign) {
    this.campaign = campaign;
    this.cellReader = new CellReader(campaign.units());
    for (Form form : campaign.forms()) {
      covers.put(form.id(), TypedCell.of(form.coverFields()));
      Map<String, List<TypedCell>> byItem = new HashMap<>();
      byItem.put("", TypedCell.of(form.indicators()));
      for (Item item : form.rows().items()) {
        byItem.put(item.key(), TypedCell.of(item.cells().values()));
      }
      rows.put(form.id(), byItem);
    }
  }

  @Override
  public Reading read(SubmissionKey key, byte[] raw, String source) {
    Problems problems = new Problems();
    Optional<LocatedJson> document = JsonText.read(raw, source, Limits.ANSWERS, problems);
    Contents contents =
        document
            .map(read -> new Sheets(key, read, problems).read())
            .orElseGet(() -> new Contents(Optional.empty(), 0, Map.of()));
    return new Reading(contents, problems.inOrder());
  }

  /**
   * The schema of what the reporters of a duty send, as pure JSON Schema 2020-12, for other
   * validators and for whoever fills it in by program.
   */
  public String schema(Duty duty) {
    return SubmissionSchema.of(campaign, duty, duty.forms()).toPrettyString();
  }

  /** The schema of one form: what stands under its id in what is sent. */
  public static String schema(Form form) {
    return SubmissionSchema.of(form).toPrettyString();
  }

  private Schema compiled(Duty duty, List<FormId> forms) {
    return schemas.computeIfAbsent(
        new Asked(duty.id(), forms), any -> SubmissionSchema.compile(campaign, duty, forms));
  }

  /** One reading of one document. */
  private final class Sheets {
    private final SubmissionKey key;
    private final Duty duty;
    private final List<FormId> forms;
    private final Unit reporter;
    private final LocatedJson document;
    private final Problems problems;
    private final AnswerPlaces places;
    private final AnswerProblems answerProblems;

    Sheets(SubmissionKey key, LocatedJson document, Problems problems) {
      this.key = key;
      this.duty = campaign.duty(key.duty());
      this.forms = campaign.forms(key);
      this.reporter = campaign.units().unit(key.unit());
      this.document = document;
      this.problems = problems;
      this.places = new AnswerPlaces(campaign, key, document);
      this.answerProblems = new AnswerProblems(campaign, forms, document, places, problems);
    }

    Contents read() {
      compiled(duty, forms).validate(document.root()).forEach(answerProblems::tell);
      Located root = Located.root(document);
      root.get("id").ifPresent(this::checkPrintable);
      Map<FormId, Answers> read = new HashMap<>();
      for (FormId form : forms) {
        root.get("forms")
            .flatMap(all -> all.get(form.value()))
            .ifPresent(sheet -> read.put(form, answers(campaign.form(form), sheet)));
      }
      return new Contents(root.text("id"), root.whole("basedOn").orElse(0), read);
    }

    private Answers answers(Form form, Located sheet) {
      Map<ColumnPath, Value> cover =
          sheet
              .get("cover")
              .map(one -> cells(covers.getOrDefault(form.id(), List.of()), one))
              .orElse(Map.of());
      Map<CheckId, String> explanations = new HashMap<>();
      sheet
          .members("explanations")
          .forEach(
              (check, text) -> {
                checkPrintable(text);
                explanations.put(new CheckId(check), text.text());
              });
      return new Answers(form.id(), cover, rows(form, sheet), explanations);
    }

    private Map<RowKey, Map<ColumnPath, Value>> rows(Form form, Located sheet) {
      Map<String, List<TypedCell>> cells = rows.getOrDefault(form.id(), Map.of());
      Map<RowKey, Map<ColumnPath, Value>> read = new LinkedHashMap<>();
      Optional<Located> table = sheet.get("rows");
      if (form.rows().shape() == Rows.Shape.LIST) {
        table.ifPresent(list -> entries(form, list, cells.getOrDefault("", List.of()), read));
        return read;
      }
      for (FormRow row : campaign.typedRows(key, form.id())) {
        Optional<Located> written =
            form.rows().shape() == Rows.Shape.RECORD
                ? sheet.get("row")
                : table.flatMap(all -> all.get(row.key().toString()));
        List<TypedCell> typed = cells.getOrDefault(row.key().item(), List.of());
        written.ifPresent(one -> read.put(row.key(), cells(typed, one)));
      }
      table
          .filter(all -> all.node().size() > read.size())
          .ifPresent(answerProblems::tellUnknownRows);
      return read;
    }

    private void entries(
        Form form, Located list, List<TypedCell> cells, Map<RowKey, Map<ColumnPath, Value>> read) {
      List<Unit> holders = campaign.holders(key, form.id());
      Set<String> ids = new HashSet<>();
      for (Located entry : list.items()) {
        Optional<String> id = entry.text("id");
        if (id.isEmpty()) continue; // told as missing
        entry.get("id").ifPresent(this::checkPrintable);
        if (!ids.add(id.get())) {
          problems.add(
              entry.get("id").orElseThrow().problem(ProblemCode.ANSWERS_ENTRY_ID_TWICE, id.get()));
          continue;
        }
        // Of nobody's it is read as the reporter's: it is refused, and all else in it is told as
        // well.
        Unit holder = holder(form, entry, id.get(), holders).orElse(reporter);
        read.put(new RowKey(holder.id(), id.get()), cells(cells, entry));
      }
    }

    /** What is no cell: ids, and why a check may fail. */
    private void checkPrintable(Located text) {
      if (!text.node().isTextual() || !CellReader.hasUnprintable(text.text())) return;
      String name = text.pointer().substring(text.pointer().lastIndexOf('/') + 1);
      problems.add(text.problem(ProblemCode.ANSWERS_FORMAT, name, CellReader.UNPRINTABLE));
    }

    /** Whose entry it is: the unit it names, or the only one there is. */
    private Optional<Unit> holder(Form form, Located entry, String id, List<Unit> holders) {
      CellPosition row = new CellPosition(form.id().value(), id, "", "", "");
      Optional<Located> named = entry.get("unit");
      if (named.isEmpty()) {
        if (holders.size() == 1) return Optional.of(holders.get(0));
        if (holders.contains(reporter)) return Optional.of(reporter);
        problems.add(entry.problem(ProblemCode.ANSWERS_ENTRY_WITHOUT_UNIT, form.id()).in(row));
        return Optional.empty();
      }
      String unit = named.get().text();
      Optional<Unit> found = holders.stream().filter(u -> u.id().value().equals(unit)).findFirst();
      if (found.isEmpty()) {
        String choices =
            String.join(
                "、", holders.stream().limit(SHOWN).map(u -> u.id() + " " + u.shortName()).toList());
        problems.add(named.get().problem(ProblemCode.ANSWERS_ENTRY_UNIT, unit, choices).in(row));
      }
      return found;
    }

    private Map<ColumnPath, Value> cells(List<TypedCell> typed, Located row) {
      Map<ColumnPath, Value> cells = new HashMap<>();
      for (TypedCell cell : typed) {
        JsonNode node = find(cell, row);
        if (node == null) continue;
        value(cell, row, node).ifPresent(read -> cells.put(cell.indicator.path(), read));
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

    private Optional<Value> value(TypedCell cell, Located row, JsonNode node) {
      return cellReader.read(
          cell.indicator,
          node,
          (code, inner, arguments) -> tell(code, cell, row, inner, arguments));
    }

    private void tell(
        ProblemCode code, TypedCell cell, Located row, String inner, Object... arguments) {
      Located at = locate(cell, row).orElseThrow();
      CellPosition position = places.find(at.pointer()).orElseThrow().cell(cell.indicator);
      List<Object> all = new ArrayList<>();
      all.add(inner.isEmpty() ? position.toString() : position + " " + inner);
      all.addAll(List.of(arguments));
      problems.add(at.problem(code, all.toArray()).in(position));
    }
  }
}
