package nuanbao.engine.form;

import java.util.Optional;
import nuanbao.engine.formula.Formula;

/**
 * A rule (审核关系) that every row keeps.
 *
 * @param says what is told when it fails; left out, both sides with their figures
 */
public record Check(CheckId id, Formula rule, Severity severity, Optional<String> says) {

  /** How binding a check is. */
  public enum Severity {
    /** 强制性: refused while it fails. */
    MUST,
    /** 准强制性: refused while it fails, unless the recipient excuses it. */
    MUST_OR_EXCUSED,
    /** 核实性: refused while it fails without an explanation. */
    EXPLAIN,
    /** 提示性: told, never refused. */
    REMARK
  }
}
