/** The door of the engine. */
@NullMarked
package nuanbao.engine;

import org.jspecify.annotations.NullMarked;
