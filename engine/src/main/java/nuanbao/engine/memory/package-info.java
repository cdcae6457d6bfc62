/**
 * Stores for tests, examples and small hosts.
 *
 * <p>Uses submission and intake.
 */
@NullMarked
package nuanbao.engine.memory;

import org.jspecify.annotations.NullMarked;
