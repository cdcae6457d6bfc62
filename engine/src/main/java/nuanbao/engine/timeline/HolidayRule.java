package nuanbao.engine.timeline;

/**
 * What happens to a due day that is no working day. Article 203 of the Civil Code: the next one.
 */
public enum HolidayRule {
  NEXT_WORKDAY,
  PREVIOUS_WORKDAY,
  AS_IS
}
