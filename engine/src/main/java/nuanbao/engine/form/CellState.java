package nuanbao.engine.form;

/** What is asked of whoever fills in a cell. */
public enum CellState {
  /** Worked out by the engine; what is sent for it is passed over. */
  COMPUTED,
  REQUIRED,
  OPTIONAL,
  /** A condition of its column hides it; what is sent for it is not kept. */
  HIDDEN,
  /** 不适用: it does not apply to the unit, or a condition says so. */
  NOT_APPLICABLE,
  /** Typed by somebody else. */
  ELSEWHERE;

  /** Whether it takes an answer. */
  public boolean isTyped() {
    return this == REQUIRED || this == OPTIONAL;
  }
}
