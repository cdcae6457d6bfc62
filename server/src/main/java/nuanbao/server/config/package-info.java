/** The campaigns that are hosted. */
@NullMarked
package nuanbao.server.config;

import org.jspecify.annotations.NullMarked;
