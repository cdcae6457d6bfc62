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

  /** Fields under one title. */
  public record Group(String title, List<Part> parts) implements Part {
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

  /** Whether a form is one record: a single typed row that nothing names. */
  static boolean isOne(FormView view) {
    return view.rows().size() == 1
        && view.rows().get(0).row().isTyped()
        && view.rows().get(0).fields().size() == view.header().columns();
  }

  static RecordSheet of(String id, FormView view) {
    List<Entry> entries = new ArrayList<>();
    for (FormView.Field field : view.rows().get(0).fields()) {
      entries.add(new Entry(id + "-c" + (entries.size() + 1), field, null));
    }
    return new RecordSheet(partsAt(0, 0, entries.size(), view.header(), entries));
  }

  /** The parts whose heads begin on this line, between these columns. */
  private static List<Part> partsAt(
      int line, int from, int to, HeaderGrid header, List<Entry> entries) {
    List<Part> parts = new ArrayList<>();
    for (HeaderGrid.Cell cell : header.cells()) {
      if (cell.line() != line || cell.column() < from || cell.column() >= to) continue;
      int below = line + cell.lineSpan();
      if (below == header.lines()) {
        parts.add(new Single(entries.get(cell.column())));
      } else {
        int end = cell.column() + cell.columnSpan();
        parts.add(new Group(cell.text(), partsAt(below, cell.column(), end, header, entries)));
      }
    }
    return parts;
  }
}
