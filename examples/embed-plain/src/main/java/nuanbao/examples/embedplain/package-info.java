/** A small host: the engine in a plain Java program, with no server, no database and no clock. */
@NullMarked
package nuanbao.examples.embedplain;

import org.jspecify.annotations.NullMarked;
