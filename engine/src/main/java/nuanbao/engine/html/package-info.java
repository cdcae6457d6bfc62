/**
 * The only package that knows HTML templates: a form as a page that its reporter can read and fill
 * in.
 *
 * <p>The templates stand in {@code src/main/jte}; they print what the records here say and decide
 * nothing.
 *
 * <p>Uses problem, unit, timeline and form.
 */
@NullMarked
package nuanbao.engine.html;

import org.jspecify.annotations.NullMarked;
