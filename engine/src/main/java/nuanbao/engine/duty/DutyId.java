package nuanbao.engine.duty;

/** The id of a duty, unique within its campaign. */
public record DutyId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
