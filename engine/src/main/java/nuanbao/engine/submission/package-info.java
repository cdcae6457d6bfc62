/**
 * One set of filled forms of one reporter for one round.
 *
 * <p>Uses problem, unit, timeline, form, duty.
 */
@NullMarked
package nuanbao.engine.submission;

import org.jspecify.annotations.NullMarked;
