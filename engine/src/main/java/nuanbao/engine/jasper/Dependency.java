package nuanbao.engine.jasper;

/** A library the engine can do without, until somebody prints. */
enum Dependency {
  JASPER_REPORTS("net.sf.jasperreports.engine.JasperReport", "net.sf.jasperreports:jasperreports"),
  JASPER_REPORTS_PDF(
      "net.sf.jasperreports.pdf.JRPdfExporter", "net.sf.jasperreports:jasperreports-pdf");

  private final String className;
  private final String artifact;

  Dependency(String className, String artifact) {
    this.className = className;
    this.artifact = artifact;
  }

  /**
   * @throws IllegalStateException if it is not on the class path, naming what to add
   */
  void require() {
    try {
      Class.forName(className, false, Dependency.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "printing needs a library that is not on the class path; add the dependency " + artifact,
          e);
    }
  }
}
