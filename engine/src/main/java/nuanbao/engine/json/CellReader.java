package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Days;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.WordsFormat;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.unit.UnitTree;
import org.jspecify.annotations.Nullable;

/** Reads the value of a cell whose structure is sound, and tells what else is wrong with it. */
final class CellReader {
  /** How 不适用 is answered. */
  static final String NOT_APPLICABLE = "不适用";

  /** How characters that cannot be printed are shown. */
  static final String UNPRINTABLE = "\\u0000…\\u001F";

  private final UnitTree units;

  CellReader(UnitTree units) {
    this.units = units;
  }

  /** Takes what is wrong with a cell. */
  interface Told {
    /**
     * A mistake.
     *
     * @param inner where it stands within the cell, empty for the cell itself
     * @param arguments behind the name of the cell
     */
    void tell(ProblemCode code, String inner, Object... arguments);
  }

  /** The value; empty after telling what is wrong. */
  Optional<Value> read(Indicator cell, JsonNode node, Told told) {
    return read(cell, node, "", told);
  }

  private Optional<Value> read(Indicator cell, JsonNode node, String inner, Told told) {
    boolean mayNotApply = mayBeNotApplicable(cell);
    if (mayNotApply && node.isTextual() && node.asText().strip().equals(NOT_APPLICABLE)) {
      return Optional.of(Value.NOT_APPLICABLE);
    }
    FieldType type = cell.type();
    if (type instanceof FieldType.Number number) {
      return number(number, node.decimalValue(), inner, told);
    }
    if (type instanceof FieldType.Words words) return words(words, node, inner, told);
    if (type instanceof FieldType.Truth) return Optional.of(Value.of(node.asBoolean()));
    if (type instanceof FieldType.Day) return day(node.asText(), inner, told);
    if (type instanceof FieldType.Choices choices) return choices(choices, node);
    if (type instanceof FieldType.OneUnit one) return unit(one, node.asText(), inner, told);
    if (type instanceof FieldType.Records records) return records(records, node, told);
    if (type instanceof FieldType.Files files) return files(files, node, inner, told);
    return Optional.of(Value.of(node.asText()));
  }

  /** Whether the schema takes 不适用 for a cell. */
  static boolean mayBeNotApplicable(Indicator cell) {
    return cell.applicability().mayNotApply()
        || cell.applicability().appliesTo().isPresent()
        || cell.applicability().appliesWhen().isPresent();
  }

  private static Optional<Value> number(
      FieldType.Number type, BigDecimal amount, String inner, Told told) {
    if (amount.scale() <= type.decimals()
        || FieldType.Number.decimalsOf(amount) <= type.decimals()) {
      return Optional.of(Value.of(amount));
    }
    told.tell(ProblemCode.ANSWERS_DECIMALS, inner, type.decimals(), amount.toPlainString());
    return Optional.empty();
  }

  private static Optional<Value> words(
      FieldType.Words type, JsonNode node, String inner, Told told) {
    String text = node.asText().strip();
    if (text.isEmpty()) {
      told.tell(ProblemCode.ANSWERS_LENGTH, inner, SchemaProblems.atLeast("1"));
      return Optional.empty();
    }
    if (hasUnprintable(text)) {
      told.tell(ProblemCode.ANSWERS_FORMAT, inner, UNPRINTABLE);
      return Optional.empty();
    }
    if (type.format() != WordsFormat.NONE && !type.format().isSound(text)) {
      told.tell(ProblemCode.ANSWERS_CHECK_CHARACTER, inner, text);
      return Optional.empty();
    }
    return Optional.of(Value.of(text));
  }

  /** Control characters break every file they are printed to. */
  static boolean hasUnprintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnprintable(text.charAt(i))) return true;
    }
    return false;
  }

  private static boolean isUnprintable(int c) {
    return (c < ' ' && c != '\n' && c != '\t' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
  }

  private static Optional<Value> day(String text, String inner, Told told) {
    Optional<LocalDate> day = Days.read(text);
    if (day.isEmpty()) told.tell(ProblemCode.ANSWERS_NO_SUCH_DAY, inner, text);
    return day.map(Value::of);
  }

  /** In the order of the list, so that two who chose the same wrote the same. */
  private static Optional<Value> choices(FieldType.Choices type, JsonNode node) {
    List<String> chosen = new ArrayList<>();
    for (FieldType.Option option : type.options()) {
      for (JsonNode one : node) {
        if (one.asText().equals(option.code())) chosen.add(option.code());
      }
    }
    return chosen.isEmpty() ? Optional.empty() : Optional.of(new Value.Choices(chosen));
  }

  private static Optional<Value> files(
      FieldType.Files type, JsonNode node, String inner, Told told) {
    List<String> ids = new ArrayList<>();
    if (node.isArray()) node.forEach(one -> ids.add(one.asText()));
    else ids.add(node.asText());
    if (ids.stream().anyMatch(CellReader::hasUnprintable)) {
      told.tell(ProblemCode.ANSWERS_FORMAT, inner, UNPRINTABLE);
      return Optional.empty();
    }
    if (type.most() == 1) return Optional.of(Value.of(ids.get(0)));
    return ids.isEmpty() ? Optional.empty() : Optional.of(new Value.Choices(ids));
  }

  private Optional<Value> unit(FieldType.OneUnit type, String text, String inner, Told told) {
    boolean isChoice = units.findUnit(text).filter(u -> type.among().selects(u, units)).isPresent();
    if (isChoice) return Optional.of(Value.of(text));
    told.tell(ProblemCode.ANSWERS_NOT_A_CHOICE, inner, text, "");
    return Optional.empty();
  }

  private Optional<Value> records(FieldType.Records type, JsonNode node, Told told) {
    List<Map<String, Value>> records = new ArrayList<>();
    List<Indicator> columns = Column.indicatorsOf(type.columns());
    for (int i = 0; i < node.size(); i++) {
      Map<String, Value> record = new HashMap<>();
      for (Indicator column : columns) {
        JsonNode at = find(node.get(i), column.path());
        if (at == null) continue;
        String place = "第" + (i + 1) + "条" + column.title();
        read(column, at, place, told).ifPresent(v -> record.put(column.path().value(), v));
      }
      records.add(record);
    }
    return records.isEmpty() ? Optional.empty() : Optional.of(new Value.Records(records));
  }

  private static @Nullable JsonNode find(JsonNode node, ColumnPath path) {
    JsonNode at = node;
    for (String key : path.keys()) {
      at = at.get(key);
      if (at == null) return null;
    }
    return at;
  }
}
