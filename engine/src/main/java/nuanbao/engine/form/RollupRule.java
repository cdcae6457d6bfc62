package nuanbao.engine.form;

/** How a column is brought up the unit tree. */
public enum RollupRule {
  /** Numbers are added; a blank adds nothing, and nothing but blanks is blank. */
  SUM,
  /** Texts stand one after another, in unit order. */
  JOIN,
  /** Texts are taken apart at 、 ， and ； and each part stands once. */
  DISTINCT,
  /** The formula runs again over the sums: a ratio is never added. */
  RECOMPUTE,
  /** Stays where it was written. */
  NONE
}
