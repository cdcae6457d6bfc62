package nuanbao.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nuanbao.engine.unit.Unit;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The same sums by DuckDB, from a table that is loaded already: {@code GROUP BY ROLLUP}. The sums
 * stay in the database; fetching them is not measured. It uses every core.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DuckDbBenchmark {
  private static final List<String> LEVELS =
      List.of("village", "township", "county", "city", "province", "country");

  private final Connection database;

  /** Loads the country; the key of a unit is its position. */
  public DuckDbBenchmark() {
    try {
      database = DriverManager.getConnection("jdbc:duckdb:");
      Country country = new Country();
      load(country);
      groupByRollup();
      compare(country);
    } catch (SQLException broken) {
      throw new IllegalStateException("DuckDB does not take the country", broken);
    }
  }

  private static String figures(String pattern) {
    return IntStream.range(0, Country.INDICATORS)
        .mapToObj(i -> pattern.replace("#", "f" + i))
        .collect(Collectors.joining(", "));
  }

  private void load(Country country) throws SQLException {
    try (Statement statement = database.createStatement()) {
      String keys = String.join(" INTEGER, ", LEVELS) + " INTEGER";
      statement.execute("CREATE TABLE villages (%s, %s)".formatted(keys, figures("# BIGINT")));
    }
    try (DuckDBAppender rows =
        database.unwrap(DuckDBConnection.class).createAppender("main", "villages")) {
      for (Unit unit : country.units().units()) {
        if (!unit.level().id().equals("village")) continue;
        append(rows, country, country.units().position(unit.id()));
      }
    }
  }

  private static void append(DuckDBAppender rows, Country country, int position)
      throws SQLException {
    rows.beginRow();
    for (int unit = position; unit >= 0; unit = country.above()[unit]) rows.append(unit);
    for (int i = 0; i < Country.INDICATORS; i++) {
      if (country.reported()[i].get(position)) rows.append(country.amounts()[i][position]);
      else rows.appendNull();
    }
    rows.endRow();
  }

  private void compare(Country country) throws SQLException {
    PlainLoop loop = new PlainLoop(country.above(), country.amounts(), country.reported()).addUp();
    String whole =
        "SELECT %s FROM sums WHERE country IS NOT NULL AND province IS NULL"
            .formatted(figures("#"));
    try (Statement statement = database.createStatement();
        ResultSet sums = statement.executeQuery(whole)) {
      sums.next();
      for (int i = 0; i < Country.INDICATORS; i++) {
        if (sums.getLong(i + 1) != loop.amount(0, i)) {
          throw new IllegalStateException("DuckDB has another sum of column " + i);
        }
      }
    }
  }

  @Benchmark
  public int groupByRollup() throws SQLException {
    List<String> down = new ArrayList<>(LEVELS.subList(1, LEVELS.size()));
    Collections.reverse(down);
    String keys = String.join(", ", down);
    try (Statement statement = database.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE TEMP TABLE sums AS SELECT %s, %s FROM villages GROUP BY ROLLUP (%s)"
              .formatted(keys, figures("sum(#)::BIGINT AS #"), keys));
      return statement.getUpdateCount();
    }
  }
}
