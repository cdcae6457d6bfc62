package nuanbao.engine.problem;

/**
 * A cell of a form as the person sees it.
 *
 * @param form id of the form
 * @param row stored key of the row, empty for the cover
 * @param rowTitle the row as printed, empty for the cover
 * @param column path of the column, its keys joined by dots; empty for the row as a whole
 * @param columnTitle the column as printed, its heads joined by dots
 */
public record CellPosition(
    String form, String row, String rowTitle, String column, String columnTitle) {

  /** Row and column as printed: {@code 东村 / 人数.其中女}. */
  @Override
  public String toString() {
    if (rowTitle.isEmpty() || columnTitle.isEmpty()) return rowTitle + columnTitle;
    return rowTitle + " / " + columnTitle;
  }
}
