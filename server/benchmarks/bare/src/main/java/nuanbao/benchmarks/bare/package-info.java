/** One page on Micronaut, H2 and Flyway. Uses nothing of ours. */
@NullMarked
package nuanbao.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
