package nuanbao.engine.formula;

/** Which rounds a formula looks at instead of the one at hand. */
public enum Period {
  /** 上期: the round before. */
  PREVIOUS,
  /** 上年同期: its counterpart in the campaign that this one follows. */
  LAST_YEAR,
  /** 累计: all rounds since the campaign began, this one included. */
  CUMULATIVE,
  /** 本年累计: all rounds since the year began, this one included. */
  YEAR_TO_DATE,
  /** 期内: all rounds of a shorter rhythm within this one. */
  WITHIN;

  /** Whether it never has the round at hand among its rounds. */
  boolean isEarlier() {
    return this == PREVIOUS || this == LAST_YEAR;
  }
}
