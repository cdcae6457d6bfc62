package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.json.AnswerPlaces.Place;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Similar;
import nuanbao.engine.problem.SourcePosition;
import nuanbao.engine.problem.Text;

/**
 * Tells in our words, at row and column, what the generated schema finds wrong with a submission.
 */
final class AnswerProblems {
  private static final int SHOWN = 20;

  private final Campaign campaign;
  private final List<FormId> forms;
  private final LocatedJson document;
  private final AnswerPlaces places;
  private final Problems problems;

  AnswerProblems(
      Campaign campaign,
      List<FormId> forms,
      LocatedJson document,
      AnswerPlaces places,
      Problems problems) {
    this.campaign = campaign;
    this.forms = forms;
    this.document = document;
    this.places = places;
    this.problems = problems;
  }

  void tell(Error error) {
    String pointer = error.getInstanceLocation().toString();
    if (problems.isFull()) {
      document.markUnsound(pointer);
      problems.addUntold();
      return;
    }
    Optional<Place> place = places.find(pointer);
    if (place.isEmpty() && isWithinRow(pointer)) return; // the row itself is told as unknown
    SourcePosition here = document.at(pointer);
    JsonNode value = document.root().at(pointer);
    JsonNode limit = error.getSchemaNode();
    switch (error.getKeyword()) {
      case "additionalProperties" -> unknown(pointer, error.getProperty());
      case "required" -> missing(pointer, error.getProperty());
      case "type" -> {
        if (value.isNull()) bad(pointer, here, place, ProblemCode.ANSWERS_NULL);
        else if (place.isEmpty()) {
          bad(
              pointer,
              here,
              place,
              ProblemCode.WRONG_TYPE,
              SchemaProblems.typeNamed(limit.asText()),
              SchemaProblems.typeOf(value));
        } else {
          bad(
              pointer,
              here,
              place,
              ProblemCode.ANSWERS_TYPE,
              named(place, pointer),
              SchemaProblems.typeNamed(limit.asText()),
              SchemaProblems.shown(value));
        }
      }
      case "minimum" -> outOfRange(pointer, here, place, value, SchemaProblems.atLeast(limit));
      case "maximum" -> outOfRange(pointer, here, place, value, SchemaProblems.atMost(limit));
      case "minLength" ->
          bad(
              pointer,
              here,
              place,
              ProblemCode.ANSWERS_LENGTH,
              named(place, pointer),
              SchemaProblems.atLeast(limit));
      case "maxLength" ->
          bad(
              pointer,
              here,
              place,
              ProblemCode.ANSWERS_LENGTH,
              named(place, pointer),
              SchemaProblems.atMost(limit));
      case "pattern" ->
          bad(
              pointer,
              here,
              place,
              ProblemCode.ANSWERS_FORMAT,
              named(place, pointer),
              SchemaProblems.shown(value));
      case "enum", "const" ->
          bad(
              pointer,
              here,
              place,
              ProblemCode.ANSWERS_NOT_A_CHOICE,
              named(place, pointer),
              SchemaProblems.shown(value),
              choices(limit));
      case "multipleOf" ->
          bad(
              pointer,
              here,
              place,
              ProblemCode.ANSWERS_MULTIPLE,
              named(place, pointer),
              SchemaProblems.shown(value),
              limit.asText());
      case "minItems" ->
          bad(
              pointer,
              here,
              place,
              ProblemCode.ANSWERS_COUNT,
              named(place, pointer),
              value.size(),
              SchemaProblems.atLeast(limit));
      case "maxItems" ->
          bad(
              pointer,
              here,
              place,
              ProblemCode.ANSWERS_COUNT,
              named(place, pointer),
              value.size(),
              SchemaProblems.atMost(limit));
      case "uniqueItems" ->
          bad(pointer, here, place, ProblemCode.ANSWERS_CHOSEN_TWICE, named(place, pointer));
      default -> throw SchemaProblems.noWordsFor(error.getKeyword());
    }
  }

  /** The answers there are, by title where the schema has titles. */
  private static String choices(JsonNode limit) {
    if (!limit.isArray()) return limit.asText();
    List<String> shown = new ArrayList<>();
    for (JsonNode one : limit) {
      if (shown.size() == SHOWN) break;
      shown.add(one.asText());
    }
    return String.join("、", shown) + (limit.size() > SHOWN ? "……" : "");
  }

  private void outOfRange(
      String pointer, SourcePosition here, Optional<Place> place, JsonNode value, Text limit) {
    bad(
        pointer,
        here,
        place,
        ProblemCode.ANSWERS_OUT_OF_RANGE,
        named(place, pointer),
        value.decimalValue().toPlainString(),
        limit);
  }

