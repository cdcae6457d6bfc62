package nuanbao.engine.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.measure.Comparison;
import nuanbao.engine.measure.Party;
import nuanbao.engine.measure.Span;
import nuanbao.engine.measure.Target;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;

/**
 * Reads what a measure is held against; where the figures come from is read by {@link
 * TargetFigures}.
 */
final class TargetReader {
  private final Optional<UnitNames> units;
  private final Problems problems;

  TargetReader(Optional<UnitNames> units, Problems problems) {
    this.units = units;
    this.problems = problems;
  }

  /** The target; empty where it holds a mistake. */
  Optional<Target> read(Located target) {
    if (!target.has("either")) return single(target).map(one -> one);
    List<Target.Single> ways = new ArrayList<>();
    for (Located way : singles(target)) single(way).ifPresent(ways::add);
    return ways.size() < 2 ? Optional.empty() : Optional.of(new Target.Either(ways));
  }

  /** What can be looked at by itself: the target, or every one of those of which one is enough. */
  static List<Located> singles(Located target) {
    if (!target.has("either")) return List.of(target);
    return target.items("either").stream().flatMap(way -> singles(way).stream()).toList();
  }

  private Optional<Target.Single> single(Located target) {
    String title = target.text("title").orElse("");
    Optional<Span> per = target.get("per").flatMap(TargetReader::span);
    Optional<Located> rows = target.get("everyRow");
    if (rows.isPresent()) {
      Optional<String> column = rows.get().text("column");
      return rows.get().text("form").map(form -> new Target.EveryRow(title, form, column, per));
    }
    for (Comparison one : Comparison.values()) {
      Optional<BigDecimal> number = target.number(key(one));
      if (number.isEmpty()) continue;
      Optional<Party> each =
          target.get("each").flatMap(list -> units.map(names -> names.party(list, problems)));
      Map<UnitId, BigDecimal> byUnit = byUnit(target);
      if (each.isEmpty()) checkShares(target, number.get(), byUnit);
      return Optional.of(
          new Target.Amount(
              title,
              one,
              number.get(),
              target.text("in").orElse(""),
              target.whole("decimals").orElse(0),
              per,
              each,
              byUnit,
              Optional.empty()));
    }
    return Optional.empty();
  }

  private static String key(Comparison comparison) {
    return switch (comparison) {
      case LEAST -> "least";
      case MOST -> "most";
      case ABOUT -> "about";
    };
  }

  private static Optional<Span> span(Located written) {
    return written
        .whole("years")
        .map(count -> new Span(count, Span.Of.YEARS))
        .or(() -> written.whole("months").map(count -> new Span(count, Span.Of.MONTHS)));
  }

  private Map<UnitId, BigDecimal> byUnit(Located target) {
    Map<UnitId, BigDecimal> numbers = new LinkedHashMap<>();
    if (units.isEmpty()) return numbers;
    target
        .members("byUnit")
        .forEach(
            (name, number) -> {
              Optional<Unit> unit = units.get().unit(name, number.keyPosition(), problems);
              if (unit.isEmpty() || !number.node().isNumber()) return;
              numbers.merge(unit.get().id(), number.node().decimalValue(), BigDecimal::add);
            });
    return numbers;
  }

  private void checkShares(Located target, BigDecimal whole, Map<UnitId, BigDecimal> byUnit) {
    Optional<Located> place = target.get("byUnit");
    boolean isAdded = target.text("rollup").orElse("sum").equals("sum");
    if (byUnit.isEmpty() || place.isEmpty() || !isAdded) return;
    BigDecimal sum = byUnit.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(whole) == 0 || byUnit.size() != place.get().members().size()) return;
    problems.add(
        place
            .get()
            .problemAtKey(
                ProblemCode.TARGET_SHARES_DIFFER, sum.toPlainString(), whole.toPlainString()));
  }
}
