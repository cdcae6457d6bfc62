package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nuanbao.engine.form.Applicability;
import nuanbao.engine.form.CellTemplate;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnGroup;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.OverTime;
import nuanbao.engine.form.Part;
import nuanbao.engine.form.Personal;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.unit.UnitSelector;

/** Reads columns and groups of columns; formulas are noted and read once all names are known. */
final class ColumnReader {
  private static final int MAX_COLUMNS = 500;

  private final Types types;
  private final TypeReader typeReader;
  private final Optional<UnitNames> units;
  private final Asked asked;
  private final Problems problems;
  private final Map<ColumnPath, Map<Role, Located>> formulas = new LinkedHashMap<>();
  private final Map<ColumnPath, Located> weights = new LinkedHashMap<>();
  private final Map<ColumnPath, Leaf> leaves = new LinkedHashMap<>();
  private final Map<List<String>, List<Located>> checks = new LinkedHashMap<>();
  private int count;

  /** What the columns are for. */
  enum Asked {
    /** Once: the cover, or a form that no duty repeats. */
    ONCE,
    /** Round after round: numbers must say how they are taken along them. */
    REPEATEDLY,
    /** Inside a record: neither rolled up by itself nor computed. */
    IN_RECORDS
  }

  /** What a formula of a column decides. */
  enum Role {
    VALUE("formula"),
    SHOWN("shownWhen"),
    REQUIRED("requiredWhen"),
    APPLIES("appliesWhen");

    final String key;

    Role(String key) {
      this.key = key;
    }
  }

  ColumnReader(Types types, Optional<UnitNames> units, Asked asked, Problems problems) {
    this.types = types;
    this.typeReader = new TypeReader(units, problems);
    this.units = units;
    this.asked = asked;
    this.problems = problems;
  }

  /** Formulas of columns, still to be read. */
  Map<ColumnPath, Map<Role, Located>> formulas() {
    return formulas;
  }

  /** Names of the columns that weigh averages, still to be looked up. */
  Map<ColumnPath, Located> weights() {
    return weights;
  }

  /** Where a column is written; with a type that brings it, where that type is used or says it. */
  Located placeOf(Indicator column) {
    return Objects.requireNonNull(leaves.get(column.path())).source.place();
  }

  /** Rules that groups bring along, by the keys that lead to the group. */
  Map<List<String>, List<Located>> checks() {
    return checks;
  }

  /** The columns of a cover or a row. */
  List<Column> read(Located group) {
    return read(group, false);
  }

  /**
   * The columns of a cover or a row.
   *
   * @param mayBeOpen whether a column may leave its type to the rows
   */
  List<Column> read(Located group, boolean mayBeOpen) {
    ColumnSource source = ColumnSource.of(group, types, problems);
    if (!source.isGroup()) {
      if (!source.isIncomplete()) problems.add(group.problem(ProblemCode.ROW_WITHOUT_COLUMNS));
      return List.of();
    }
    return children(source, new Heads(List.of(), List.of()), Said.NOTHING.and(source), mayBeOpen);
  }

  /** The columns of a child record. */
  List<Column> readRecord(ColumnSource record) {
    ColumnReader inner = new ColumnReader(types, units, Asked.IN_RECORDS, problems);
    Said said = Said.NOTHING.and(record);
    return inner.children(record, new Heads(List.of(), List.of()), said, false);
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

    String title() {
      return titles.get(titles.size() - 1);
    }
  }

  /** What groups say for all in them, unless a column says otherwise. */
  private record Said(Map<String, Located> words, Iterator<String> codes) {
    private static final List<String> KEYS =
        List.of(
            "overTime", "rollup", "optional", "appliesTo", "filledBy", "shownWhen", "appliesWhen");
    static final Said NOTHING = new Said(Map.of(), List.<String>of().iterator());

    Said and(ColumnSource source) {
      Map<String, Located> more = new LinkedHashMap<>(words);
      for (String key : KEYS) source.find(key).ifPresent(value -> more.put(key, value));
      Optional<Located> ownCodes = source.find("codes");
      return new Said(
          more,
          ownCodes
              .map(list -> list.items().stream().map(Located::text).toList().iterator())
              .orElse(codes));
    }

    Optional<Located> find(String key) {
      return Optional.ofNullable(words.get(key));
    }

    Optional<String> text(String key) {
      return find(key).map(Located::text);
    }

    Said orElse(ColumnSource row) {
      Map<String, Located> more = new LinkedHashMap<>(NOTHING.and(row).words);
      more.putAll(words);
      return new Said(more, codes);
    }
  }

