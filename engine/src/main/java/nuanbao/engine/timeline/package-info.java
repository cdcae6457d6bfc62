/**
 * When: rounds, windows, working days and festivals. Time is always an argument.
 *
 * <p>Uses problem.
 */
@NullMarked
package nuanbao.engine.timeline;

import org.jspecify.annotations.NullMarked;
