/**
 * One set of filled forms of one reporter for one round, and what was waived and accepted of it.
 *
 * <p>Uses problem, unit, timeline, form, duty.
 */
@NullMarked
package nuanbao.engine.submission;

import org.jspecify.annotations.NullMarked;
