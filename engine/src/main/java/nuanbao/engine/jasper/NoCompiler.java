package nuanbao.engine.jasper;

import java.io.File;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.design.JRAbstractMultiClassCompiler;

/**
 * Refuses every report expression that is more than the name of a field, parameter or variable, so
 * that printing can never run code. JasperReports answers bare names without a compiler and would
 * hand anything else to javac.
 */
public final class NoCompiler extends JRAbstractMultiClassCompiler {

  /** Called by JasperReports, by this class's name. */
  public NoCompiler(JasperReportsContext context) {
    super(context);
  }

  @Override
  public String compileClasses(File[] sourceFiles, String classpath) throws JRException {
    throw new JRException("reports hold no Java expressions; compute the value before printing");
  }
}
