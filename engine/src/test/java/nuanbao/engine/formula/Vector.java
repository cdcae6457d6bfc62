package nuanbao.engine.formula;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nuanbao.engine.formula.FormulaParser.Parsed;

/**
 * One conformance vector: a formula, what is filled in, what comes of it. The format is in
 * vectors/README.md.
 */
record Vector(String file, JsonNode names, JsonNode said) {
  private static final Path FOLDER = Path.of("src/test/resources/nuanbao/formula/vectors");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        JsonNode root = JSON.readTree(Files.readString(file));
        for (JsonNode said : root.get("cases")) {
          all.add(new Vector(file.getFileName().toString(), root.get("names"), said));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  String formula() {
    return said.get("formula").asText();
  }

  boolean isCondition() {
    return said.has("verdict") || said.path("condition").asBoolean();
  }

  Parsed parse() {
    return parse(formula());
  }

  Parsed parse(String text) {
    FormulaParser parser = new FormulaParser(new VectorNames(names));
    return isCondition() ? parser.parseCondition(text) : parser.parseValue(text);
  }

  /** The formula with the handling that the vector asks for. */
  Formula read() {
    Formula formula =
        parse()
            .formula()
            .orElseThrow(() -> new AssertionError(formula() + " " + parse().mistakes()));
    if (said.path("blankAsZero").asBoolean()) formula = formula.withBlankAsZero();
    if (said.has("tolerance"))
      formula = formula.withTolerance(said.get("tolerance").decimalValue());
    return formula;
  }

  Scope scope() {
    return new VectorScope(said.path("cells"), said.path("periods"), said.path("today"));
  }

  @Override
  public String toString() {
    return file + ": " + formula() + " " + said.path("cells");
  }
}
