/**
 * The small decimal language of campaigns: parsed against names, run over values.
 *
 * <p>Uses problem.
 */
@NullMarked
package nuanbao.engine.formula;

import org.jspecify.annotations.NullMarked;
