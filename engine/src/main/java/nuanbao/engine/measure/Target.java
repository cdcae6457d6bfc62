package nuanbao.engine.measure;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.problem.Text;
import nuanbao.engine.unit.UnitId;

/** What a measure is held against (目标). */
public sealed interface Target {

  /** As a notice says it: 每年不少于3场. */
  Text words();

  /** A number to reach or to keep within, or a coverage: what can be looked at by itself. */
  sealed interface Single extends Target {

    /** How long a time it counts for; left out, the campaign until the day at hand. */
    Optional<Span> per();
  }

  /**
   * A number.
   *
   * @param title what is counted; empty where the measure's own title says it
   * @param number for all together or, with {@code each}, for every one of these units
   * @param decimals how many the figure is printed with
   * @param each whoever has to reach it by itself
   * @param byUnit the numbers of single units, in the order of the definition: with {@code each}
   *     instead of the common one, else their shares of the whole
   * @param figure what is held against it, for a unit over that time; left out, nothing is
   */
  record Amount(
      String title,
      Comparison comparison,
      BigDecimal number,
      String in,
      int decimals,
      Optional<Span> per,
      Optional<Party> each,
      Map<UnitId, BigDecimal> byUnit,
      Optional<Formula> figure)
      implements Single {

    public Amount {
      byUnit = Collections.unmodifiableMap(new LinkedHashMap<>(byUnit));
    }

    @Override
    public Text words() {
      String who = each.map(Party::printed).orElse("");
      String amount = number.toPlainString();
      return new Text(
          who
              + per.map(span -> span.words().chinese()).orElse("")
              + title
              + comparison.words().chinese()
              + amount
              + in,
          (title.isEmpty() ? "" : title + ": ")
              + "%s %s %s".formatted(comparison.words().english(), amount, in)
              + per.map(span -> " " + span.words().english()).orElse("")
              + (who.isEmpty() ? "" : " for each of " + who));
    }

    /** The same with what is held against it. */
    public Amount with(Formula found) {
      return new Amount(
          title, comparison, number, in, decimals, per, each, byUnit, Optional.of(found));
    }
  }

  /**
   * Every row of a form (全覆盖): none may be left out.
   *
   * @param title what is done for every row; empty where the measure's own title says it
   * @param form the form by its id
   * @param column whose number must be above 0, or that must be answered where it holds no number;
   *     left out, something in the row must be
   */
  record EveryRow(String title, String form, Optional<String> column, Optional<Span> per)
      implements Single {
    @Override
    public Text words() {
      return new Text(
          per.map(span -> span.words().chinese()).orElse("") + title + "全覆盖",
          (title.isEmpty() ? "" : title + ": ")
              + "all of them"
              + per.map(span -> " " + span.words().english()).orElse(""));
    }
  }

  /** Several of which one is enough. */
  record Either(List<Single> ways) implements Target {
    public Either {
      ways = List.copyOf(ways);
      if (ways.size() < 2) throw new IllegalArgumentException("one way is no choice: " + ways);
    }

    @Override
    public Text words() {
      return new Text(
          String.join("，或", ways.stream().map(one -> one.words().chinese()).toList()),
          String.join(", or ", ways.stream().map(one -> one.words().english()).toList()));
    }
  }
}
