/**
 * Takes submissions in, by the clock it is handed.
 *
 * <p>Uses the packages above it: problem to campaign.
 */
@NullMarked
package nuanbao.engine.intake;

import org.jspecify.annotations.NullMarked;
