package nuanbao.engine.formula;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Writes formulas that read well, in every spelling, and spoils them. */
final class RandomFormulas {
  private static final List<String> NUMBERS = List.of("甲", "乙", "c5", "[出（国）]", "表[x].甲", "r[1.2]");
  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "（",
          "）",
          "+",
          "-",
          "×",
          "÷",
          "=",
          "≠",
          "<=",
          "≥",
          "且",
          "或",
          "非",
          "当",
          " ",
          ",",
          "，",
          "..",
          ".",
          "[",
          "]",
          "'",
          "“",
          "”",
          "%",
          "90%",
          "1.5",
          "甲",
          "𠮷",
          "合计(",
          "上期(",
          "计数(",
          "各行",
          "\uD800",
          "\uDC00",
          "\u0000",
          "e9",
          "是",
          "否",
          "{n}",
          "\\",
          "、",
          "\n",
          "not ",
          "0",
          "9999999999",
          "如果(");

  private final Random random;

  RandomFormulas(long seed) {
    this.random = new Random(seed);
  }

  /** Every name means something: several behind 各行, else one; its first letter tells the kind. */
  static final Names NAMES =
      new Names() {
        @Override
        public Resolution resolve(List<Step> path) {
          String written = path.toString();
          boolean isMany = path.get(0).name().startsWith("各行");
          ValueKind kind = ValueKind.NUMBER;
          if (written.contains("文")) kind = ValueKind.WORDS;
          if (written.contains("真")) kind = ValueKind.TRUTH;
          if (written.contains("日")) kind = ValueKind.DAY;
          if (written.contains("选")) kind = ValueKind.CHOICES;
          if (isMany && path.size() == 1) kind = ValueKind.ROWS;
          return new Found(new Named(written, kind, isMany));
        }

        @Override
        public Resolution resolveRange(Reference first, Reference last) {
          return new Found(new Named(first.title() + last.title(), first.kind(), true));
        }
      };

  record Named(String title, ValueKind kind, boolean isMany) implements Reference {
    @Override
    public Optional<String> measuredIn() {
      return title.contains("c5") ? Optional.of("人") : Optional.empty();
    }

    @Override
    public Optional<Bounds> bounds() {
      return kind == ValueKind.NUMBER && !title.contains("乙")
          ? Optional.of(
              new Bounds(
                  Optional.of(java.math.BigDecimal.ONE.negate()),
                  title.contains("甲") ? Optional.of(java.math.BigDecimal.TEN) : Optional.empty()))
          : Optional.empty();
    }
  }

  @SafeVarargs
  private String one(Supplier<String>... ways) {
    return ways[random.nextInt(ways.length)].get();
  }

  private String pick(String... words) {
    return words[random.nextInt(words.length)];
  }

  String condition(int depth) {
    if (depth <= 0) return pick("真", "是", "否", "甲 > 1", "文 = 'a'", "日 <= 今天()");
    int less = depth - 1;
    return one(
        () -> condition(less) + pick(" 且 ", " 或 ", " and ", " or ") + condition(less),
        () -> pick("非 ", "not ", "非 非 ") + "(" + condition(less) + ")",
        () -> number(less) + comparator() + number(less),
        () -> number(less) + comparator() + number(less) + comparator() + number(less),
        () -> "文 " + pick("=", "≠", "!=") + words(),
        () -> day(less) + comparator() + pick("'2022-02-15'", "“2022-01-01”", day(less)),
        () -> "(" + condition(less) + ")" + pick("=", "≠") + "(" + condition(less) + ")",
        () -> pick("为空", "blank") + "(" + pick(number(less), "文", "各行", several(less)) + ")",
        () -> "属于(" + number(less) + ", 1, " + number(less) + "，2)",
        () -> "包含(选, " + words() + ")");
  }

  String number(int depth) {
    if (depth <= 0)
      return one(
          () -> pick("0", "1", "1.50", "100", "1２"),
          () -> NUMBERS.get(random.nextInt(NUMBERS.size())));
    int less = depth - 1;
    return one(
        () -> number(less) + pick(" + ", "-", "−", "＋") + number(less),
        () -> number(less) + pick(" × ", "÷", "/", "*") + number(less),
        () -> "(" + number(less) + ")",
        () -> pick("-", "--") + "(" + number(less) + ")",
        () -> pick("合计", "sum", "平均", "最大", "计数") + "(" + several(less) + ")",
        () -> pick("合计", "min") + "(" + number(less) + ", " + several(less) + ")",
        () -> "四舍五入(" + number(less) + ", " + random.nextInt(35) + ")",
        () -> "如果(" + condition(less) + ", " + number(less) + ", " + number(less) + ")",
        () -> pick("上期", "累计", "环比", "绝对值") + "(" + number(less) + ")",
        () -> pick("占比", "完成率") + "(" + number(less) + "，" + number(less) + ")",
        () -> pick("天数", "age") + "(" + day(less) + ", " + day(less) + ")",
        () -> "长度(文)");
  }

  private String day(int depth) {
    return depth <= 0
        ? pick("日", "今天()", "日期(2022, 2, 1)")
        : one(() -> "日期(" + number(depth - 1) + ", 1, 1)", () -> "上期(" + day(depth - 1) + ")");
  }

  private String several(int depth) {
    return one(
        () -> "各行.甲",
        () -> "c1..c9",
        () -> "各行.甲 当 " + condition(depth - 1),
        () -> "各行.乙 where " + condition(depth - 1));
  }

  private String comparator() {
    return pick("=", " ≠ ", "<", " ≤ ", ">=", "≧", ">");
  }

  private String words() {
    return pick("'a'", "“it's”", "\"a”b’\"", "‘x’", "'没有'");
  }

  /** The same with some of it cut, doubled, moved or replaced. */
  String spoiled(String formula) {
    StringBuilder text = new StringBuilder(formula);
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times; i++) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(6));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> text.insert(random.nextInt(text.length() + 1), text.substring(from, to));
        case 3 -> text.insert(from, Character.toString(random.nextInt(0x11000)));
        default -> text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return text.toString();
  }

  /** Nothing but pieces, up to a length. */
  String garbage(int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) text.append(PIECES.get(random.nextInt(PIECES.size())));
    return text.toString();
  }

  /** Any of what may stand in a cell, of the kind that is due or of none. */
  Scope scope() {
    return new RandomScope(random.nextLong(), 0);
  }

  /** The same value for the same name, whoever asks. */
  private record RandomScope(long seed, int depth) implements Scope {
    @Override
    public Value valueOf(Reference reference) {
      Random cell = new Random(seed ^ reference.title().hashCode());
      return switch (cell.nextInt(8)) {
        case 0 -> Value.BLANK;
        case 1 -> Value.NOT_APPLICABLE;
        case 2 -> depth > 0 ? new Value.Failed(nuanbao.engine.problem.Text.of("太大")) : Value.BLANK;
        default ->
            switch (reference.kind()) {
              case NUMBER, ROWS -> number(reference, cell);
              case WORDS -> Value.of(cell.nextBoolean() ? "a" : "x");
              case TRUTH -> Value.of(cell.nextBoolean());
              case DAY -> Value.of(java.time.LocalDate.of(2022, 1, 1).plusDays(cell.nextInt(99)));
              case CHOICES -> new Value.Choices(List.of("a"));
            };
      };
    }

    /** Within the bounds that are told of it. */
    private static Value number(Reference reference, Random cell) {
      Bounds bounds = reference.bounds().orElse(Bounds.NONE);
      java.math.BigDecimal any =
          java.math.BigDecimal.valueOf(cell.nextInt(400) - 200, cell.nextInt(3));
      if (bounds.min().isPresent()) any = any.max(bounds.min().get());
      if (bounds.max().isPresent()) any = any.min(bounds.max().get());
      return Value.of(any);
    }

    @Override
    public List<Element> elementsOf(Reference many) {
      Random rows = new Random(seed ^ many.title().hashCode());
      return java.util.stream.IntStream.range(0, rows.nextInt(4))
          .mapToObj(i -> new RandomScope(rows.nextLong(), depth))
          .map(row -> new Element(row.valueOf(many), row))
          .toList();
    }

    @Override
    public Optional<Scope> at(Period period) {
      return (seed & 1) == 0 || depth > 3
          ? Optional.empty()
          : Optional.of(new RandomScope(seed * 31 + period.name().hashCode(), depth + 1));
    }

    @Override
    public Value today() {
      return Value.of(java.time.LocalDate.of(2022, 2, 15));
    }
  }
}
