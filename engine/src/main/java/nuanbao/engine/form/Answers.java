package nuanbao.engine.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nuanbao.engine.formula.Value;

/**
 * What was written in one form. Blank cells and rows that were not reported are absent; computed
 * cells are never stored.
 *
 * @param rows in the order in which they were sent
 * @param explanations why a check of severity {@code explain} may fail
 */
public record Answers(
    FormId form,
    Map<ColumnPath, Value> cover,
    Map<RowKey, Map<ColumnPath, Value>> rows,
    Map<CheckId, String> explanations) {

  public Answers {
    cover = Map.copyOf(cover);
    Map<RowKey, Map<ColumnPath, Value>> copies = new LinkedHashMap<>();
    rows.forEach((key, cells) -> copies.put(key, Map.copyOf(cells)));
    rows = Collections.unmodifiableMap(copies);
    explanations = Map.copyOf(explanations);
  }

  public static Answers none(FormId form) {
    return new Answers(form, Map.of(), Map.of(), Map.of());
  }
}
