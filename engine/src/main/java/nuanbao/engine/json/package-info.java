/**
 * The only package that knows Jackson and the JSON Schema validator.
 *
 * <p>Uses the packages above it: problem to intake.
 */
@NullMarked
package nuanbao.engine.json;

import org.jspecify.annotations.NullMarked;
