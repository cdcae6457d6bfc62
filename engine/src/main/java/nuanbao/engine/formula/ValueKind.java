package nuanbao.engine.formula;

/** What the values of an address or of a piece of a formula are. */
public enum ValueKind {
  NUMBER,
  /** A text; also a code out of a list, a month, a time of day. */
  WORDS,
  TRUTH,
  DAY,
  /** Several codes out of a list. */
  CHOICES,
  /** Rows or records: something to count, with values inside. */
  ROWS
}
