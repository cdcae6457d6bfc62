package nuanbao.engine.form;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;

/**
 * Fills placeholders in printed texts: {@code {round.month}}, {@code {unit.short}}, and the words
 * that a campaign has of its own ({@code {people}}). Names and rules never change by it.
 */
public final class Wording {
  private static final Set<String> KNOWN =
      Set.of(
          "round.year",
          "round.quarter",
          "round.month",
          "round.day",
          "round.no",
          "round.from",
          "round.to",
          "round.due",
          "unit.name",
          "unit.short");
  private static final int MONTHS_OF_QUARTER = 3;

  private final Map<String, String> texts;

  private Wording(Map<String, String> texts) {
    this.texts = Map.copyOf(texts);
  }

  /** The words of a campaign, for a unit in a round. */
  public static Wording of(Map<String, String> words, Optional<Round> round, Optional<Unit> unit) {
    Map<String, String> texts = new HashMap<>(words);
    round.ifPresent(
        one -> {
          texts.put("round.year", String.valueOf(one.to().getYear()));
          int month = one.to().getMonthValue();
          texts.put("round.month", String.valueOf(month));
          texts.put("round.quarter", String.valueOf((month - 1) / MONTHS_OF_QUARTER + 1));
          texts.put("round.day", String.valueOf(one.to().getDayOfMonth()));
          texts.put("round.no", String.valueOf(one.number()));
          texts.put("round.from", one.from().toString());
          texts.put("round.to", one.to().toString());
          texts.put("round.due", one.due().toString());
        });
    unit.ifPresent(
        one -> {
          texts.put("unit.name", one.name());
          texts.put("unit.short", one.shortName());
        });
    return new Wording(texts);
  }

  /** Placeholders that mean nothing, in a text that may use these words. */
  public static Set<String> unknownIn(String text, Set<String> words) {
    Set<String> unknown = new LinkedHashSet<>();
    for (CellTemplate.Piece piece : CellTemplate.read(text).pieces()) {
      if (!KNOWN.contains(piece.key()) && !words.contains(piece.key())) unknown.add(piece.key());
    }
    return unknown;
  }

  /** All placeholders of a campaign with these words, in order. */
  public static List<String> known(Set<String> words) {
    Set<String> all = new TreeSet<>(KNOWN);
    all.addAll(words);
    return List.copyOf(all);
  }

  /** The text with everything known filled in; what is not known stands as it is. */
  public String fill(String text) {
    if (text.indexOf('{') < 0) return text;
    CellTemplate template = CellTemplate.read(text);
    StringBuilder filled = new StringBuilder();
    for (CellTemplate.Piece piece : template.pieces()) {
      filled.append(piece.before());
      filled.append(texts.getOrDefault(piece.key(), "{" + piece.key() + "}"));
    }
    return filled.append(template.end()).toString();
  }
}
