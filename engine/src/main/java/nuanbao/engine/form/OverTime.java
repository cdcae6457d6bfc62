package nuanbao.engine.form;

import java.util.Locale;

/** How a column is taken along rounds. */
public enum OverTime {
  /** What happened in a period: the rounds together, by the column's roll-up rule. */
  FLOW,
  /** What stands at its end: the latest round that was reported. */
  STOCK,
  /** What stood at its beginning: the earliest round that was reported. */
  OPENING,
  /** Has no meaning along rounds. */
  NONE;

  /** As definitions write it. */
  public static OverTime read(String written) {
    return valueOf(written.toUpperCase(Locale.ROOT));
  }
}
