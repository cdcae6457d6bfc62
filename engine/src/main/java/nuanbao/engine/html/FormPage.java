package nuanbao.engine.html;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.FormView;
import nuanbao.engine.form.Rows;
import nuanbao.engine.html.Entry.Control;

/**
 * A form with every text, id and span worked out, for the templates.
 *
 * @param id begins the id of everything on it
 * @param facts who reports what until when
 * @param howTo what has to be filled in
 * @param isLive whether some fields depend on what is written in others
 * @param hasButtons whether rows can be added and the form be shown anew
 * @param cover fields above the sheet
 * @param adding where the reporter adds entries itself
 * @param lists proposals for fields of one line
 * @param explanations below the sheet, one for each check that failed and may be explained
 */
public record FormPage(
    String id,
    String title,
    Optional<String> attachment,
    List<Fact> facts,
    String howTo,
    boolean isLive,
    boolean hasButtons,
    ProblemSummary problems,
    List<Entry> cover,
    Sheet sheet,
    Optional<Adding> adding,
    List<Proposals> lists,
    List<Explaining> explanations,
    List<String> notes) {

  /** What a page is for. */
  enum Use {
    /** Stands alone: to fill in once. */
    ALONE,
    /** Within another page, without buttons. */
    PART,
    /** Within a page that knows what the buttons ask for. */
    EDITED;

    boolean hasButtons() {
      return this == EDITED;
    }
  }

  /** A place to explain why a figure may stand as it is. */
  public record Explaining(String id, FormView.Explanation field) {}

  /** What a field of one line proposes. */
  public record Proposals(String id, List<FieldType.Option> options) {}

  /** What the columns ask: a table of rows, one record, or a card for each row. */
  public sealed interface Sheet permits TableSheet, RecordSheet, CardSheet {
    /** All its fields, in reading order. */
    Stream<Entry> entries();
  }

  public FormPage {
    facts = List.copyOf(facts);
    cover = List.copyOf(cover);
    lists = List.copyOf(lists);
    explanations = List.copyOf(explanations);
    notes = List.copyOf(notes);
  }

  static FormPage of(FormView view, ZoneId zone, Use use) {
    String id = idOf(view.form().value());
    List<Entry> cover = new ArrayList<>();
    for (FormView.Field field : view.cover()) {
      cover.add(Entry.inRecord(id, id + "-k" + (cover.size() + 1), field));
    }
    boolean isRecord = view.shape() == Rows.Shape.RECORD && view.rows().size() == 1;
    Sheet sheet = sheet(id, view, isRecord, use);
    String seen = isRecord ? view.rows().get(0).row().title() + " / " : "";
    List<Entry> entries = Stream.concat(cover.stream(), sheet.entries()).toList();
    return new FormPage(
        id,
        view.heading().title(),
        view.heading().attachment(),
        Fact.of(view, zone),
        howTo(view, entries),
        isLive(id, view),
        use.hasButtons(),
        ProblemSummary.of(view, entries, seen),
        cover.stream().filter(entry -> !entry.isHidden()).toList(),
        sheet,
        view.entries().map(list -> Adding.of(view, id, list, use)),
        lists(entries),
        explanations(id, view),
        view.notes());
  }

  private static boolean isLive(String id, FormView view) {
    Stream<FormView.Row> rows =
        Stream.concat(view.rows().stream(), view.entries().map(FormView.EntryList::blank).stream());
    return Stream.concat(view.cover().stream(), rows.flatMap(row -> row.fields().stream()))
        .anyMatch(field -> Entry.inRecord(id, "", field).isLive());
  }

  private static Sheet sheet(String id, FormView view, boolean isRecord, Use use) {
    if (isRecord) return RecordSheet.of(id, view);
    return CardSheet.suits(view) ? CardSheet.of(id, view, use) : TableSheet.of(id, view, use);
  }

  /** The rows to show: alone, a list without entries shows one to be filled in. */
  static List<FormView.Row> rows(FormView view, Use use) {
    boolean isEmpty = view.rows().isEmpty();
    return isEmpty && use == Use.ALONE
        ? view.entries().map(list -> List.of(list.blank())).orElse(List.of())
        : view.rows();
  }

  private static List<Proposals> lists(List<Entry> entries) {
    Map<String, Proposals> lists = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Stream.concat(
              Stream.of(entry),
              entry.children().stream().flatMap(child -> child.entries().stream()))
          .forEach(one -> propose(one, lists));
    }
    return List.copyOf(lists.values());
  }

  private static void propose(Entry entry, Map<String, Proposals> lists) {
    String id = entry.listId();
    if (id == null) return;
    List<FieldType.Option> options =
        entry.control() == Control.LISTED
            ? entry.field().options()
            : List.of(new FieldType.Option(Entry.NOT_APPLICABLE, ""));
    lists.putIfAbsent(id, new Proposals(id, options));
  }

  private static List<Explaining> explanations(String id, FormView view) {
    List<Explaining> explanations = new ArrayList<>();
    for (FormView.Explanation field : view.explanations()) {
      explanations.add(new Explaining(id + "-e" + (explanations.size() + 1), field));
    }
    return explanations;
  }

  private static String howTo(FormView view, List<Entry> entries) {
    boolean isRegister = view.entries().filter(FormView.EntryList::isRegister).isPresent();
    String changes = isRegister ? "只写本期新增的和有变动的，没有变动的不必再写。" : "";
    List<Entry> typed = entries.stream().filter(Entry::isTyped).toList();
    if (typed.isEmpty()) return changes;
    String which = typed.stream().allMatch(Entry::isRequired) ? "每一栏都要填" : "除标明“选填”的以外都要填";
    boolean hasNumbers = typed.stream().anyMatch(Entry::isNumber);
    return changes + which + (hasNumbers ? "，没有的数填 0。" : "。");
  }

  /** Words of the outside as an HTML id: what is no letter and no digit is told by its number. */
  static String idOf(String words) {
    StringBuilder id = new StringBuilder();
    words
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || c == '-') id.appendCodePoint(c);
              else id.append('_').append(Integer.toHexString(c)).append('_');
            });
    return id.toString();
  }
}
