package nuanbao.engine.report;

import java.util.List;
import java.util.Optional;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.Wording;
import nuanbao.engine.report.ReportSpec.TablePart;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.submission.Submission;
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

  /** What was handed in for the rounds that a part counts, by round and then in unit order. */
  List<Submission> submissions(TablePart part);

  /** The latest version of everything that was handed in, of all rounds. */
  List<Submission> handedIn();

  /** Fills the placeholders of printed texts. */
  Wording wording();
}
