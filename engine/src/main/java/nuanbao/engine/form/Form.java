package nuanbao.engine.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A table or record sheet: what is asked. */
public final class Form {
  private final FormId id;
  private final Heading heading;
  private final List<Column> cover;
  private final Rows rows;
  private final List<Column> columns;
  private final List<Check> checks;
  private final List<String> notes;
  private final Map<ColumnPath, Indicator> coverFields;
  private final Map<ColumnPath, Indicator> indicators;

  /**
   * What is printed above a form.
   *
   * @param attachment its number in the notice (附件), if any
   * @param measuredIn the line 计量单位, if any
   */
  public record Heading(String title, Optional<String> attachment, Optional<String> measuredIn) {}

  /**
   * @param cover fields above the table, such as who filled it in
   * @param columns what every row holds
   * @param notes printed below
   */
  public Form(
      FormId id,
      Heading heading,
      List<Column> cover,
      Rows rows,
      List<Column> columns,
      List<Check> checks,
      List<String> notes) {
    this.id = id;
    this.heading = heading;
    this.cover = List.copyOf(cover);
    this.rows = rows;
    this.columns = List.copyOf(columns);
    this.checks = List.copyOf(checks);
    this.notes = List.copyOf(notes);
    this.coverFields = byPath(cover);
    this.indicators = byPath(columns);
  }

  private static Map<ColumnPath, Indicator> byPath(List<Column> columns) {
    return Column.indicatorsOf(columns).stream()
        .collect(
            Collectors.toMap(
                Indicator::path, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  public FormId id() {
    return id;
  }

  public Heading heading() {
    return heading;
  }

  public String title() {
    return heading.title();
  }

  public List<Column> cover() {
    return cover;
  }

  public Rows rows() {
    return rows;
  }

  public List<Column> columns() {
    return columns;
  }

  public List<Check> checks() {
    return checks;
  }

  public List<String> notes() {
    return notes;
  }

  /** The values of a row, left to right. */
  public List<Indicator> indicators() {
    return List.copyOf(indicators.values());
  }

  /** The values of the cover, in order. */
  public List<Indicator> coverFields() {
    return List.copyOf(coverFields.values());
  }

  /** The column at this path, which must exist. */
  public Indicator indicator(ColumnPath path) {
    return Optional.ofNullable(indicators.get(path))
        .orElseThrow(() -> new IllegalArgumentException("form " + id + " has no column " + path));
  }
}
