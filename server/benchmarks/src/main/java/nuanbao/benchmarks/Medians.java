package nuanbao.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times by what was measured, in the order in which each was first measured. */
final class Medians {
  private final Map<String, List<Double>> times = new LinkedHashMap<>();

  void add(String measured, double time) {
    times.computeIfAbsent(measured, name -> new ArrayList<>()).add(time);
  }

  /** The median of what was measured, which must have been. */
  double of(String measured) {
    List<Double> sorted = times.getOrDefault(measured, List.of()).stream().sorted().toList();
    if (sorted.isEmpty()) throw new IllegalArgumentException("never measured: " + measured);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
