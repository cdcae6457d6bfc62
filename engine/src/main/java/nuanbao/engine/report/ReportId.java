package nuanbao.engine.report;

/** The id of a report: its file name without {@code .json}. */
public record ReportId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
