package nuanbao.engine.form;

import java.util.List;
import java.util.Optional;

/** Columns for tests: required, and saying nothing that does not matter. */
public final class Columns {
  private Columns() {}

  /** A column of this type; keys and titles from the outermost group inward, joined by dots. */
  public static Indicator of(String path, String titles, FieldType type) {
    return new Indicator(
        new ColumnPath(path),
        List.of(titles.split("\\.")),
        Optional.empty(),
        Part.PART,
        type,
        Optional.empty(),
        type instanceof FieldType.Number number ? number.decimals() : 0,
        true,
        RollupRule.byDefault(type, false),
        OverTime.FLOW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Applicability.ALWAYS);
  }

  public static FieldType number(int decimals) {
    return new FieldType.Number(Optional.empty(), Optional.empty(), decimals, Optional.empty());
  }

  public static FieldType words(int most) {
    return new FieldType.Words(1, most, Optional.empty(), WordsFormat.NONE, 1);
  }
}
