package nuanbao.engine.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A column at the left that names the rows (主栏).
 *
 * @param code its code in the code row (甲), if any
 */
public record Stub(Kind kind, String title, Optional<String> code) {

  /** What it says of a row. */
  public enum Kind {
    /** 序号, counted. */
    NUMBER,
    NAME,
    /** Unit of measure. */
    IN,
    CODE,
    /** The full text of a measure. */
    TEXT,
    LEAD,
    ASSIST,
    TARGET,
    /** By when. */
    BY;

    /** As definitions write it; empty for any other word. */
    public static Optional<Kind> find(String written) {
      return Arrays.stream(values())
          .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(written))
          .findFirst();
    }
  }

  /** Just the name of the row. */
  public static Stub name(String title) {
    return new Stub(Kind.NAME, title, Optional.empty());
  }
}
