/**
 * The only package that knows JasperReports.
 *
 * <p>Uses problem, form and report.
 */
@NullMarked
package nuanbao.engine.jasper;

import org.jspecify.annotations.NullMarked;
