package nuanbao.engine.timeline;

/** What happens to the days of a series that are left after its last due day. */
public enum Tail {
  /** They are a shorter last round, due on the next due day although the series has ended. */
  NEXT_DUE,
  /** They are a shorter last round, due on the last day of the series. */
  LAST_DAY,
  /** Nobody reports on them. */
  NOT_REPORTED
}
