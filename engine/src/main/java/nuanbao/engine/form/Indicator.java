package nuanbao.engine.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.formula.ValueKind;

/**
 * A column that holds one value in every row, or a field of the cover.
 *
 * @param titles printed heads from the outermost group inward, its own last
 * @param code in the code row below the head, if any
 * @param measuredIn unit of measure (人, 万元), if any
 * @param printDecimals digits behind the point where it is printed; the figure is not rounded
 * @param required a blank is refused; zero is typed
 * @param weight of an average: another column
 * @param formula how it is computed; left out, it is typed
 */
public record Indicator(
    ColumnPath path,
    List<String> titles,
    Optional<String> code,
    Part part,
    FieldType type,
    Optional<String> measuredIn,
    int printDecimals,
    boolean required,
    RollupRule rollup,
    OverTime overTime,
    Optional<ColumnPath> weight,
    Optional<Personal> personal,
    Optional<Formula> formula,
    Applicability applicability)
    implements Column {

  public Indicator {
    titles = List.copyOf(titles);
  }

  /** The same column, computed. */
  public Indicator computedBy(Formula computation) {
    return with(titles, weight, Optional.of(computation), applicability);
  }

  /** The same column, asked for otherwise. */
  public Indicator applying(Applicability other) {
    return with(titles, weight, formula, other);
  }

  /** The same column, weighted by another. */
  public Indicator weightedBy(ColumnPath other) {
    return with(titles, Optional.of(other), formula, applicability);
  }

  /** The same column under other heads. */
  public Indicator titled(List<String> others) {
    return with(others, weight, formula, applicability);
  }

  private Indicator with(
      List<String> otherTitles,
      Optional<ColumnPath> otherWeight,
      Optional<Formula> otherFormula,
      Applicability otherApplicability) {
    return new Indicator(
        path,
        otherTitles,
        code,
        part,
        type,
        measuredIn,
        printDecimals,
        required,
        rollup,
        overTime,
        otherWeight,
        personal,
        otherFormula,
        otherApplicability);
  }

  @Override
  public String key() {
    List<String> keys = path.keys();
    return keys.get(keys.size() - 1);
  }

  @Override
  public String title() {
    return titles.get(titles.size() - 1);
  }

  /** All its heads, joined by dots: 人数.其中女. The total of a group may have none of its own. */
  public String fullTitle() {
    return titles.stream().filter(title -> !title.isEmpty()).collect(Collectors.joining("."));
  }

  public boolean isNumber() {
    return type instanceof FieldType.Number;
  }

  /** What formulas see of it. */
  public ValueKind kind() {
    return type.kind();
  }

  public boolean isComputed() {
    return formula.isPresent();
  }

  @Override
  public Stream<Indicator> indicators() {
    return Stream.of(this);
  }

  @Override
  public int depth(Leaves leaves) {
    return 1;
  }

  @Override
  public Stream<Column> leaves(Leaves leaves) {
    return Stream.of(this);
  }
}
