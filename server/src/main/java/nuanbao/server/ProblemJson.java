package nuanbao.server;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.CheckFailure;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.SourcePosition;

/** Problems as JSON, the same on the command line and over HTTP. */
public final class ProblemJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private ProblemJson() {}

  public static ArrayNode of(List<Problem> problems, Language language) {
    ArrayNode array = MAPPER.createArrayNode();
    problems.forEach(problem -> array.add(of(problem, language)));
    return array;
  }

  private static ObjectNode of(Problem problem, Language language) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("code", problem.code().code());
    json.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    json.put("message", problem.message(language));
    problem.remedy(language).ifPresent(remedy -> json.put("remedy", remedy));
    SourcePosition place = problem.source();
    if (place != null) {
      json.put("file", place.file());
      if (place.line() > 0) {
        json.put("line", place.line()).put("column", place.column());
        json.put("length", place.length()).put("pointer", place.pointer());
      }
    }
    CellPosition cell = problem.cell();
    if (cell != null) json.set("cell", of(cell));
    CheckFailure failure = problem.failure();
    if (failure != null) {
      json.put("check", failure.check());
      failure.cells().forEach(one -> json.withArray("/cells").add(of(one)));
      failure.sides().ifPresent(sides -> putSides(json, sides, language));
    }
    return json;
  }

  private static ObjectNode of(CellPosition cell) {
    ObjectNode at = MAPPER.createObjectNode();
    at.put("form", cell.form()).put("row", cell.row()).put("rowTitle", cell.rowTitle());
    return at.put("column", cell.column()).put("columnTitle", cell.columnTitle());
  }

  /** A difference is a text: it may have more digits than a program's number holds. */
  private static void putSides(ObjectNode json, CheckFailure.Sides sides, Language language) {
    json.put("left", sides.left().in(language)).put("right", sides.right().in(language));
    sides.difference().ifPresent(one -> json.put("difference", one.toPlainString()));
  }
}
