package nuanbao.engine.form;

/** The id of a check, unique within its form. */
public record CheckId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
