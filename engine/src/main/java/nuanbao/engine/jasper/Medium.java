package nuanbao.engine.jasper;

/** What a table is drawn for. */
enum Medium {
  /** Numbered pages; everything is text as printed. */
  PAGES,
  /** One endless sheet of a workbook; figures are numbers and everything keeps to the columns. */
  SHEET
}
