package nuanbao.engine.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.FormView;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Rows;
import nuanbao.engine.form.Stub;
import nuanbao.engine.html.FormPage.Use;
import nuanbao.engine.problem.Problem;

/** A card for each row, where a row holds more than a line of a table can show. */
public record CardSheet(List<Block> blocks) implements FormPage.Sheet {
  /** So many columns fit a desk's window beside each other. */
  private static final int FITTING = 8;

  private static final int WIDE_TEXT = 200;

  /** A card, or a heading above some. */
  public sealed interface Block {}

  /** A heading without figures. */
  public record Heading(String text) implements Block {}

  /**
   * A row.
   *
   * @param facts what names the row besides its title
   * @param text what it is about at length; empty for nothing
   * @param problems what is said of it as a whole
   * @param tools of an entry
   */
  public record Card(
      String id,
      String title,
      List<Fact> facts,
      String text,
      RecordSheet record,
      List<Told> problems,
      Optional<Tools> tools)
      implements Block {
    public Card {
      facts = List.copyOf(facts);
      problems = List.copyOf(problems);
    }
  }

  public CardSheet {
    blocks = List.copyOf(blocks);
  }

  @Override
  public Stream<Entry> entries() {
    return blocks.stream()
        .flatMap(block -> block instanceof Card card ? card.record().entries() : Stream.of());
  }

  /** Whether rows are better read as cards: entries that are long, and tasks with their text. */
  static boolean suits(FormView view) {
    if (view.stubs().stream().anyMatch(stub -> stub.kind() == Stub.Kind.TEXT)) return true;
    List<Indicator> columns =
        Stream.concat(view.rows().stream(), view.entries().stream().map(list -> list.blank()))
            .filter(row -> row.row().isTyped())
            .findFirst()
            .map(row -> row.fields().stream().map(FormView.Field::indicator).toList())
            .orElse(List.of());
    if (columns.stream().anyMatch(column -> column.type() instanceof FieldType.Records)) {
      return true;
    }
    return view.shape() == Rows.Shape.LIST
        && (columns.size() > FITTING || columns.stream().anyMatch(CardSheet::isWide));
  }

  private static boolean isWide(Indicator column) {
    return column.type() instanceof FieldType.Choices
        || column.type() instanceof FieldType.Files
        || (column.type() instanceof FieldType.Words words
            && (words.lines() > 1 || words.maxLength() > WIDE_TEXT));
  }

  static CardSheet of(String page, FormView view, Use use) {
    List<Block> blocks = new ArrayList<>();
    for (FormView.Row row : FormPage.rows(view, use)) {
      switch (row.row().kind()) {
        case SECTION -> blocks.add(new Heading(row.row().title()));
        case TYPED, OWN -> blocks.add(card(page, row, view, use));
        case TOTAL -> {} // added up; there is nothing to fill in
      }
    }
    return new CardSheet(blocks);
  }

  private static Card card(String page, FormView.Row row, FormView view, Use use) {
    String id = page + "-x" + FormPage.idOf(row.row().key().toString());
    RecordSheet record = RecordSheet.of(page, id, view, row.fields());
    List<Told> problems = new ArrayList<>();
    for (Problem problem : view.problems()) {
      if (!Told.isAbout(problem, row, view.form())) continue;
      String seen = row.row().title() + "：";
      problems.add(Told.beside(problem, id + "-p" + (problems.size() + 1), seen));
    }
    return new Card(
        id,
        row.row().title(),
        facts(row, view),
        stub(row, view, Stub.Kind.TEXT),
        record,
        problems,
        view.entries().map(list -> Tools.of(view, row, list, page, use)));
  }

  private static List<Fact> facts(FormView.Row row, FormView view) {
    List<Fact> facts = new ArrayList<>();
    if (view.shape() == Rows.Shape.LIST) return facts;
    for (int i = 0; i < view.stubs().size(); i++) {
      Stub stub = view.stubs().get(i);
      boolean isBeside =
          switch (stub.kind()) {
            case IN, CODE, LEAD, ASSIST, TARGET, BY -> true;
            case NUMBER, NAME, TEXT -> false;
          };
      String text = row.stubs().get(i);
      if (isBeside && !text.isEmpty()) facts.add(new Fact(stub.title(), text, ""));
    }
    return facts;
  }

  private static String stub(FormView.Row row, FormView view, Stub.Kind kind) {
    for (int i = 0; i < view.stubs().size(); i++) {
      if (view.stubs().get(i).kind() == kind) return row.stubs().get(i);
    }
    return "";
  }
}
