package nuanbao.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * 200 full rows and seven rules of the kinds that official tables have, in the spelling of each
 * language. A row in ten breaks a rule.
 */
final class RuleTable {
  /** How quotients are rounded, by all that can be told. */
  static final MathContext DIVISION = new MathContext(34, RoundingMode.HALF_UP);

  static final List<String> COLUMNS =
      List.of(
          "people",
          "home",
          "away",
          "registered",
          "visited",
          "opening",
          "spent",
          "received",
          "closing",
          "rate",
          "relief",
          "k1",
          "k2",
          "k3",
          "k4",
          "k5",
          "k6",
          "k7",
          "k8",
          "total");

  /** As our language says them. */
  static final List<String> RULES =
      List.of(
          "people = home + away",
          "people = home + away = registered",
          "visited <= home",
          "opening - spent + received = closing",
          "relief <= spent * rate / 100",
          "if(visited > 0, spent > 0, spent = 0)",
          "total = sum(k1..k8)");

  /** The rule with a division. */
  static final int DIVIDING = 4;

  private static final int ROWS = 200;
  private static final Pattern NAME = Pattern.compile("\\b[a-z]+[1-8]?\\b");

  private final List<BigDecimal[]> rows = new ArrayList<>();
  private final Random random = new Random(20_220_215);

  RuleTable() {
    for (int i = 0; i < ROWS; i++) rows.add(row(i));
  }

  /**
   * As most languages say them.
   *
   * @param number how they write a whole number as a decimal
   */
  static List<String> spelled(Function<String, String> number) {
    String zero = number.apply("0");
    return List.of(
        "people == home + away",
        "people == home + away && home + away == registered",
        "visited <= home",
        "opening - spent + received == closing",
        "relief <= spent * rate / " + number.apply("100"),
        "visited > " + zero + " ? spent > " + zero + " : spent == " + zero,
        "total == k1 + k2 + k3 + k4 + k5 + k6 + k7 + k8");
  }

  /** With each column written in another way. */
  static String withColumns(String rule, Function<Integer, String> written) {
    return NAME.matcher(rule)
        .replaceAll(
            name -> {
              int column = COLUMNS.indexOf(name.group());
              return column < 0 ? name.group() : written.apply(column);
            });
  }

  /** The cells of each row, in the order of the columns. */
  List<BigDecimal[]> rows() {
    return rows;
  }

  /** The rows by name of the column, every cell turned into what a language takes. */
  <V> List<Map<String, V>> byName(Function<BigDecimal, V> cell) {
    List<Map<String, V>> all = new ArrayList<>();
    for (BigDecimal[] row : rows) {
      Map<String, V> cells = new HashMap<>();
      for (int i = 0; i < row.length; i++) cells.put(COLUMNS.get(i), cell.apply(row[i]));
      all.add(cells);
    }
    return all;
  }

  private BigDecimal[] row(int number) {
    BigDecimal home = people();
    BigDecimal away = people();
    BigDecimal people = home.add(away);
    BigDecimal visited =
        number % 7 == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(1 + random.nextInt(home.intValue()));
    BigDecimal opening = money();
    BigDecimal spent = number % 7 == 0 ? BigDecimal.ZERO.setScale(2) : money();
    BigDecimal received = money();
    BigDecimal closing = opening.subtract(spent).add(received);
    BigDecimal rate = BigDecimal.valueOf(random.nextInt(1000), 1);
    BigDecimal relief = spent.multiply(rate).movePointLeft(2).setScale(2, RoundingMode.FLOOR);
    BigDecimal[] kinds = new BigDecimal[8];
    Arrays.setAll(kinds, any -> money());
    BigDecimal total = Arrays.stream(kinds).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<BigDecimal> row =
        new ArrayList<>(
            List.of(
                people, home, away, people, visited, opening, spent, received, closing, rate,
                relief));
    row.addAll(Arrays.asList(kinds));
    row.add(total);
    if (number % 10 == 0) spoil(row, List.of(0, 3, 4, 8, 10, 6, 19).get(number / 10 % 7));
    return row.toArray(BigDecimal[]::new);
  }

  private static void spoil(List<BigDecimal> row, int column) {
    BigDecimal cell = row.get(column);
    row.set(column, column == 6 ? BigDecimal.ZERO : cell.add(BigDecimal.ONE.movePointLeft(2)));
    if (column == 4) row.set(column, row.get(1).add(BigDecimal.ONE));
  }

  private BigDecimal people() {
    return BigDecimal.valueOf(1 + random.nextInt(5000));
  }

  private BigDecimal money() {
    return BigDecimal.valueOf(1 + random.nextInt(100_000_000), 2);
  }
}
