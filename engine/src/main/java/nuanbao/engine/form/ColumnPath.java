package nuanbao.engine.form;

import java.util.List;

/** The keys that lead to a column, from the outermost group inward, joined by dots. */
public record ColumnPath(String value) {

  public static ColumnPath of(List<String> keys) {
    return new ColumnPath(String.join(".", keys));
  }

  public List<String> keys() {
    return List.of(value.split("\\."));
  }

  /** The path of another column in the same group. */
  public ColumnPath sibling(String key) {
    int dot = value.lastIndexOf('.');
    return new ColumnPath(value.substring(0, dot + 1) + key);
  }

  @Override
  public String toString() {
    return value;
  }
}
