package nuanbao.engine.html;

import java.util.ArrayList;
import java.util.List;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.FormView;
import nuanbao.engine.html.FormPage.Use;

/**
 * What an entry has besides its fields.
 *
 * @param name posted even if nothing is written in the entry, so that it stays on the page
 * @param title how it is called, for who cannot see where the buttons stand
 * @param holders units it may be of, the one chosen first known by its id; none where it is clear
 * @param holder the id of the unit chosen; empty while none is
 * @param copy what the button asks for; empty where there is none
 * @param after where the page is to be after it was removed
 */
public record Tools(
    String name,
    String title,
    List<FieldType.Option> holders,
    String holder,
    String copy,
    String remove,
    String after) {
  public Tools {
    holders = List.copyOf(holders);
  }

  static Tools of(FormView view, FormView.Row row, FormView.EntryList list, String page, Use use) {
    String entry = view.form() + ":" + row.row().key().item();
    List<FieldType.Option> holders = new ArrayList<>();
    if (list.holders().size() > 1) {
      list.holders()
          .forEach(unit -> holders.add(new FieldType.Option(unit.id().value(), unit.rowTitle())));
    }
    String holder = row.row().unit().id().value();
    boolean isHeld = holders.stream().anyMatch(one -> one.code().equals(holder));
    boolean isFull = view.rows().size() >= list.most();
    return new Tools(
        view.form() + "/rows/" + row.row().key().item(),
        row.row().title(),
        holders,
        isHeld ? holder : "",
        use.hasButtons() && !isFull ? "copy:" + entry : "",
        use.hasButtons() ? "remove:" + entry : "",
        page + "-add");
  }
}
