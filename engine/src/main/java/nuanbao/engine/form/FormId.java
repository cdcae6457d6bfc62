package nuanbao.engine.form;

/** The id of a form: its file name without {@code .json}. */
public record FormId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
