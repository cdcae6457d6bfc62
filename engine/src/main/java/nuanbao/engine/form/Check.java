package nuanbao.engine.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.form.CellReference.Place;
import nuanbao.engine.formula.Formula;

/**
 * A rule (审核关系) that a sheet keeps.
 *
 * @param says what is told when it fails; left out, both sides with their figures
 * @param only where it runs; left out, everywhere
 */
public record Check(CheckId id, Formula rule, Severity severity, Optional<String> says, Only only) {

  /**
   * Where a rule runs.
   *
   * @param where a condition that has to hold
   * @param rows keys of rows that the form names; none for all
   * @param columns none for all
   */
  public record Only(Optional<Formula> where, Set<String> rows, Set<ColumnPath> columns) {
    public static final Only NOT = new Only(Optional.empty(), Set.of(), Set.of());

    public Only {
      rows = Set.copyOf(rows);
      columns = Set.copyOf(columns);
    }

    boolean holdsFor(FormRow row) {
      return rows.isEmpty() || row.item().filter(item -> rows.contains(item.key())).isPresent();
    }

    boolean holdsFor(Indicator column) {
      return columns.isEmpty() || columns.contains(column.path());
    }
  }

  /** How binding a check is. */
  public enum Severity {
    /** 强制性: refused while it fails. */
    MUST,
    /** 准强制性: taken in and on time; accepted (验收) only when the recipient excuses it. */
    MUST_OR_EXCUSED,
    /** 核实性: refused while it fails without an explanation. */
    EXPLAIN,
    /** 提示性: told, never refused. */
    REMARK
  }

  /**
   * Why a check need not hold in a sheet.
   *
   * @param by who granted it
   */
  public record Waived(String reason, String by) {}

  /** How often a rule runs over a sheet. */
  public enum Reach {
    /** It names columns: in every row. */
    EACH_ROW,
    /** It names rows: in every column. */
    EACH_COLUMN,
    /** It names cells: once. */
    ONCE
  }

  /** What is told of it: its own words, or the rule in titles. */
  public String title() {
    return says.orElseGet(rule::title);
  }

  /**
   * Told by what the rule names.
   *
   * @param shape of the rows it runs over: figures of elsewhere differ from row to row, but not
   *     from entry to entry
   */
  public Reach reach(Rows.Shape shape) {
    List<CellReference> named = rule.references().stream().map(CellReference.class::cast).toList();
    boolean namesColumns =
        named.stream().anyMatch(one -> one.place() == Place.ROW || one.place() == Place.RECORDS);
    boolean followsRow =
        shape != Rows.Shape.LIST && named.stream().anyMatch(CellReference::followsRow);
    if (namesColumns || followsRow) return Reach.EACH_ROW;
    boolean namesRows =
        named.stream()
            .anyMatch(
                one ->
                    one.column().isEmpty()
                        && (one.place() == Place.ITEM || one.place() == Place.SUBROWS));
    return namesRows ? Reach.EACH_COLUMN : Reach.ONCE;
  }
}
