package nuanbao.engine.json;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.form.CellTemplate;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnGroup;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.OverTime;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;

/** Reads columns and groups of columns; formulas are noted and read once all names are known. */
final class ColumnReader {
  private static final int MAX_COLUMNS = 500;
  private static final int DEFAULT_TEXT = 200;

  private final Types types;
  private final boolean repeats;
  private final Problems problems;
  private final Map<ColumnPath, Located> formulas = new LinkedHashMap<>();
  private int count;

  /**
   * Reads columns of one form.
   *
   * @param repeats whether the form is reported round after round, so that numbers must say how
   *     they are taken along them
   */
  ColumnReader(Types types, boolean repeats, Problems problems) {
    this.types = types;
    this.repeats = repeats;
    this.problems = problems;
  }

  /** Formulas of computed columns, still to be read. */
  Map<ColumnPath, Located> formulas() {
    return formulas;
  }

  /** The columns of a cover or a row. */
  List<Column> read(Located group) {
    ColumnSource source = ColumnSource.of(group, types, problems);
    if (!source.isGroup()) {
      if (!source.isIncomplete()) problems.add(group.problem(ProblemCode.ROW_WITHOUT_COLUMNS));
      return List.of();
    }
    return children(source, new Heads(List.of(), List.of()), Said.NOTHING.and(source));
  }

  /** Keys and titles from the outermost group inward. */
  private record Heads(List<String> keys, List<String> titles) {
    Heads with(String key, String title) {
      List<String> moreKeys = new ArrayList<>(keys);
      moreKeys.add(key);
      List<String> moreTitles = new ArrayList<>(titles);
      moreTitles.add(title);
      return new Heads(moreKeys, moreTitles);
    }
  }

  /** What groups say for all in them, unless a column says otherwise. */
  private record Said(
      Optional<String> overTime, Optional<String> rollup, Optional<Boolean> optional) {
    static final Said NOTHING = new Said(Optional.empty(), Optional.empty(), Optional.empty());

    Said and(ColumnSource source) {
      return new Said(
          source.text("overTime").or(() -> overTime),
          source.text("rollup").or(() -> rollup),
          source.find("optional").map(value -> value.node().asBoolean()).or(() -> optional));
    }
  }

  private List<Column> children(ColumnSource group, Heads heads, Said said) {
    List<Column> columns = new ArrayList<>();
    if (count > MAX_COLUMNS) return columns;
    group
        .children()
        .forEach(
            (key, source) -> {
              Heads inner = heads.with(key, source.text("title").orElse(key));
              column(key, source, inner, said.and(source)).ifPresent(columns::add);
            });
    return columns;
  }

  /** Types within types can ask for more columns than anybody could print. */
  private void countColumn(ColumnSource source) {
    if (++count == MAX_COLUMNS + 1) {
      problems.add(source.place().problemAtKey(ProblemCode.TOO_MANY_COLUMNS, MAX_COLUMNS));
    }
  }

  private Optional<Column> column(String key, ColumnSource source, Heads heads, Said said) {
    countColumn(source);
    return source.isGroup() ? group(key, source, heads, said) : indicator(key, source, heads, said);
  }

  private Optional<Column> group(String key, ColumnSource source, Heads heads, Said said) {
    List<Column> columns = children(source, heads, said);
    if (columns.isEmpty()) return Optional.empty();
    Optional<CellTemplate> print = source.text("print").map(CellTemplate::read);
    List<String> keys = columns.stream().map(Column::key).toList();
    print.ifPresent(
        template -> {
          for (CellTemplate.Piece piece : template.pieces()) {
            if (keys.contains(piece.key())) continue;
            Located place = source.find("print").orElseThrow();
            problems.add(
                place.problem(ProblemCode.PRINT_UNKNOWN_PART, piece.key(), String.join("、", keys)));
          }
        });
    return Optional.of(
        new ColumnGroup(key, heads.titles.get(heads.titles.size() - 1), print, columns));
  }

