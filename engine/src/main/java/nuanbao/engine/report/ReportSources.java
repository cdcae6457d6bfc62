package nuanbao.engine.report;

import java.util.Optional;
import nuanbao.engine.form.Answers;
import nuanbao.engine.report.ReportSpec.TablePart;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitTree;

/**
 * What a report draws on. Figures are asked for by part, so that each part may count other rounds.
 */
public interface ReportSources {

  UnitTree units();

  /** The unit whose report it is: its row comes first, only rows at and below it are printed. */
  Unit unit();

  Figures figures(TablePart part);

  /** What the unit itself wrote on the cover of its sheet, where it hands one in. */
  Optional<Answers> ownAnswers(TablePart part);
}
