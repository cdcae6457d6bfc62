package nuanbao.engine.formula;

/**
 * What can be told of a condition from the bounds of what it names, before anything is filled in.
 *
 * @param mayHold it can be true; false only where that is certain
 * @param mayFail it can be false; false only where that is certain
 */
record Prospect(boolean mayHold, boolean mayFail) {
  static final Prospect OPEN = new Prospect(true, true);

  Prospect and(Prospect other) {
    return new Prospect(mayHold && other.mayHold, mayFail || other.mayFail);
  }

  Prospect not() {
    return new Prospect(/* mayHold= */ mayFail, /* mayFail= */ mayHold);
  }
}
