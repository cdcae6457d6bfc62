package nuanbao.engine.json;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.form.CellTemplate;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.WordsFormat;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.unit.UnitSelector;

/** Reads what may be written in a cell. */
final class TypeReader {
  private static final int DEFAULT_TEXT = 200;
  private static final int DEFAULT_MEGABYTES = 10;
  private static final int DEFAULT_MOST = 100;

  private final Optional<UnitNames> units;
  private final Problems problems;

  /**
   * Reads types.
   *
   * @param units empty when units.json could not be read
   */
  TypeReader(Optional<UnitNames> units, Problems problems) {
    this.units = units;
    this.problems = problems;
  }

  /** What the author wrote leaves no type: told, or open for somebody else to say. */
  static boolean saysNone(ColumnSource source) {
    return source.text("type").isEmpty() && !source.has("enum", "oneOf", "enumBy");
  }

  /**
   * The type that a column says; empty after telling what is wrong with it.
   *
   * @param records reads the columns of child records
   */
  Optional<FieldType> read(String key, ColumnSource source, ColumnReader records) {
    return switch (source.text("type").orElse("string")) {
      case "integer" -> number(key, source, true);
      case "number" -> number(key, source, false);
      case "boolean" ->
          Optional.of(
              new FieldType.Truth(source.find("const").map(value -> value.node().asBoolean())));
      case "array" -> several(key, source, records);
      default -> words(source);
    };
  }

  private Optional<FieldType> number(String key, ColumnSource source, boolean isWhole) {
    Optional<BigDecimal> minimum = source.find("minimum").map(value -> value.node().decimalValue());
    Optional<BigDecimal> maximum = source.find("maximum").map(value -> value.node().decimalValue());
    if (minimum.isPresent() && maximum.isPresent() && minimum.get().compareTo(maximum.get()) > 0) {
      Located place = source.find("minimum").orElseThrow();
      problems.add(
          place.problem(
              ProblemCode.BOUNDS_CROSSED,
              minimum.get().toPlainString(),
              maximum.get().toPlainString()));
      return Optional.empty();
    }
    Optional<Integer> decimals = whole(source, "decimals");
    if (!isWhole && decimals.isEmpty()) {
      problems.add(source.place().problemAtKey(ProblemCode.NUMBER_WITHOUT_DECIMALS, key));
      return Optional.empty();
    }
    Optional<BigDecimal> step = source.find("multipleOf").map(value -> value.node().decimalValue());
    return Optional.of(
        new FieldType.Number(minimum, maximum, isWhole ? 0 : decimals.orElseThrow(), step));
  }

  private Optional<FieldType> words(ColumnSource source) {
    if (source.has("enum", "oneOf", "enumBy")) return choice(source);
    String format = source.text("format").orElse("");
    if (format.equals("date")) return Optional.of(new FieldType.Day());
    if (format.equals("unit")) return Optional.of(new FieldType.OneUnit(among(source)));
    if (format.equals("attachment")) return Optional.of(files(source, 1));
    int minimum = whole(source, "minLength").orElse(1);
    int maximum = whole(source, "maxLength").orElse(DEFAULT_TEXT);
    if (minimum > maximum) {
      Located place = source.find("minLength").or(() -> source.find("maxLength")).orElseThrow();
      problems.add(place.problem(ProblemCode.BOUNDS_CROSSED, minimum, maximum));
      return Optional.empty();
    }
    Optional<Located> written = source.find("pattern");
    Optional<Pattern> pattern = written.flatMap(this::pattern);
    if (written.isPresent() && pattern.isEmpty()) return Optional.empty();
    return Optional.of(
        new FieldType.Words(
            minimum, maximum, pattern, format(format), whole(source, "lines").orElse(1)));
  }

  private Optional<Pattern> pattern(Located written) {
    try {
      return Optional.of(Pattern.compile(written.text()));
    } catch (PatternSyntaxException broken) {
      problems.add(written.problem(ProblemCode.BAD_PATTERN, broken.getDescription()));
      return Optional.empty();
    }
  }

  private static WordsFormat format(String written) {
    return switch (written) {
      case "month" -> WordsFormat.MONTH;
      case "year" -> WordsFormat.YEAR;
      case "time" -> WordsFormat.TIME_OF_DAY;
      case "email" -> WordsFormat.EMAIL;
      case "phone" -> WordsFormat.PHONE;
      case "mobile" -> WordsFormat.MOBILE;
      case "citizen-id" -> WordsFormat.CITIZEN_ID;
      case "credit-code" -> WordsFormat.CREDIT_CODE;
      case "bank-card" -> WordsFormat.BANK_CARD;
      default -> WordsFormat.NONE;
    };
  }

