package nuanbao.engine.form;

import java.util.Optional;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.unit.UnitSelector;

/**
 * For whom and when a cell is asked for.
 *
 * @param appliesTo units it applies to; left out, all. For the others it is 不适用
 * @param filledBy who types it; left out, whoever reports the row
 * @param shownWhen left out, always; an answer that is not shown is not kept
 * @param requiredWhen where it must be answered though it is optional elsewhere
 * @param appliesWhen where this does not hold the cell is 不适用
 * @param mayNotApply whether who fills it in may answer 不适用
 */
public record Applicability(
    Optional<UnitSelector> appliesTo,
    Optional<UnitSelector> filledBy,
    Optional<Formula> shownWhen,
    Optional<Formula> requiredWhen,
    Optional<Formula> appliesWhen,
    boolean mayNotApply) {

  /** For everybody, always. */
  public static final Applicability ALWAYS =
      new Applicability(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  /** These rules, and where they say nothing those of the row. */
  public Applicability or(Applicability row) {
    return new Applicability(
        appliesTo.or(row::appliesTo),
        filledBy.or(row::filledBy),
        shownWhen.or(row::shownWhen),
        requiredWhen.or(row::requiredWhen),
        appliesWhen.or(row::appliesWhen),
        mayNotApply || row.mayNotApply);
  }

  /** Whether what is written elsewhere or who fills it in decides on it. */
  public boolean isConditional() {
    return shownWhen.isPresent()
        || requiredWhen.isPresent()
        || appliesWhen.isPresent()
        || appliesTo.isPresent()
        || filledBy.isPresent();
  }
}
