package nuanbao.engine.html;

import java.util.List;
import nuanbao.engine.form.FormView;
import nuanbao.engine.html.FormPage.Use;

/**
 * What is said below a list of entries, and the button that adds one.
 *
 * @param id of the place to come back to
 * @param button what the button asks for; empty where there is none
 * @param empty what is said where there are no entries; empty where there are some
 * @param limits how many there may be; empty where nobody comes near it
 */
public record Adding(String id, String button, String empty, String limits) {
  private static final int WORTH_SAYING = 200;

  static Adding of(FormView view, String page, FormView.EntryList list, Use use) {
    int count = view.rows().size();
    boolean isFull = count >= list.most();
    return new Adding(
        page + "-add",
        use.hasButtons() && !isFull ? "add:" + view.form() : "",
        FormPage.rows(view, use).isEmpty() ? empty(list) : "",
        use == Use.PART ? "" : limits(list, isFull));
  }

  private static String empty(FormView.EntryList list) {
    if (list.least() > 0) return "还没有条目。";
    return list.isRegister() ? "还没有条目。本期没有变动的，直接上报即可。" : "还没有条目。没有的，直接上报即为零报告。";
  }

  private static String limits(FormView.EntryList list, boolean isFull) {
    if (isFull) return "最多" + list.most() + "条，不能再添加。";
    List<String> limits =
        list.most() <= WORTH_SAYING
            ? list.least() > 0
                ? List.of("至少" + list.least() + "条", "最多" + list.most() + "条")
                : List.of("最多" + list.most() + "条")
            : list.least() > 0 ? List.of("至少" + list.least() + "条") : List.of();
    return String.join("，", limits);
  }
}
