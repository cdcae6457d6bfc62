package nuanbao.engine.intake;

import java.util.List;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.submission.Contents;
import nuanbao.engine.submission.SubmissionKey;

/**
 * Port: reads what a reporter of one campaign sent, structure first, then types. Whoever implements
 * it answers, in bounded memory, everything that is not exactly what was asked.
 */
public interface SubmissionReader {

  /**
   * Reads the bytes as they arrived.
   *
   * @param key duty and reporter must exist; in a round that does not, all forms are asked for
   * @param source what to call them in problems: a file name
   */
  Reading read(SubmissionKey key, byte[] raw, String source);

  /**
   * What could be read, and what is wrong. With an error among the problems the contents are not
   * whole: they hold the cells that are sound, so that checks can be told together with the rest.
   */
  record Reading(Contents contents, List<Problem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }
}
