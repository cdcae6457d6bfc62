/**
 * Measures the engine and the server against what they are built on, and prints ratios.
 *
 * <p>Uses the engine as any host does. Nothing here is a test: no time is ever asserted.
 */
@NullMarked
package nuanbao.benchmarks;

import org.jspecify.annotations.NullMarked;
