package nuanbao.engine.rollup;

import java.util.Optional;
import nuanbao.engine.form.FormId;
import nuanbao.engine.formula.Period;
import nuanbao.engine.problem.Text;
import nuanbao.engine.unit.UnitId;

/**
 * What formulas find beyond the figures of one form over some rounds. Asked only where one looks
 * there.
 */
public interface OtherFigures {
  /** Nothing was reported at other times or in other forms. */
  OtherFigures NONE =
      new OtherFigures() {
        @Override
        public Optional<Figures> at(Period period) {
          return Optional.empty();
        }

        @Override
        public Optional<Figures> of(FormId form, UnitId unit) {
          return Optional.empty();
        }

        @Override
        public Optional<Text> whyNoLastYear() {
          return Optional.empty();
        }
      };

  /** The same form over the rounds that a period means, counted from these. */
  Optional<Figures> at(Period period);

  /**
   * Figures of a form in these rounds in which a unit has a row; those of another duty where the
   * unit has none in this one.
   */
  Optional<Figures> of(FormId form, UnitId unit);

  /** Why there is nothing of the year before (上年同期); empty if there is, or nobody can say. */
  Optional<Text> whyNoLastYear();
}
