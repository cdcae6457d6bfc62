package nuanbao.engine.measure;

import java.math.BigDecimal;
import nuanbao.engine.problem.Text;

/** How a figure is held against a number. */
public enum Comparison {
  /** Reached exactly at the number. */
  LEAST(new Text("不少于", "at least")),
  /** Still kept exactly at the number. */
  MOST(new Text("不多于", "at most")),
  /** A round number: at it or above it is reached; below it nobody but a person can say. */
  ABOUT(new Text("约", "about"));

  private final Text words;

  Comparison(Text words) {
    this.words = words;
  }

  /** 不少于. */
  public Text words() {
    return words;
  }

  /**
   * What a figure amounts to.
   *
   * @param isComplete whether every report that it rests on has arrived: what is still to come may
   *     exceed a limit, but not take back what was done
   */
  Verdict judge(BigDecimal figure, BigDecimal number, boolean isComplete) {
    int compared = figure.compareTo(number);
    return switch (this) {
      case LEAST -> compared >= 0 ? Verdict.REACHED : Verdict.NOT_REACHED;
      case ABOUT -> compared >= 0 ? Verdict.REACHED : Verdict.OPEN;
      case MOST -> {
        if (compared > 0) yield Verdict.NOT_REACHED;
        yield isComplete ? Verdict.REACHED : Verdict.INCOMPLETE;
      }
    };
  }
}
