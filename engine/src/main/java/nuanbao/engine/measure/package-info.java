/**
 * What a notice orders to be done: the tasks (任务清单), who answers for them, and what they are held
 * against.
 *
 * <p>Uses problem, unit, timeline, formula.
 */
@NullMarked
package nuanbao.engine.measure;

import org.jspecify.annotations.NullMarked;
