package nuanbao.engine.form;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.Language;
import nuanbao.engine.unit.UnitTree;

/** Values as they are printed: numbers rounded half-up, codes by their titles. */
public final class ValueText {
  /** How 不适用 is printed in tables. */
  public static final String DASH = "—";

  private final UnitTree units;

  public ValueText(UnitTree units) {
    this.units = units;
  }

  /** A value of a cell; empty for a blank. */
  public String of(Indicator cell, Value value) {
    if (value instanceof Value.Number number) {
      return number.amount().setScale(cell.printDecimals(), RoundingMode.HALF_UP).toPlainString();
    }
    if (value instanceof Value.Words words) return words(cell.type(), words.text());
    if (value instanceof Value.Truth truth) return truth.isTrue() ? "是" : "否";
    if (value instanceof Value.Day day) return day.date().toString();
    if (value instanceof Value.Choices choices) return choices(cell.type(), choices.codes());
    if (value instanceof Value.Records records) return records(cell.type(), records);
    if (value instanceof Value.NotApplicable) return DASH;
    if (value instanceof Value.Failed failed) {
      return "!" + failed.reason().in(Language.CHINESE);
    }
    return "";
  }

  private String words(FieldType type, String text) {
    if (type instanceof FieldType.Choice choice) return title(choice.options(), text);
    if (type instanceof FieldType.OneUnit) {
      return units.findUnit(text).map(unit -> unit.shortName()).orElse(text);
    }
    return text;
  }

  private static String title(List<FieldType.Option> options, String code) {
    Optional<FieldType.Option> option =
        options.stream().filter(one -> one.code().equals(code)).findFirst();
    return option.map(FieldType.Option::title).orElse(code);
  }

  private static String choices(FieldType type, List<String> codes) {
    if (type instanceof FieldType.Files) return codes.size() + "个附件";
    List<FieldType.Option> options =
        type instanceof FieldType.Choices choices ? choices.options() : List.of();
    return codes.stream().map(code -> title(options, code)).collect(Collectors.joining("、"));
  }

  private String records(FieldType type, Value.Records records) {
    if (!(type instanceof FieldType.Records asked)) return "";
    List<String> texts = new ArrayList<>();
    for (Map<String, Value> record : records.records()) {
      String text =
          asked
              .print()
              .map(print -> print.fill(key -> inner(asked, record, key)))
              .orElseGet(() -> allOf(asked, record));
      if (!text.isEmpty()) texts.add(text);
    }
    return String.join(asked.between(), texts);
  }

  private String inner(FieldType.Records asked, Map<String, Value> record, String key) {
    for (Column column : asked.columns()) {
      if (column.key().equals(key))
        return of(column, path -> record.getOrDefault(path.value(), Value.BLANK));
    }
    return "";
  }

  private String allOf(FieldType.Records asked, Map<String, Value> record) {
    List<String> texts = new ArrayList<>();
    for (Column column : asked.columns()) {
      String text = of(column, path -> record.getOrDefault(path.value(), Value.BLANK));
      if (!text.isEmpty()) texts.add(text);
    }
    return String.join(" ", texts);
  }

  /** Where the values of a group come from. */
  public interface Values {
    Value get(ColumnPath path);
  }

  /** A column, or a group that prints as one cell. */
  public String of(Column column, Values values) {
    if (column instanceof Indicator one) return of(one, values.get(one.path()));
    ColumnGroup group = (ColumnGroup) column;
    if (group.print().isEmpty()) {
      return group.columns().stream()
          .map(one -> of(one, values))
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(" "));
    }
    return group
        .print()
        .get()
        .fill(
            key ->
                group.columns().stream()
                    .filter(one -> one.key().equals(key))
                    .map(one -> of(one, values))
                    .findFirst()
                    .orElse(""));
  }
}
