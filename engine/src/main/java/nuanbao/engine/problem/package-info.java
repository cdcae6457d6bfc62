/**
 * What we tell people: problems with a stable code, a place and what would be right.
 *
 * <p>Uses nothing of the engine.
 */
@NullMarked
package nuanbao.engine.problem;

import org.jspecify.annotations.NullMarked;
