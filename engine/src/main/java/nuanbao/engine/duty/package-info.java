/**
 * Who hands in which forms on which rounds to whom.
 *
 * <p>Uses problem, unit, timeline, form.
 */
@NullMarked
package nuanbao.engine.duty;

import org.jspecify.annotations.NullMarked;