  private UnitSelector among(ColumnSource source) {
    Optional<Located> written = source.find("units");
    if (units.isEmpty()) return UnitSelector.NONE;
    return written.map(list -> units.get().select(list, problems)).orElseGet(UnitSelector::all);
  }

  private static FieldType.Files files(ColumnSource source, int most) {
    Set<String> accept = new HashSet<>();
    source.find("accept").ifPresent(list -> list.node().forEach(one -> accept.add(one.asText())));
    if (accept.isEmpty()) accept.add("any");
    return new FieldType.Files(
        accept, whole(source, "maxMegabytes").orElse(DEFAULT_MEGABYTES), most);
  }

  private Optional<FieldType> choice(ColumnSource source) {
    List<FieldType.Option> options = options(source);
    Optional<FieldType.Narrowing> narrowing = source.find("enumBy").map(TypeReader::narrowing);
    if (narrowing.isPresent()) {
      Set<String> known = new HashSet<>(options.stream().map(FieldType.Option::code).toList());
      if (options.isEmpty()) {
        source
            .find("enumBy")
            .flatMap(by -> by.get("lists"))
            .ifPresent(
                lists ->
                    lists
                        .node()
                        .forEach(
                            list ->
                                list.forEach(
                                    one -> {
                                      if (!known.add(one.asText())) return;
                                      options.add(new FieldType.Option(one.asText(), one.asText()));
                                    })));
      }
    }
    return Optional.of(new FieldType.Choice(options, narrowing));
  }

  private static FieldType.Narrowing narrowing(Located by) {
    Map<String, Set<String>> codes = new HashMap<>();
    by.members("lists")
        .forEach(
            (answer, list) -> {
              Set<String> left = new HashSet<>();
              list.node().forEach(one -> left.add(one.asText()));
              codes.put(answer, Set.copyOf(left));
            });
    return new FieldType.Narrowing(by.text("column").orElse(""), codes);
  }

  private List<FieldType.Option> options(ColumnSource source) {
    List<FieldType.Option> options = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    source
        .find("enum")
        .ifPresent(
            list ->
                list.node()
                    .forEach(one -> options.add(new FieldType.Option(one.asText(), one.asText()))));
    source
        .find("oneOf")
        .ifPresent(
            list -> {
              for (Located one : list.items()) {
                String code = one.text("const").orElse("");
                if (!codes.add(code)) {
                  problems.add(one.problem(ProblemCode.DUPLICATE_CHOICE, code));
                }
                options.add(new FieldType.Option(code, one.text("title").orElse(code)));
              }
            });
    return options;
  }

  private Optional<FieldType> several(String key, ColumnSource source, ColumnReader records) {
    Optional<ColumnSource> items = source.items();
    if (items.isEmpty()) {
      problems.add(source.place().problemAtKey(ProblemCode.LIST_WITHOUT_ITEMS, key));
      return Optional.empty();
    }
    ColumnSource item = items.get();
    int least = whole(source, "minItems").orElse(0);
    int most = whole(source, "maxItems").orElse(DEFAULT_MOST);
    if (least > most) {
      Located place = source.find("minItems").orElseThrow();
      problems.add(place.problem(ProblemCode.BOUNDS_CROSSED, least, most));
      return Optional.empty();
    }
    if (item.isGroup()) {
      List<Column> columns = records.readRecord(item);
      if (columns.isEmpty()) return Optional.empty();
      return Optional.of(
          new FieldType.Records(
              columns,
              least,
              most,
              source.text("print").map(CellTemplate::read),
              source.text("between").orElse("、")));
    }
    if (item.text("format").orElse("").equals("attachment")) {
      return Optional.of(files(item, most));
    }
    if (!item.has("enum", "oneOf")) {
      problems.add(source.place().problemAtKey(ProblemCode.LIST_WITHOUT_ITEMS, key));
      return Optional.empty();
    }
    List<FieldType.Option> options = options(item);
    return Optional.of(new FieldType.Choices(options, least, Math.min(most, options.size())));
  }

  private static Optional<Integer> whole(ColumnSource source, String key) {
    return source.find(key).map(value -> value.node().intValue());
  }
}
