package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.Rows;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import nuanbao.engine.unit.UnitTree;

/**
 * Turns the fields of a posted page into the JSON that the gate takes. Blank fields are left out,
 * and so is a row with nothing in it. Full-width digits are digits; what is no number goes on as it
 * was typed, to be told in its place.
 */
public final class FormPost {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");

  private final Campaign campaign;
  private final SubmissionKey key;

  /**
   * Reads what one reporter posts for one round.
   *
   * @param key duty, round and reporter must exist
   */
  public FormPost(Campaign campaign, SubmissionKey key) {
    this.campaign = campaign;
    this.key = key;
  }

  /**
   * The submission as JSON.
   *
   * @param fields by the names of {@code FormView}, in the order of the page, with everything that
   *     was posted under a name; those of other forms are passed over
   * @param clientId chosen by the page, so that a second press of the button is no second
   *     submission
   * @param basedOn version the page was opened with; 0 for none
   */
  public byte[] toJson(Map<String, List<String>> fields, String clientId, int basedOn) {
    ObjectNode root = NODES.objectNode();
    if (!clientId.isEmpty()) root.put("id", clientId);
    root.put("basedOn", basedOn);
    ObjectNode forms = root.putObject("forms");
    for (FormId id : campaign.forms(key)) {
      forms.set(id.value(), new Post(campaign.form(id), campaign.units()).read(fields));
    }
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What was posted of one form. */
  private static final class Post {
    private final Form form;
    private final UnitTree units;
    private final ObjectNode sheet = NODES.objectNode();
    private final Map<String, ObjectNode> rows = new LinkedHashMap<>();

    /** Child records by where they stand: the numbers that were posted may have gaps. */
    private final Map<String, ObjectNode> records = new HashMap<>();

    Post(Form form, UnitTree units) {
      this.form = form;
      this.units = units;
    }

    ObjectNode read(Map<String, List<String>> fields) {
      sheet.putObject("cover");
      fields.forEach(this::put);
      JsonNode explanations = sheet.remove("explanations");
      switch (form.rows().shape()) {
        case RECORD ->
            sheet.set("row", rows.values().stream().findFirst().orElseGet(NODES::objectNode));
        case BY_KEY -> {
          ObjectNode all = sheet.putObject("rows");
          rows.forEach(all::set);
        }
        case LIST -> {
          ArrayNode all = sheet.putArray("rows");
          rows.values().stream().filter(Post::isWritten).forEach(all::add);
        }
      }
      if (explanations != null) sheet.set("explanations", explanations);
      return sheet;
    }

    /** An entry in which nothing was written is one that was added and left. */
    private static boolean isWritten(ObjectNode entry) {
      return entry.size() > (entry.has("unit") ? 2 : 1);
    }

    private void put(String name, List<String> texts) {
      List<String> written = texts.stream().filter(text -> !text.isBlank()).toList();
      List<String> steps = List.of(name.split("/", -1));
      if (steps.size() < 3 || !steps.get(0).equals(form.id().value())) return;
      boolean isEntry = steps.get(1).equals("rows") && form.rows().shape() == Rows.Shape.LIST;
      if (isEntry) row(steps.get(2)); // its place among the entries, though it be blank
      if (written.isEmpty()) return;
      switch (steps.get(1)) {
        case "cover" -> {
          Optional<Indicator> field = form.findCoverField(new ColumnPath(steps.get(2)));
          cell(sheet.withObject("/cover"), field, steps, 2, written);
        }
        case "explanations" -> sheet.withObject("/explanations").put(steps.get(2), written.get(0));
        case "rows" -> {
          if (steps.size() < 4) return;
          ObjectNode row = row(steps.get(2));
          if (isEntry && steps.get(3).equals("unit")) row.put("unit", written.get(0));
          else cell(row, column(steps), steps, 3, written);
        }
        default -> {}
      }
    }

    private ObjectNode row(String key) {
      return rows.computeIfAbsent(
          key,
          any ->
              form.rows().shape() == Rows.Shape.LIST
                  ? NODES.objectNode().put("id", key)
                  : NODES.objectNode());
    }

    private Optional<Indicator> column(List<String> steps) {
      ColumnPath path = new ColumnPath(steps.get(3));
      for (Item item : form.rows().items()) {
        if (item.key().equals(steps.get(2))) return item.findCell(path);
      }
      return form.indicators().stream().filter(one -> one.path().equals(path)).findFirst();
    }

    /** At {@code from} the path of a column; behind it number and column of a child record. */
    private void cell(
        ObjectNode row,
        Optional<Indicator> column,
        List<String> steps,
        int from,
        List<String> texts) {
      ObjectNode at = group(row, steps.get(from));
      String key = lastKey(steps.get(from));
      Optional<FieldType> type = column.map(Indicator::type);
      if (steps.size() == from + 3 && type.orElse(null) instanceof FieldType.Records asked) {
        String path = steps.get(from + 2);
        ObjectNode record =
            records.computeIfAbsent(
                String.join("/", steps.subList(0, from + 2)),
                any -> at.withArray("/" + key).addObject());
        Optional<FieldType> inner =
            Column.indicatorsOf(asked.columns()).stream()
                .filter(one -> one.path().value().equals(path))
                .map(Indicator::type)
                .findFirst();
        value(group(record, path), lastKey(path), inner, texts);
      } else {
        value(at, key, type, texts);
      }
    }

    /**
     * The id of a unit that was called by its name, if only one of those asked for is called so.
     */
    private String unit(FieldType.OneUnit asked, String text) {
      if (units.findUnit(new UnitId(text)).isPresent()) return text;
      List<Unit> named =
          units.named(text).stream().filter(unit -> asked.among().selects(unit, units)).toList();
      return named.size() == 1 ? named.get(0).id().value() : text;
    }

    private static ObjectNode group(ObjectNode row, String path) {
      List<String> keys = new ColumnPath(path).keys();
      ObjectNode at = row;
      for (String group : keys.subList(0, keys.size() - 1)) {
        at = at.has(group) ? (ObjectNode) at.get(group) : at.putObject(group);
      }
      return at;
    }

    private static String lastKey(String path) {
      List<String> keys = new ColumnPath(path).keys();
      return keys.get(keys.size() - 1);
    }

    /** 不适用, ticked beside a field, stands before what was typed in it. */
    private void value(ObjectNode at, String key, Optional<FieldType> type, List<String> texts) {
      String text =
          texts.contains(CellReader.NOT_APPLICABLE) ? CellReader.NOT_APPLICABLE : texts.get(0);
      FieldType asked = type.orElse(null);
      if (text.equals(CellReader.NOT_APPLICABLE)) {
        at.put(key, text);
      } else if (asked instanceof FieldType.OneUnit one) {
        at.put(key, unit(one, text.strip()));
      } else if (asked instanceof FieldType.Number) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (NUMBER.matcher(plain).matches()) at.put(key, new BigDecimal(plain));
        else at.put(key, text);
      } else if (asked instanceof FieldType.Truth
          && (text.equals("true") || text.equals("false"))) {
        at.put(key, text.equals("true"));
      } else if (asked instanceof FieldType.Choices
          || (asked instanceof FieldType.Files files && files.most() > 1)) {
        ArrayNode list = at.putArray(key);
        texts.forEach(list::add);
      } else {
        at.put(key, text);
      }
    }
  }
}
