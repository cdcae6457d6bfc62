/**
 * Figures up the unit tree and along time, with coverage.
 *
 * <p>Uses problem, unit, timeline, formula, form, duty, submission.
 */
@NullMarked
package nuanbao.engine.rollup;

import org.jspecify.annotations.NullMarked;
