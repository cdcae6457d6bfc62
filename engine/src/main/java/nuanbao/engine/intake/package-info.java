/**
 * Takes submissions in, by the clock it is handed, and keeps what their recipient decides of them.
 *
 * <p>Uses the packages above it: problem to campaign.
 */
@NullMarked
package nuanbao.engine.intake;

import org.jspecify.annotations.NullMarked;