  /** A column as it was written. */
  private record Leaf(ColumnSource source, Said said) {}

  private List<Column> children(ColumnSource group, Heads heads, Said said, boolean mayBeOpen) {
    List<Column> columns = new ArrayList<>();
    if (count > MAX_COLUMNS) return columns;
    List<Located> brought = group.find("checks").map(Located::items).orElse(List.of());
    if (!brought.isEmpty()) checks.put(heads.keys, brought);
    group
        .children()
        .forEach(
            (key, source) -> {
              boolean isWhole = source.text("kind").orElse("").equals("whole");
              String title = source.text("title").orElse(isWhole ? "" : key);
              Heads inner = heads.with(key, title);
              column(key, source, inner, said.and(source), mayBeOpen).ifPresent(columns::add);
            });
    return columns;
  }

  /** Types within types can ask for more columns than anybody could print. */
  private void countColumn(ColumnSource source) {
    if (++count == MAX_COLUMNS + 1) {
      problems.add(source.place().problemAtKey(ProblemCode.TOO_MANY_COLUMNS, MAX_COLUMNS));
    }
  }

  private Optional<Column> column(
      String key, ColumnSource source, Heads heads, Said said, boolean mayBeOpen) {
    countColumn(source);
    return source.isGroup()
        ? group(key, source, heads, said, mayBeOpen)
        : leaf(key, source, heads, said, mayBeOpen);
  }

  private Optional<Column> group(
      String key, ColumnSource source, Heads heads, Said said, boolean mayBeOpen) {
    List<Column> columns = children(source, heads, said, mayBeOpen);
    if (columns.isEmpty()) return Optional.empty();
    Optional<CellTemplate> print = source.text("print").map(CellTemplate::read);
    print.ifPresent(template -> checkParts(template, source, columns));
    return Optional.of(new ColumnGroup(key, heads.title(), code(source, said), print, columns));
  }

  private void checkParts(CellTemplate template, ColumnSource source, List<Column> columns) {
    List<String> keys = columns.stream().map(Column::key).toList();
    for (CellTemplate.Piece piece : template.pieces()) {
      if (keys.contains(piece.key())) continue;
      Located place = source.find("print").orElseThrow();
      problems.add(
          place.problem(ProblemCode.PRINT_UNKNOWN_PART, piece.key(), String.join("、", keys)));
    }
  }

  private Optional<Column> leaf(
      String key, ColumnSource source, Heads heads, Said said, boolean mayBeOpen) {
    ColumnPath path = ColumnPath.of(heads.keys);
    boolean isOpen = TypeReader.saysNone(source);
    if (isOpen && !mayBeOpen) {
      if (!source.isIncomplete()) {
        problems.add(source.place().problemAtKey(ProblemCode.COLUMN_WITHOUT_TYPE, key));
      }
      return Optional.empty();
    }
    if (source.text("type").orElse("").equals("object")) {
      problems.add(source.place().problemAtKey(ProblemCode.ROW_WITHOUT_COLUMNS));
      return Optional.empty();
    }
    noteFormulas(path, source, said);
    leaves.put(path, new Leaf(source, said));
    Optional<Indicator> read = indicator(path, heads, source, said, isOpen);
    return read.map(one -> one);
  }

