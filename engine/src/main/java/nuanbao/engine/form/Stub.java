package nuanbao.engine.form;

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
    BY
  }

  /** Just the name of the row. */
  public static Stub name(String title) {
    return new Stub(Kind.NAME, title, Optional.empty());
  }
}
