package nuanbao.engine.problem;

/** How much a problem weighs: an error refuses, a warning and a hint do not. */
public enum Severity {
  ERROR("错误", "error"),
  WARNING("警告", "warning"),
  HINT("提示", "hint");

  private final Text title;

  Severity(String chinese, String english) {
    this.title = new Text(chinese, english);
  }

  public Text title() {
    return title;
  }
}
