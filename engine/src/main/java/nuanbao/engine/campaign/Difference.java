package nuanbao.engine.campaign;

import java.util.Optional;
import nuanbao.engine.problem.Text;

/**
 * One way in which a campaign differs from another, in the words of the definition.
 *
 * @param about its key: {@code visits}, {@code visits/spent.cash}
 * @param effect what it does to figures already reported, if anything
 */
public record Difference(Kind kind, Change change, String about, Text says, Optional<Text> effect) {

  /** What differs. */
  public enum Kind {
    CAMPAIGN("活动", "campaign"),
    UNIT("单位", "unit"),
    MEASURE("工作任务", "measure"),
    DUTY("任务", "duty"),
    FORM("表", "form"),
    COLUMN("栏目", "column"),
    ROW("行", "row"),
    CHECK("审核", "check"),
    REPORT("报告", "report");

    private final Text title;

    Kind(String chinese, String english) {
      this.title = new Text(chinese, english);
    }

    public Text title() {
      return title;
    }
  }

  /** What became of it. A key that changes is one removed and one added: figures go by key. */
  public enum Change {
    ADDED("新增", "added"),
    REMOVED("取消", "removed"),
    RENAMED("改名", "renamed"),
    MOVED("移动", "moved"),
    CHANGED("改动", "changed");

    private final Text title;

    Change(String chinese, String english) {
      this.title = new Text(chinese, english);
    }

    public Text title() {
      return title;
    }
  }
}
