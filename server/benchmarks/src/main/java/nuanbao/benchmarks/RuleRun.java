package nuanbao.benchmarks;

/**
 * The rules of a {@link RuleTable}, compiled, with its rows as one language takes them quickest.
 */
interface RuleRun {
  boolean holds(int row, int rule);
}
