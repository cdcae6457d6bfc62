/** The command line: reads arguments, calls one method of the engine, prints the outcome. */
@NullMarked
package nuanbao.server.cli;

import org.jspecify.annotations.NullMarked;
