/**
 * What is asked and what was written: forms, columns, rows, checks, answers and the view of a form.
 *
 * <p>Uses problem, unit, timeline, formula, measure.
 */
@NullMarked
package nuanbao.engine.form;

import org.jspecify.annotations.NullMarked;
