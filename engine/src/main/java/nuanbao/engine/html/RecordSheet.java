package nuanbao.engine.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nuanbao.engine.form.FormView;
import nuanbao.engine.form.HeaderGrid;

/** One record: its fields below each other, in groups as deep as the merged heads of a table. */
public record RecordSheet(List<Part> parts) implements FormPage.Sheet {

  /** A field, or fields under one title. */
  public sealed interface Part {
    Stream<Entry> entries();
  }

  /** A field. */
  public record Single(Entry entry) implements Part {
    @Override
    public Stream<Entry> entries() {
      return Stream.of(entry);
    }
  }

  /**
   * Fields under one title.
   *
   * @param key of its own among the groups of a page
   */
  public record Group(String key, String title, List<Part> parts) implements Part {
    public Group {
      parts = List.copyOf(parts);
    }

    @Override
    public Stream<Entry> entries() {
      return parts.stream().flatMap(Part::entries);
    }
  }

  public RecordSheet {
    parts = List.copyOf(parts);
  }

  @Override
  public Stream<Entry> entries() {
    return parts.stream().flatMap(Part::entries);
  }

  static RecordSheet of(String id, FormView view) {
    return of(id, id + "-", view, view.rows().get(0).fields());
  }

  /**
   * The fields of a row, all but those that are hidden.
   *
   * @param id begins the id of every field
   */
  static RecordSheet of(String page, String id, FormView view, List<FormView.Field> fields) {
    List<Entry> entries = new ArrayList<>();
    for (FormView.Field field : fields) {
      entries.add(Entry.inRecord(page, id + "c" + (entries.size() + 1), field));
    }
    HeaderGrid header = view.header().from(view.stubs().size());
    return new RecordSheet(partsAt(0, 0, entries.size(), header, entries));
  }

  /** The parts whose heads begin on this line, between these columns. */
  private static List<Part> partsAt(
      int line, int from, int to, HeaderGrid header, List<Entry> entries) {
    List<Part> parts = new ArrayList<>();
    for (HeaderGrid.Cell cell : header.cells()) {
      if (cell.line() != line || cell.column() < from || cell.column() >= to) continue;
      int below = line + cell.lineSpan();
      if (below == header.titleLines()) {
        Entry entry = entries.get(cell.column());
        if (!entry.isHidden()) parts.add(new Single(entry));
      } else {
        int end = cell.column() + cell.columnSpan();
        List<Part> within = partsAt(below, cell.column(), end, header, entries);
        if (!within.isEmpty()) parts.add(new Group(key(line, cell, entries), cell.text(), within));
      }
    }
    return parts;
  }

  private static String key(int line, HeaderGrid.Cell cell, List<Entry> entries) {
    return entries.get(cell.column()).id() + "-g" + line;
  }
}
