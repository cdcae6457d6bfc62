/**
 * One whole, checked definition.
 *
 * <p>Uses the packages above it: problem to report.
 */
@NullMarked
package nuanbao.engine.campaign;

import org.jspecify.annotations.NullMarked;
