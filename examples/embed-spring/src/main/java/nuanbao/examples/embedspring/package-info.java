/**
 * A small host: one campaign in a Spring Boot application, on this machine only, with a store of
 * its own.
 */
@NullMarked
package nuanbao.examples.embedspring;

import org.jspecify.annotations.NullMarked;
