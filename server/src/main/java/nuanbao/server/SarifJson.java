package nuanbao.server;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Severity;
import nuanbao.engine.problem.SourcePosition;

/**
 * Problems as SARIF 2.1.0 (OASIS), which editors and build servers show at their lines. Columns
 * count UTF-16 units from 1, as everywhere here.
 */
public final class SarifJson {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private SarifJson() {}

  public static ObjectNode of(List<Problem> problems, Language language) {
    ObjectNode log = MAPPER.createObjectNode();
    log.put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "nuanbao");
    Set<ProblemCode> codes = new TreeSet<>();
    problems.forEach(problem -> codes.add(problem.code()));
    ArrayNode rules = driver.putArray("rules");
    codes.forEach(code -> rules.add(rule(code, language)));
    run.put("columnKind", "utf16CodeUnits");
    ArrayNode results = run.putArray("results");
    List<ProblemCode> order = List.copyOf(codes);
    problems.forEach(one -> results.add(result(one, order.indexOf(one.code()), language)));
    return log;
  }

  private static ObjectNode rule(ProblemCode code, Language language) {
    ObjectNode rule = MAPPER.createObjectNode();
    rule.put("id", code.code());
    rule.putObject("shortDescription").put("text", code.says().in(language));
    String remedy = code.remedy().in(language);
    if (!remedy.isEmpty()) rule.putObject("help").put("text", remedy);
    rule.putObject("defaultConfiguration").put("level", level(code.severity()));
    return rule;
  }

  private static ObjectNode result(Problem problem, int rule, Language language) {
    ObjectNode result = MAPPER.createObjectNode();
    result.put("ruleId", problem.code().code()).put("ruleIndex", rule);
    result.put("level", level(problem.severity()));
    String message = problem.message(language);
    String text = problem.remedy(language).map(remedy -> message + "\n" + remedy).orElse(message);
    result.putObject("message").put("text", text);
    SourcePosition place = problem.source();
    if (place == null) return result;
    ObjectNode location = result.putArray("locations").addObject();
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(place.file()));
    if (place.line() > 0) {
      ObjectNode region = physical.putObject("region");
      region.put("startLine", place.line()).put("startColumn", place.column());
      region.put("endColumn", place.column() + place.length());
      location.putArray("logicalLocations").addObject().put("fullyQualifiedName", place.pointer());
    }
    return result;
  }

  /** A path with Chinese in it is no URI until it is escaped. */
  private static String uri(String file) {
    try {
      return new URI(null, null, file, null).toASCIIString();
    } catch (URISyntaxException noPath) {
      throw new IllegalArgumentException(noPath);
    }
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case HINT -> "note";
    };
  }
}