  private Optional<Column> indicator(String key, ColumnSource source, Heads heads, Said said) {
    Optional<String> written = source.text("type");
    if (written.isEmpty()) {
      if (!source.isIncomplete()) {
        problems.add(source.place().problemAtKey(ProblemCode.COLUMN_WITHOUT_TYPE, key));
      }
      return Optional.empty();
    }
    if (written.get().equals("object")) {
      problems.add(source.place().problemAtKey(ProblemCode.ROW_WITHOUT_COLUMNS));
      return Optional.empty();
    }
    boolean isNumber = !written.get().equals("string");
    Optional<FieldType> type =
        isNumber ? number(key, source, written.get().equals("integer")) : words(source);
    if (type.isEmpty()) return Optional.empty();
    ColumnPath path = ColumnPath.of(heads.keys);
    Optional<Located> formula = source.find("formula");
    formula.ifPresent(text -> formulas.put(path, text));
    if (formula.isPresent() && !isNumber) {
      problems.add(formula.get().problem(ProblemCode.COMPUTED_WORDS, key));
    }
    return Optional.of(
        new Indicator(
            path,
            heads.titles,
            type.get(),
            source.text("in"),
            printDecimals(source, type.get()),
            formula.isEmpty() && !said.optional.orElse(false),
            rollup(key, source, said, isNumber, formula.isPresent()),
            overTime(key, source, said, isNumber, formula.isPresent()),
            Optional.empty()));
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
    Optional<Integer> decimals = source.find("decimals").map(value -> value.node().intValue());
    if (!isWhole && decimals.isEmpty()) {
      problems.add(source.place().problemAtKey(ProblemCode.NUMBER_WITHOUT_DECIMALS, key));
      return Optional.empty();
    }
    return Optional.of(
        new FieldType.Number(minimum, maximum, isWhole ? 0 : decimals.orElseThrow()));
  }

  private Optional<FieldType> words(ColumnSource source) {
    int minimum = source.find("minLength").map(value -> value.node().intValue()).orElse(1);
    int maximum =
        source.find("maxLength").map(value -> value.node().intValue()).orElse(DEFAULT_TEXT);
    if (minimum > maximum) {
      Located place = source.find("minLength").or(() -> source.find("maxLength")).orElseThrow();
      problems.add(place.problem(ProblemCode.BOUNDS_CROSSED, minimum, maximum));
      return Optional.empty();
    }
    Optional<Located> pattern = source.find("pattern");
    if (pattern.isEmpty()) {
      return Optional.of(new FieldType.Words(minimum, maximum, Optional.empty()));
    }
    try {
      Pattern compiled = Pattern.compile(pattern.get().text());
      return Optional.of(new FieldType.Words(minimum, maximum, Optional.of(compiled)));
    } catch (PatternSyntaxException broken) {
      problems.add(pattern.get().problem(ProblemCode.BAD_PATTERN, broken.getDescription()));
      return Optional.empty();
    }
  }

  private static int printDecimals(ColumnSource source, FieldType type) {
    int decimals = type instanceof FieldType.Number number ? number.decimals() : 0;
    return source.find("printDecimals").map(value -> value.node().intValue()).orElse(decimals);
  }

  private RollupRule rollup(
      String key, ColumnSource source, Said said, boolean isNumber, boolean isComputed) {
    RollupRule byDefault =
        isComputed ? RollupRule.RECOMPUTE : isNumber ? RollupRule.SUM : RollupRule.NONE;
    RollupRule rule = said.rollup.map(ColumnReader::rollup).orElse(byDefault);
    Optional<ProblemCode> mistake =
        switch (rule) {
          case SUM -> isNumber ? Optional.empty() : Optional.of(ProblemCode.ROLLUP_NEEDS_NUMBER);
          case JOIN, DISTINCT ->
              isNumber ? Optional.of(ProblemCode.ROLLUP_NEEDS_WORDS) : Optional.empty();
          case RECOMPUTE ->
              isComputed ? Optional.empty() : Optional.of(ProblemCode.RECOMPUTE_NEEDS_FORMULA);
          case NONE -> Optional.empty();
        };
    if (mistake.isEmpty()) return rule;
    Optional<Located> own = source.find("rollup");
    if (own.isEmpty()) return byDefault; // said by a group for those of its columns that it fits
    problems.add(own.get().problem(mistake.get(), key, own.get().text()));
    return byDefault;
  }

  private static RollupRule rollup(String written) {
    return switch (written) {
      case "sum" -> RollupRule.SUM;
      case "join" -> RollupRule.JOIN;
      case "distinct" -> RollupRule.DISTINCT;
      case "recompute" -> RollupRule.RECOMPUTE;
      default -> RollupRule.NONE;
    };
  }

  private OverTime overTime(
      String key, ColumnSource source, Said said, boolean isNumber, boolean isComputed) {
    if (said.overTime.isEmpty() && isNumber && !isComputed && repeats) {
      problems.add(source.place().problemAtKey(ProblemCode.NUMBER_WITHOUT_OVER_TIME, key));
    }
    return switch (said.overTime.orElse("stock")) {
      case "flow" -> OverTime.FLOW;
      case "stock" -> OverTime.STOCK;
      default -> OverTime.NONE;
    };
  }
}
