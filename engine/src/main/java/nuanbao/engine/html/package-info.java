/**
 * The only package that knows HTML templates.
 *
 * <p>Uses the packages above it: problem to intake.
 */
@NullMarked
package nuanbao.engine.html;

import org.jspecify.annotations.NullMarked;
