/** The JSON API: reads, calls one method of the engine, translates the outcome. */
@NullMarked
package nuanbao.server.web;

import org.jspecify.annotations.NullMarked;
