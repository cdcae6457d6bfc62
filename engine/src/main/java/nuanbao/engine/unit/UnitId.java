package nuanbao.engine.unit;

/** The id of a unit. It never changes, whatever happens to the unit's name, code or parent. */
public record UnitId(String value) {
  public UnitId {
    if (value.isBlank()) throw new IllegalArgumentException("a unit id is never blank");
  }

  @Override
  public String toString() {
    return value;
  }
}
