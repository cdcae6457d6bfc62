package nuanbao.engine.rollup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.formula.Value;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;

/**
 * The figures of one form over some rounds: for every row a value of every indicator, and coverage.
 */
public final class Figures {
  private final Form form;
  private final List<RoundId> rounds;
  private final List<FormRow> rows;
  private final List<List<Value>> values;
  private final List<Coverage> coverage;
  private final List<Unit> missing;
  private final Map<Indicator, Integer> columns = new HashMap<>();

  Figures(
      Form form,
      List<RoundId> rounds,
      List<FormRow> rows,
      List<List<Value>> values,
      List<Coverage> coverage,
      List<Unit> missing) {
    this.form = form;
    this.rounds = List.copyOf(rounds);
    this.rows = List.copyOf(rows);
    this.values = values.stream().map(List::copyOf).toList();
    this.coverage = List.copyOf(coverage);
    this.missing = List.copyOf(missing);
    for (Indicator indicator : form.indicators()) columns.put(indicator, columns.size());
  }

  public Form form() {
    return form;
  }

  public List<RoundId> rounds() {
    return rounds;
  }

  /** All rows in printing order: a sum before its parts. */
  public List<FormRow> rows() {
    return rows;
  }

  /**
   * The value of an indicator in a row, exact; blank where nothing was reported.
   *
   * @param row position among {@link #rows()}
   */
  public Value value(int row, Indicator indicator) {
    Integer column = columns.get(indicator);
    if (column == null) throw new IllegalArgumentException("not of this form: " + indicator.path());
    return values.get(row).get(column);
  }

  /** What the figures of a row rest on. */
  public Coverage coverage(int row) {
    return coverage.get(row);
  }

  /** The reporters that sent nothing for at least one of the rounds, in tree order. */
  public List<Unit> missing() {
    return missing;
  }

  /** Position of the row that stands for a unit: its sum, or the row it typed. */
  public Optional<Integer> findRow(UnitId unit) {
    for (int i = 0; i < rows.size(); i++) {
      FormRow row = rows.get(i);
      if (row.unit().id().equals(unit) && row.kind() != FormRow.Kind.OWN) return Optional.of(i);
    }
    return Optional.empty();
  }
}