  private void noteFormulas(ColumnPath path, ColumnSource source, Said said) {
    Map<Role, Located> noted = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      source.find(role.key).or(() -> said.find(role.key)).ifPresent(text -> noted.put(role, text));
    }
    if (noted.isEmpty()) return;
    if (asked == Asked.IN_RECORDS) {
      noted.values().forEach(text -> problems.add(text.problem(ProblemCode.FORMULA_IN_RECORD)));
      return;
    }
    formulas.put(path, noted);
  }

  private Optional<Indicator> indicator(
      ColumnPath path, Heads heads, ColumnSource source, Said said, boolean isOpen) {
    String key = heads.keys.get(heads.keys.size() - 1);
    Optional<FieldType> type =
        isOpen ? Optional.of(new FieldType.ByRow()) : typeReader.read(key, source, this);
    if (type.isEmpty()) return Optional.empty();
    boolean isComputed = source.has("formula");
    source
        .find("weight")
        .ifPresent(
            weight -> {
              if (source.text("rollup").orElse("").equals("average")) weights.put(path, weight);
              else problems.add(weight.problem(ProblemCode.WEIGHT_WITHOUT_AVERAGE));
            });
    return Optional.of(
        new Indicator(
            path,
            heads.titles,
            code(source, said),
            part(source),
            type.get(),
            source.text("in").filter(unit -> isMeasured(type.get())),
            printDecimals(source, type.get()),
            !isComputed && !said.find("optional").map(v -> v.node().asBoolean()).orElse(false),
            rollup(key, source, said, type.get(), isComputed),
            overTime(key, source, said, type.get(), isComputed),
            Optional.empty(),
            source.text("personal").map(Personal::read),
            Optional.empty(),
            applicability(source, said)));
  }

  private static boolean isMeasured(FieldType type) {
    return type instanceof FieldType.Number || type instanceof FieldType.ByRow;
  }

  private static Optional<String> code(ColumnSource source, Said said) {
    Optional<String> own = source.text("code");
    if (own.isPresent() || source.isGroup() || !said.codes.hasNext()) return own;
    return Optional.of(said.codes.next());
  }

  private static Part part(ColumnSource source) {
    return switch (source.text("kind").orElse("part")) {
      case "whole" -> Part.WHOLE;
      case "of-which" -> Part.OF_WHICH;
      case "apart" -> Part.APART;
      default -> Part.PART;
    };
  }

  private Applicability applicability(ColumnSource source, Said said) {
    return new Applicability(
        said.find("appliesTo").flatMap(this::select),
        said.find("filledBy").flatMap(this::select),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        source.find("mayNotApply").map(value -> value.node().asBoolean()).orElse(false));
  }

  private Optional<UnitSelector> select(Located list) {
    return units.map(names -> names.select(list, problems));
  }

  /**
   * What a cell of a fixed row is: as its column says, and what that leaves open as its row says.
   * Formulas are the caller's. Empty where neither says a type.
   */
  Optional<Indicator> cell(Indicator column, ColumnSource row) {
    Leaf leaf = leaves.get(column.path());
    if (leaf == null) return Optional.empty();
    ColumnSource both = leaf.source.orElse(row);
    if (TypeReader.saysNone(both)) return Optional.empty();
    Heads heads = new Heads(column.path().keys(), column.titles());
    return indicator(column.path(), heads, both, leaf.said.orElse(row), false);
  }

  /** Whether neither a column nor a row says what may be written where they meet. */
  boolean isOpen(Indicator column, ColumnSource row) {
    Leaf leaf = leaves.get(column.path());
    if (leaf == null) return false;
    ColumnSource both = leaf.source.orElse(row);
    return TypeReader.saysNone(both) && !both.isIncomplete();
  }

  private static int printDecimals(ColumnSource source, FieldType type) {
    int decimals = type instanceof FieldType.Number number ? number.decimals() : 0;
    return source.find("printDecimals").map(value -> value.node().intValue()).orElse(decimals);
  }

  private RollupRule rollup(
      String key, ColumnSource source, Said said, FieldType type, boolean isComputed) {
    RollupRule byDefault = RollupRule.byDefault(type, isComputed);
    RollupRule rule = said.text("rollup").map(RollupRule::read).orElse(byDefault);
    if (type instanceof FieldType.ByRow) return rule;
    Optional<RollupRule.Misfit> misfit = rule.misfit(type, isComputed);
    if (misfit.isEmpty()) return rule;
    Optional<Located> own = source.find("rollup");
    if (own.isEmpty()) return byDefault; // said by a group for those of its columns that it fits
    ProblemCode code =
        switch (misfit.get()) {
          case NO_NUMBER -> ProblemCode.ROLLUP_NEEDS_NUMBER;
          case NO_WORDS -> ProblemCode.ROLLUP_NEEDS_WORDS;
          case NO_CHOICE -> ProblemCode.ROLLUP_NEEDS_CHOICE;
          case NO_NAMED_NUMBERS -> ProblemCode.ROLLUP_NEEDS_NAMED_NUMBERS;
          case NO_FORMULA -> ProblemCode.RECOMPUTE_NEEDS_FORMULA;
        };
    problems.add(own.get().problem(code, key, own.get().text()));
    return byDefault;
  }

  private OverTime overTime(
      String key, ColumnSource source, Said said, FieldType type, boolean isComputed) {
    boolean mustSay = type instanceof FieldType.Number && !isComputed && asked == Asked.REPEATEDLY;
    if (said.find("overTime").isEmpty() && mustSay) {
      problems.add(source.place().problemAtKey(ProblemCode.NUMBER_WITHOUT_OVER_TIME, key));
    }
    return said.text("overTime").map(OverTime::read).orElse(OverTime.STOCK);
  }
}
