/** The server and the command line: edges around the engine. */
@NullMarked
package nuanbao.server;

import org.jspecify.annotations.NullMarked;
