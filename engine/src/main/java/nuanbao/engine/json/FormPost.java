package nuanbao.engine.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.Indicator;

/**
 * Turns the fields of a posted page into the JSON that the gate takes. Blank fields are left out,
 * and so is a row with nothing in it. Full-width digits are digits; what is no number goes on as it
 * was typed, to be told in its place.
 */
public final class FormPost {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");

  private final Campaign campaign;
  private final Duty duty;

  public FormPost(Campaign campaign, Duty duty) {
    this.campaign = campaign;
    this.duty = duty;
  }

  /**
   * The submission as JSON.
   *
   * @param fields by the names of {@code FormView}; those of other forms are passed over
   * @param clientId chosen by the page, so that a second press of the button is no second
   *     submission
   * @param basedOn version the page was opened with; 0 for none
   */
  public byte[] toJson(Map<String, String> fields, String clientId, int basedOn) {
    ObjectNode root = NODES.objectNode();
    if (!clientId.isEmpty()) root.put("id", clientId);
    root.put("basedOn", basedOn);
    ObjectNode forms = root.putObject("forms");
    for (FormId id : duty.forms()) {
      Form form = campaign.form(id);
      ObjectNode sheet = forms.putObject(id.value());
      sheet.putObject("cover");
      sheet.putObject(form.rows().isRecord() ? "row" : "rows");
      fields.forEach((name, text) -> put(form, sheet, name, text));
    }
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void put(Form form, ObjectNode sheet, String name, String text) {
    if (text.isBlank()) return;
    List<String> steps = List.of(name.split("/", -1));
    if (steps.size() < 3 || !steps.get(0).equals(form.id().value())) return;
    String last = steps.get(steps.size() - 1);
    switch (steps.get(1)) {
      case "cover" -> cell(sheet.withObject("/cover"), form.coverFields(), last, text);
      case "explanations" -> sheet.withObject("/explanations").put(last, text);
      case "rows" -> cell(row(form, sheet, steps.get(2)), form.indicators(), last, text);
      default -> {}
    }
  }

  private static ObjectNode row(Form form, ObjectNode sheet, String key) {
    if (form.rows().isRecord()) return sheet.withObject("/row");
    ObjectNode rows = sheet.withObject("/rows");
    return rows.has(key) ? (ObjectNode) rows.get(key) : rows.putObject(key);
  }

  private static void cell(ObjectNode row, List<Indicator> columns, String path, String text) {
    List<String> keys = new ColumnPath(path).keys();
    ObjectNode at = row;
    for (String group : keys.subList(0, keys.size() - 1)) {
      at = at.has(group) ? (ObjectNode) at.get(group) : at.putObject(group);
    }
    boolean isNumber =
        columns.stream().anyMatch(one -> one.path().value().equals(path) && one.isNumber());
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    String key = keys.get(keys.size() - 1);
    if (isNumber && NUMBER.matcher(plain).matches()) at.put(key, new BigDecimal(plain));
    else at.put(key, text);
  }
}
