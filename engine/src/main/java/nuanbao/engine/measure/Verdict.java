package nuanbao.engine.measure;

import java.util.Collection;
import nuanbao.engine.problem.Text;

/** Whether a target is reached. */
public enum Verdict {
  REACHED(new Text("达标", "reached")),
  NOT_REACHED(new Text("未达标", "not reached")),
  /** Below a round number (约): the rate says how far. */
  OPEN(new Text("看完成率", "see the rate")),
  /** Within a limit so far, but reports are missing: missing is not zero. */
  INCOMPLETE(new Text("未报齐", "reports are missing")),
  /** Nothing was reported, or only blanks. */
  NO_FIGURE(new Text("没有数", "no figure")),
  /** Nobody said where the figure comes from. */
  NO_SOURCE(new Text("没有写完成数从哪里取", "nothing says where the figure comes from")),
  NOT_APPLICABLE(new Text("不适用", "not applicable")),
  /** The figure could not be computed. */
  FAILED(new Text("算不出", "could not be computed"));

  private final Text words;

  Verdict(Text words) {
    this.words = words;
  }

  public Text words() {
    return words;
  }

  /** The first of these that is among some; 不适用 where none is. */
  static Verdict first(Collection<Verdict> among, Verdict... inOrder) {
    for (Verdict one : inOrder) {
      if (among.contains(one)) return one;
    }
    return NOT_APPLICABLE;
  }
}
