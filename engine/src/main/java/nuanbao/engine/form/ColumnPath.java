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

  @Override
  public String toString() {
    return value;
  }
}
