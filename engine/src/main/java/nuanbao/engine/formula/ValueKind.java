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
  ROWS;

  /** Whether a value is one of this kind, or none: blank, 不适用 and failed may stand everywhere. */
  public boolean fits(Value value) {
    if (value instanceof Value.Number) return this == NUMBER;
    if (value instanceof Value.Words) return this == WORDS;
    if (value instanceof Value.Truth) return this == TRUTH;
    if (value instanceof Value.Day) return this == DAY;
    if (value instanceof Value.Choices) return this == CHOICES;
    if (value instanceof Value.Records) return this == ROWS;
    return true;
  }
}
