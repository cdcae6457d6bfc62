/**
 * Who reports, under whom: the tree of units and the ways to name some of them.
 *
 * <p>Uses problem.
 */
@NullMarked
package nuanbao.engine.unit;

import org.jspecify.annotations.NullMarked;
