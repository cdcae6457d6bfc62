/**
 * What is printed, as plain data: every cell is a value, blank or a problem.
 *
 * <p>Uses problem, unit, timeline, formula, form, duty, submission, rollup.
 */
@NullMarked
package nuanbao.engine.report;

import org.jspecify.annotations.NullMarked;
