package nuanbao.engine.form;

import java.util.Optional;

/**
 * How a column is brought up the unit tree, and from entries to their unit. Blanks and 不适用 take no
 * part; nothing but those is blank.
 */
public enum RollupRule {
  /** Numbers are added. */
  SUM,
  /** How many cells were answered. */
  COUNT,
  MIN,
  MAX,
  /** The mean of what was reported; weighted where the column names another as its weight. */
  AVERAGE,
  /** Texts stand one after another, in unit order. */
  JOIN,
  /** Texts are taken apart at 、 ， and ； and each part stands once. */
  DISTINCT,
  /** How often each answer was chosen. */
  TALLY,
  /** Lists of named numbers: numbers of the same name are added. */
  MERGE,
  /** The formula runs again over the sums: a ratio is never added. */
  RECOMPUTE,
  /** Stays where it was written. */
  NONE;

  /** As definitions write it. */
  public static RollupRule read(String written) {
    return valueOf(written.toUpperCase(java.util.Locale.ROOT));
  }

  /** What a definition gets that says nothing. */
  public static RollupRule byDefault(FieldType type, boolean isComputed) {
    if (isComputed) return RECOMPUTE;
    return type instanceof FieldType.Number ? SUM : NONE;
  }

  /** Why it does not fit a column; empty where it does. */
  public Optional<Misfit> misfit(FieldType type, boolean isComputed) {
    boolean isNumber = type instanceof FieldType.Number;
    return switch (this) {
      case SUM, MIN, MAX, AVERAGE -> isNumber ? Optional.empty() : Optional.of(Misfit.NO_NUMBER);
      case JOIN, DISTINCT ->
          type instanceof FieldType.Words ? Optional.empty() : Optional.of(Misfit.NO_WORDS);
      case TALLY ->
          type instanceof FieldType.Choice
                  || type instanceof FieldType.Choices
                  || type instanceof FieldType.Truth
              ? Optional.empty()
              : Optional.of(Misfit.NO_CHOICE);
      case MERGE ->
          type instanceof FieldType.Records records && records.isNamedNumbers()
              ? Optional.empty()
              : Optional.of(Misfit.NO_NAMED_NUMBERS);
      case RECOMPUTE -> isComputed ? Optional.empty() : Optional.of(Misfit.NO_FORMULA);
      case COUNT, NONE -> Optional.empty();
    };
  }

  /** What a column lacks. */
  public enum Misfit {
    NO_NUMBER,
    NO_WORDS,
    NO_CHOICE,
    NO_NAMED_NUMBERS,
    NO_FORMULA
  }
}