  private static String named(Optional<Place> place, String pointer) {
    return place.map(Place::label).orElse(pointer.substring(1));
  }

  private void bad(
      String pointer,
      SourcePosition here,
      Optional<Place> place,
      ProblemCode code,
      Object... arguments) {
    document.markUnsound(pointer);
    Problem problem = Problem.of(code, here, arguments);
    problems.add(place.map(one -> problem.in(one.cell())).orElse(problem));
  }

  /** A key that is not asked for: a form, a row, a column, or something else. */
  private void unknown(String pointer, String key) {
    SourcePosition here = document.atKey(LocatedJson.child(pointer, key));
    List<String> steps = AnswerPlaces.steps(pointer);
    Optional<Place> place = places.find(pointer);
    String shown = SchemaProblems.shortened(key);
    if (place.isPresent()) {
      Set<String> known = known(place.get());
      String near = Similar.nearest(key, known).orElse("");
      problems.add(
          Problem.of(ProblemCode.ANSWERS_UNKNOWN_COLUMN, here, shown, near).in(place.get().cell()));
    } else if (steps.equals(List.of("forms"))) {
      String choices = String.join("、", forms.stream().map(FormId::value).toList());
      problems.add(Problem.of(ProblemCode.ANSWERS_UNKNOWN_FORM, here, shown, choices));
    } else if (steps.size() == 3 && steps.get(2).equals("explanations")) {
      Form form = campaign.form(new FormId(steps.get(1)));
      String choices =
          String.join("、", form.checks().stream().map(check -> check.id().value()).toList());
      problems.add(Problem.of(ProblemCode.ANSWERS_UNKNOWN_CHECK, here, shown, choices));
    } else {
      problems.add(Problem.of(ProblemCode.UNKNOWN_KEY, here, shown, ""));
    }
  }

  /** The keys that may stand there. */
  private static Set<String> known(Place place) {
    Set<String> known = new HashSet<>();
    if (!place.inner().isEmpty()) {
      place.records().ifPresent(records -> records.columns().forEach(one -> known.add(one.key())));
      return known;
    }
    for (Indicator one : place.indicators()) {
      List<String> keys = one.path().keys();
      if (keys.size() > place.column().size()) known.add(keys.get(place.column().size()));
    }
    return known;
  }

  /** A missing group is told for every cell in it that must be filled in. */
  private void missing(String pointer, String key) {
    SourcePosition here = document.at(pointer);
    String child = LocatedJson.child(pointer, key);
    Optional<Place> place = places.find(child);
    if (place.isPresent() && !place.get().inner().isEmpty()) {
      problems.add(
          Problem.of(ProblemCode.ANSWERS_MISSING_CELL, here, place.get().label())
              .in(place.get().cell()));
    } else if (place.isPresent() && isEntryKey(key)) {
      problems.add(
          Problem.of(ProblemCode.ANSWERS_ENTRY_WITHOUT_ID, here, place.get().label())
              .in(place.get().cell()));
    } else if (place.isPresent()) {
      for (Indicator indicator : place.get().indicators()) {
        if (!indicator.required() || indicator.applicability().isConditional()) continue;
        CellPosition cell = place.get().cell(indicator);
        problems.add(Problem.of(ProblemCode.ANSWERS_MISSING_CELL, here, cell.toString()).in(cell));
      }
    } else if (AnswerPlaces.steps(pointer).equals(List.of("forms"))) {
      problems.add(Problem.of(ProblemCode.ANSWERS_MISSING_FORM, here, key));
    } else {
      problems.add(Problem.of(ProblemCode.MISSING_KEY, here, key));
    }
  }

  private static boolean isEntryKey(String key) {
    return key.equals("id");
  }

  private static boolean isWithinRow(String pointer) {
    List<String> steps = AnswerPlaces.steps(pointer);
    return steps.size() > 3 && steps.get(0).equals("forms") && steps.get(2).equals("rows");
  }

  /** Rows that are nobody's, or another reporter's. */
  void tellUnknownRows(Located rows) {
    rows.node()
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (problems.isFull()) {
                problems.addUntold();
                return;
              }
              String pointer = LocatedJson.child(rows.pointer(), key);
              if (places.find(pointer).isPresent()) return;
              problems.add(
                  Problem.of(
                      ProblemCode.ANSWERS_UNKNOWN_ROW,
                      document.atKey(pointer),
                      SchemaProblems.shortened(key)));
            });
  }
}
