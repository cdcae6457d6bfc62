package nuanbao.engine.problem;

import java.util.Collection;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Similar {
  private Similar() {}

  /**
   * The known word nearest to the one written, if it is near: at most a third of it is different.
   */
  public static Optional<String> nearest(String written, Collection<String> known) {
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String word : known) {
      if (!isNearInLength(written, word)) continue;
      int distance = distance(written, word);
      if (distance < least) {
        least = distance;
        best = word;
      }
    }
    int longest = Math.max(written.length(), best.length());
    return least <= allowed(longest) && least < longest ? Optional.of(best) : Optional.empty();
  }

  private static int allowed(int longest) {
    return Math.max(1, longest / 3);
  }

  /** What is much longer or shorter is far, without comparing it letter by letter. */
  private static boolean isNearInLength(String a, String b) {
    int longest = Math.max(a.length(), b.length());
    return Math.abs(a.length() - b.length()) <= allowed(longest);
  }

  /**
   * Insertions, deletions, changes and swaps of neighbours that lead from one word to the other.
   */
  private static int distance(String a, String b) {
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) distance[i][0] = i;
    for (int j = 0; j <= b.length(); j++) distance[0][j] = j;
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least =
            Math.min(
                Math.min(distance[i - 1][j], distance[i][j - 1]) + 1,
                distance[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        distance[i][j] = swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
      }
    }
    return distance[a.length()][b.length()];
  }
}
