/** The moment that counts. */
@NullMarked
package nuanbao.server.clock;

import org.jspecify.annotations.NullMarked;
