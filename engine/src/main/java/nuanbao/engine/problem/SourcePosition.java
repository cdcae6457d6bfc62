package nuanbao.engine.problem;

import java.util.Comparator;

/**
 * Where something stands in a file.
 *
 * @param file path as the person named it, with {@code /} between its parts
 * @param line from 1; 0 where the file as a whole is meant
 * @param column from 1, counted in UTF-16 units as editors do; 0 where the file as a whole is meant
 * @param length how many characters on that line are meant, at least 1; 0 where the file is meant
 * @param pointer JSON Pointer (RFC 6901) of the value, empty for the whole document
 */
public record SourcePosition(String file, int line, int column, int length, String pointer)
    implements Comparable<SourcePosition> {

  private static final Comparator<SourcePosition> ORDER =
      Comparator.comparing(SourcePosition::file)
          .thenComparingInt(SourcePosition::line)
          .thenComparingInt(SourcePosition::column)
          .thenComparing(SourcePosition::pointer);

  /** The file as a whole. */
  public static SourcePosition ofFile(String file) {
    return new SourcePosition(file, 0, 0, 0, "");
  }

  /** The same place, with its file named from a folder above. */
  public SourcePosition below(String folder) {
    return new SourcePosition(folder + "/" + file, line, column, length, pointer);
  }

  @Override
  public int compareTo(SourcePosition other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column}, or the file alone where it is meant as a whole. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
