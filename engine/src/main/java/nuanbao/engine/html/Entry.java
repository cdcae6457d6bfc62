package nuanbao.engine.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.FormView;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A field on the page. What becomes an attribute is null where the attribute is left out.
 *
 * @param headers ids of the heads it stands under; null where the table says it by itself
 */
public record Entry(String id, FormView.Field field, @Nullable String headers) {
  /** Above so many characters a text gets several lines. */
  private static final int ONE_LINE = 200;

  private static final int CHARACTERS_A_LINE = 40;
  private static final int FEWEST_LINES = 3;
  private static final int MOST_LINES = 12;

  /** How a field is written in, or read. */
  public enum Control {
    COMPUTED,
    NUMBER,
    LINE,
    LINES
  }

  public Control control() {
    if (isComputed()) return Control.COMPUTED;
    if (isNumber()) return Control.NUMBER;
    return maxLength() > ONE_LINE || isWrittenInLines() ? Control.LINES : Control.LINE;
  }

  /** A field of one line would lose the line breaks it was handed, whatever its type says. */
  private boolean isWrittenInLines() {
    return field.value().contains("\n") || field.value().contains("\r");
  }

  /** The value; a computed one is rounded half-up as in print, a typed one stands as typed. */
  public String value() {
    if (!isComputed() || !isNumber() || field.value().isEmpty()) return field.value();
    return new BigDecimal(field.value())
        .setScale(indicator().printDecimals(), RoundingMode.HALF_UP)
        .toPlainString();
  }

  public String title() {
    return indicator().title();
  }

  /** Row, column and unit of measure, for who cannot see the table. */
  public String label() {
    String unit = measuredIn();
    return unit.isEmpty() ? field.label() : field.label() + "（" + unit + "）";
  }

  /** The unit of measure; empty where there is none, or a title says it already. */
  public String measuredIn() {
    return measuredIn(indicator());
  }

  static String measuredIn(Indicator indicator) {
    return indicator
        .measuredIn()
        .filter(
            unit ->
                indicator.titles().stream()
                    .noneMatch(t -> t.contains("（" + unit + "）") || t.contains("(" + unit + ")")))
        .orElse("");
  }

  /**
   * Which keys a phone shows. The numeric ones lack a minus on some phones, so a column that may
   * fall below zero asks for none.
   */
  public @Nullable String inputMode() {
    if (!(indicator().type() instanceof FieldType.Number number)) return null;
    if (number.minimum().filter(least -> least.signum() >= 0).isEmpty()) return null;
    return number.decimals() == 0 ? "numeric" : "decimal";
  }

  /** The most characters; 0 for numbers. */
  public int maxLength() {
    return indicator().type() instanceof FieldType.Words words ? words.maxLength() : 0;
  }

  /** How many lines a text of several lines is shown with. */
  public int lines() {
    long written = field.value().lines().count() + field.value().length() / CHARACTERS_A_LINE;
    return (int) Math.max(FEWEST_LINES, Math.min(MOST_LINES, written + 1));
  }

  public boolean isComputed() {
    return indicator().isComputed();
  }

  public boolean isNumber() {
    return indicator().isNumber();
  }

  public boolean isRequired() {
    return indicator().required() && !isComputed();
  }

  /** What is said behind its title: that it may be left blank, or that nobody types it. */
  public String remark() {
    return remark(indicator());
  }

  static String remark(Indicator indicator) {
    if (indicator.isComputed()) return "自动计算";
    return indicator.required() ? "" : "选填";
  }

  public @Nullable String invalid() {
    return worst().filter(Severity.ERROR::equals).isPresent() ? "true" : null;
  }

  /** A computed value takes the focus when a problem leads to it. */
  public @Nullable String tabIndex() {
    return isComputed() && worst().isPresent() ? "-1" : null;
  }

  public @Nullable String describedBy() {
    if (field.problems().isEmpty()) return null;
    return String.join(" ", besideLabel().stream().map(Told::id).toList());
  }

  /** Its problems, below a label that has said which field it is. */
  public List<Told> besideLabel() {
    return beside(field.label() + "：");
  }

  /** Its problems, in the line below a row that has said which row it is. */
  public List<Told> besideRow(String rowTitle) {
    return beside(rowTitle + " / ");
  }

  private List<Told> beside(String seen) {
    List<Told> told = new ArrayList<>();
    for (Problem problem : field.problems()) {
      told.add(Told.beside(problem, id + "-p" + (told.size() + 1), seen));
    }
    return told;
  }

  /** The class of its worst problem. */
  public @Nullable String style() {
    return worst().map(Told::styleOf).orElse(null);
  }

  /** The sign of its worst problem; empty where it has none. */
  public String sign() {
    return worst().map(Told::signOf).orElse("");
  }

  private Optional<Severity> worst() {
    return field.problems().stream().map(Problem::severity).min(Comparator.naturalOrder());
  }

  private Indicator indicator() {
    return field.indicator();
  }
}
