package nuanbao.engine.report;

/**
 * What a column of a printed table holds; decides its alignment and how its width is shared out.
 *
 * @param kind {@code STUB} names the rows (left), {@code LABEL} numbers or measures them (middle),
 *     {@code NUMBER} figures (right), {@code TEXT} words (left, wrapped)
 */
public record TableColumn(Kind kind) {

  /** What the cells of a column are. */
  public enum Kind {
    STUB,
    LABEL,
    NUMBER,
    TEXT
  }
}
