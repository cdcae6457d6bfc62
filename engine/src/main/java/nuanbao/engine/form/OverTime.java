package nuanbao.engine.form;

/** How a column is taken along rounds. */
public enum OverTime {
  /** What happened in a period: the rounds together, by the column's roll-up rule. */
  FLOW,
  /** What stands at its end: the latest round that was reported. */
  STOCK,
  /** Has no meaning along rounds. */
  NONE
}
