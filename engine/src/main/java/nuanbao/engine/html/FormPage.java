package nuanbao.engine.html;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nuanbao.engine.form.FormView;

/**
 * A form with every text, id and span worked out, for the templates.
 *
 * @param id begins the id of everything on it
 * @param facts who reports what until when
 * @param howTo what has to be filled in
 * @param cover fields above the sheet
 * @param explanations below the sheet, one for each check that failed and may be explained
 */
public record FormPage(
    String id,
    String title,
    Optional<String> attachment,
    List<Fact> facts,
    String howTo,
    ProblemSummary problems,
    List<Entry> cover,
    Sheet sheet,
    List<Explaining> explanations,
    List<String> notes) {

  /** A place to explain why a figure may stand as it is. */
  public record Explaining(String id, FormView.Explanation field) {}

  /** What the columns ask: a table of rows, or one record. */
  public sealed interface Sheet permits TableSheet, RecordSheet {
    /** All its fields, in reading order. */
    Stream<Entry> entries();
  }

  public FormPage {
    facts = List.copyOf(facts);
    cover = List.copyOf(cover);
    explanations = List.copyOf(explanations);
    notes = List.copyOf(notes);
  }

  static FormPage of(FormView view, ZoneId zone) {
    String id = idOf(view.form().value());
    List<Entry> cover = new ArrayList<>();
    for (FormView.Field field : view.cover()) {
      cover.add(new Entry(id + "-k" + (cover.size() + 1), field, null));
    }
    boolean isRecord = RecordSheet.isOne(view);
    Sheet sheet = isRecord ? RecordSheet.of(id, view) : TableSheet.of(id, view);
    String seen = isRecord ? view.rows().get(0).row().title() + " / " : "";
    List<Entry> entries = Stream.concat(cover.stream(), sheet.entries()).toList();
    return new FormPage(
        id,
        view.heading().title(),
        view.heading().attachment(),
        Fact.of(view, zone),
        howTo(entries),
        ProblemSummary.of(view, entries, seen),
        cover,
        sheet,
        explanations(id, view),
        view.notes());
  }

  private static List<Explaining> explanations(String id, FormView view) {
    List<Explaining> explanations = new ArrayList<>();
    for (FormView.Explanation field : view.explanations()) {
      explanations.add(new Explaining(id + "-e" + (explanations.size() + 1), field));
    }
    return explanations;
  }

  private static String howTo(List<Entry> entries) {
    List<Entry> typed = entries.stream().filter(entry -> !entry.isComputed()).toList();
    if (typed.isEmpty()) return "";
    String which = typed.stream().allMatch(Entry::isRequired) ? "每一栏都要填" : "除标明“选填”的以外都要填";
    return typed.stream().anyMatch(Entry::isNumber) ? which + "，没有的数填 0。" : which + "。";
  }

  /** A form's id as an HTML id: what is no letter and no digit is told by its number. */
  private static String idOf(String form) {
    StringBuilder id = new StringBuilder();
    form.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || c == '-') id.appendCodePoint(c);
              else id.append('_').append(Integer.toHexString(c)).append('_');
            });
    return id.toString();
  }
}
