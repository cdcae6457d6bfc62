package nuanbao.engine.form;

/** How a row or a column stands to the total it belongs to. */
public enum Part {
  /** One of the parts that make it up. */
  PART,
  /** The total of its group. */
  WHOLE,
  /** 其中: a subset of the row or column before it or above it; never added. */
  OF_WHICH,
  /** 附列: outside all sums. */
  APART,
  /** A heading that takes no figures. */
  SECTION
}
