package nuanbao.engine.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nuanbao.engine.form.CellState;
import nuanbao.engine.form.Days;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.FormView;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.WordsFormat;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A field on the page. What becomes an attribute is null where the attribute is left out.
 *
 * @param page id of the form; what several fields share is named after it
 * @param headers ids of the heads it stands under; null where the table says it by itself
 * @param placeholder said in the blank field; null for nothing
 */
public record Entry(
    String page,
    String id,
    FormView.Field field,
    Place place,
    @Nullable String headers,
    @Nullable String placeholder) {
  /** How 不适用 is answered. */
  public static final String NOT_APPLICABLE = "不适用";

  /** Above so many characters a text gets several lines. */
  private static final int ONE_LINE = 200;

  private static final int CHARACTERS_A_LINE = 40;
  private static final int FEWEST_LINES = 3;
  private static final int MOST_LINES = 12;
  private static final int MOST_RADIOS = 4;

  /** More options than this are looked for by typing. */
  private static final int MOST_LISTED = 60;

  private static final int ANY_NUMBER = 100;
  private static final Pattern DAY = Pattern.compile(Days.PATTERN);

  /** Where a field stands: that decides how much room it takes. */
  public enum Place {
    /** In a cell. */
    TABLE,
    /** Behind its label, with a line of its own. */
    RECORD,
    /** One of several beside each other in a child record. */
    CHILD
  }

  /** How a field is written in, or read. */
  public enum Control {
    COMPUTED,
    /** Written by somebody else. */
    SHOWN,
    NOT_APPLICABLE,
    HIDDEN,
    NUMBER,
    LINE,
    LINES,
    DAY,
    SELECT,
    RADIOS,
    CHECKBOXES,
    /** A line that proposes what it may hold. */
    LISTED,
    FILES,
    RECORDS
  }

  /** An answer to choose. */
  public record Choice(String id, String code, String title, boolean isChosen) {}

  /**
   * A child record.
   *
   * @param name posted even if nothing is written in it, so that it stays on the page
   */
  public record Child(String id, String name, String title, List<Entry> entries) {
    public Child {
      entries = List.copyOf(entries);
    }
  }

  static Entry inRecord(String page, String id, FormView.Field field) {
    return new Entry(page, id, field, Place.RECORD, null, null);
  }

  /**
   * A cell of a table.
   *
   * @param isSaid whether the head of its column says what is to be said of it
   */
  static Entry inTable(
      String page, String id, FormView.Field field, @Nullable String headers, boolean isSaid) {
    Entry entry = new Entry(page, id, field, Place.TABLE, headers, null);
    String said = entry.isProposed() ? "或填不适用" : isSaid || !entry.isTyped() ? "" : entry.remark();
    return said.isEmpty() ? entry : new Entry(page, id, field, Place.TABLE, headers, said);
  }

  public Control control() {
    return switch (field.state()) {
      case COMPUTED -> Control.COMPUTED;
      case HIDDEN -> Control.HIDDEN;
      case NOT_APPLICABLE -> Control.NOT_APPLICABLE;
      case ELSEWHERE -> Control.SHOWN;
      case REQUIRED, OPTIONAL -> typed();
    };
  }

  private Control typed() {
    FieldType type = type();
    if (type instanceof FieldType.Number) return Control.NUMBER;
    if (type instanceof FieldType.Words words) return isLong(words) ? Control.LINES : Control.LINE;
    if (type instanceof FieldType.Truth) return fewOptions() ? Control.RADIOS : Control.SELECT;
    if (type instanceof FieldType.Day) return isDay() ? Control.DAY : Control.LINE;
    if (type instanceof FieldType.Choice choice) {
      boolean isSteady = choice.narrowedBy().isEmpty();
      return isSteady && fewOptions() ? Control.RADIOS : Control.SELECT;
    }
    if (type instanceof FieldType.Choices) return Control.CHECKBOXES;
    if (type instanceof FieldType.OneUnit) {
      return field.options().size() > MOST_LISTED ? Control.LISTED : Control.SELECT;
    }
    if (type instanceof FieldType.Files) return Control.FILES;
    if (type instanceof FieldType.Records) return Control.RECORDS;
    throw new IllegalStateException("no cell is typed so: " + field.name());
  }

  /** A field of one line would lose the line breaks it was handed, whatever its type says. */
  private boolean isLong(FieldType.Words words) {
    return words.lines() > 1
        || words.maxLength() > ONE_LINE
        || field.value().contains("\n")
        || field.value().contains("\r");
  }

  private boolean fewOptions() {
    return place == Place.RECORD && codesAndTitles().size() <= MOST_RADIOS;
  }

  /** A date field would not show what is no day. */
  private boolean isDay() {
    boolean isTicked = mayNotApply() && isNotApplicable();
    return isTicked || field.value().isEmpty() || DAY.matcher(field.value()).matches();
  }

  /** Whether something can be typed or chosen. */
  public boolean isTyped() {
    return field.state().isTyped();
  }

  public boolean isHidden() {
    return control() == Control.HIDDEN;
  }

  /** Whether it is many controls under one title, which no single label can name. */
  public boolean isGroup() {
    return switch (control()) {
      case RADIOS, CHECKBOXES, FILES, RECORDS -> true;
      case COMPUTED, SHOWN, NOT_APPLICABLE, HIDDEN, NUMBER, LINE, LINES, DAY, SELECT, LISTED ->
          false;
    };
  }

  /** Whether it can be named by a label: something that takes the focus as one. */
  public boolean isLabelled() {
    return (isTyped() && !isGroup()) || control() == Control.COMPUTED;
  }

  /** The value; a computed one is rounded half-up as in print, a typed one stands as typed. */
  public String value() {
    if (!isComputed()) return hasBox() && isNotApplicable() ? "" : field.value();
    if (!isNumber() || field.value().isEmpty()) return field.shown();
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
   * Which keys a phone shows. The numeric ones lack a minus on some phones, and the letters of 不适用,
   * so a column that may fall below zero or hold that text asks for none.
   */
  public @Nullable String inputMode() {
    if (type() instanceof FieldType.Words words) {
      return switch (words.format()) {
        case YEAR, BANK_CARD -> "numeric";
        case NONE, MONTH, TIME_OF_DAY, EMAIL, MOBILE, PHONE, CITIZEN_ID, CREDIT_CODE -> null;
      };
    }
    if (!(type() instanceof FieldType.Number number)) return null;
    if (isProposed()) return null;
    if (number.minimum().filter(least -> least.signum() >= 0).isEmpty()) return null;
    return number.decimals() == 0 ? "numeric" : "decimal";
  }

  /** The type of a field of one line; null for plain text. */
  public @Nullable String inputType() {
    if (!(type() instanceof FieldType.Words words)) return null;
    if (!value().isEmpty() && !isWellFormed(words)) return null; // it would not be shown
    return switch (words.format()) {
      case MONTH -> "month";
      case TIME_OF_DAY -> "time";
      case EMAIL -> "email";
      case MOBILE, PHONE -> "tel";
      case NONE, YEAR, CITIZEN_ID, CREDIT_CODE, BANK_CARD -> null;
    };
  }

  private boolean isWellFormed(FieldType.Words words) {
    return words.format() == WordsFormat.EMAIL
        || words.format().pattern().filter(one -> one.matcher(value()).find()).isPresent();
  }

  /** The most characters; null where nothing is counted. */
  public @Nullable String maxLength() {
    return type() instanceof FieldType.Words words ? String.valueOf(words.maxLength()) : null;
  }

  /** How many lines a text of several lines is shown with. */
  public int lines() {
    int asked = type() instanceof FieldType.Words words ? words.lines() : 1;
    long written = field.value().lines().count() + field.value().length() / CHARACTERS_A_LINE;
    int least = Math.max(FEWEST_LINES, Math.min(MOST_LINES, asked));
    return (int) Math.max(least, Math.min(MOST_LINES, written + 1));
  }

  /** What can be chosen; an answer that was given is among them, though it no longer may be. */
  public List<Choice> choices() {
    List<FieldType.Option> options = codesAndTitles();
    List<String> chosen = chosen();
    for (String code : chosen) {
      if (code.equals(NOT_APPLICABLE) || options.stream().anyMatch(o -> o.code().equals(code))) {
        continue;
      }
      options.add(new FieldType.Option(code, nameOf(code) + "（不在可选之列）"));
    }
    List<Choice> choices = new ArrayList<>();
    for (FieldType.Option option : options) {
      String key = id + "-o" + (choices.size() + 1);
      choices.add(new Choice(key, option.code(), option.title(), chosen.contains(option.code())));
    }
    return choices;
  }

  private List<String> chosen() {
    if (type() instanceof FieldType.Choices) return field.chosen();
    return field.value().isEmpty() ? List.of() : List.of(field.value());
  }

  private List<FieldType.Option> codesAndTitles() {
    List<FieldType.Option> options = new ArrayList<>(field.options());
    if (type() instanceof FieldType.Truth) {
      options.add(new FieldType.Option("true", "是"));
      options.add(new FieldType.Option("false", "否"));
    }
    boolean isSeveral = type() instanceof FieldType.Choices;
    if (mayNotApply() && !isSeveral) {
      options.add(new FieldType.Option(NOT_APPLICABLE, NOT_APPLICABLE));
    }
    return options;
  }

  private String nameOf(String code) {
    if (!(type() instanceof FieldType.Choice choice)) return code;
    return choice.options().stream()
        .filter(option -> option.code().equals(code))
        .map(FieldType.Option::title)
        .findFirst()
        .orElse(code);
  }

  /** Id of the list of proposals that fields with the same options share; null for none. */
  public @Nullable String listId() {
    if (control() == Control.LISTED) {
      return page + "-u" + Integer.toHexString(field.options().hashCode());
    }
    return isProposed() ? page + "-na" : null;
  }

  /** The title of what was chosen from a long list of codes; empty where it is none of them. */
  public String chosenTitle() {
    return field.options().stream()
        .filter(option -> option.code().equals(field.value()))
        .map(FieldType.Option::title)
        .findFirst()
        .orElse("");
  }

  private boolean mayNotApply() {
    return isTyped() && indicator().applicability().mayNotApply();
  }

  public boolean isNotApplicable() {
    return field.value().equals(NOT_APPLICABLE);
  }

  /** Whether 不适用 is proposed in the field itself: in a cell there is no room for more. */
  private boolean isProposed() {
    return mayNotApply()
        && place == Place.TABLE
        && (type() instanceof FieldType.Number || type() instanceof FieldType.Words);
  }

  /** Whether 不适用 is ticked beside the field; where one answer is chosen it is one of them. */
  public boolean hasBox() {
    boolean isChosen =
        type() instanceof FieldType.Truth
            || type() instanceof FieldType.Choice
            || type() instanceof FieldType.OneUnit;
    return mayNotApply() && !isProposed() && !isChosen;
  }

  /** The ids of files, and a blank for one more while there may be one. */
  public List<String> files() {
    List<String> ids = new ArrayList<>(isNotApplicable() ? List.of() : field.chosen());
    ids.removeIf(String::isBlank);
    int most = type() instanceof FieldType.Files files ? files.most() : 1;
    if (ids.size() < most) ids.add("");
    return ids;
  }

  /** The child records on the page. */
  public List<Child> children() {
    List<Child> children = new ArrayList<>();
    for (FormView.ChildRecord record : field.records()) {
      children.add(child(record.name(), record.fields(), "第" + (children.size() + 1) + "条"));
    }
    return children;
  }

  private Child child(String name, List<FormView.Field> fields, String title) {
    String number = name.substring(name.lastIndexOf('/') + 1);
    String key = id + "-n" + FormPage.idOf(number);
    List<Entry> entries = new ArrayList<>();
    for (FormView.Field one : fields) {
      entries.add(new Entry(page, key + "c" + (entries.size() + 1), one, Place.CHILD, null, null));
    }
    return new Child(key, name, title, entries);
  }

  /** Whether another child record may be added. */
  public boolean takesMore() {
    return type() instanceof FieldType.Records records && field.records().size() < records.most();
  }

  public boolean isComputed() {
    return field.state() == CellState.COMPUTED;
  }

  public boolean isNumber() {
    return indicator().isNumber();
  }

  public boolean isRequired() {
    return switch (field.state()) {
      case REQUIRED -> true;
      case OPTIONAL, COMPUTED, HIDDEN, NOT_APPLICABLE, ELSEWHERE -> false;
    };
  }

  /** What is said behind its title: that it may be left blank, or that nobody types it. */
  public String remark() {
    return switch (field.state()) {
      case COMPUTED -> "自动计算";
      case OPTIONAL -> and("选填", limits());
      case REQUIRED -> limits();
      case ELSEWHERE -> "由其他单位填";
      case HIDDEN, NOT_APPLICABLE -> "";
    };
  }

  private static String and(String one, String other) {
    return other.isEmpty() ? one : one + "，" + other;
  }

  /** How many there may be of what can be several. */
  private String limits() {
    if (type() instanceof FieldType.Choices choices) {
      int all = choices.options().size();
      return limits(choices.least(), choices.most() < all ? choices.most() : ANY_NUMBER, "项");
    }
    if (type() instanceof FieldType.Files files) {
      return files.most() == 1 ? "附件编号" : "附件编号，最多" + files.most() + "个";
    }
    if (type() instanceof FieldType.Records records) {
      return limits(records.least(), records.most(), "条");
    }
    return "";
  }

  private static String limits(int least, int most, String what) {
    if (most >= ANY_NUMBER) return least > 1 ? "至少" + least + what : "";
    if (least == most) return "选" + least + what;
    return least > 1 ? least + "至" + most + what : "最多" + most + what;
  }

  public @Nullable String invalid() {
    return worst().filter(Severity.ERROR::equals).isPresent() ? "true" : null;
  }

  /** A value that is only read takes the focus when a problem leads to it. */
  public @Nullable String tabIndex() {
    return worst().isPresent() ? "-1" : null;
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

  /** Whether what is written here, or shown here, depends on other fields. */
  boolean isLive() {
    boolean isNarrowed =
        type() instanceof FieldType.Choice choice && choice.narrowedBy().isPresent();
    return indicator().isComputed()
        || indicator().applicability().isConditional()
        || isNarrowed
        || (type() instanceof FieldType.Records && blankRecord().anyMatch(Entry::isLive));
  }

  private Stream<Entry> blankRecord() {
    return field.blankRecord().stream()
        .map(one -> new Entry(page, id, one, Place.CHILD, null, null));
  }

  private Optional<Severity> worst() {
    return field.problems().stream().map(Problem::severity).min(Comparator.naturalOrder());
  }

  private FieldType type() {
    return indicator().type();
  }

  private Indicator indicator() {
    return field.indicator();
  }
}
