package nuanbao.server;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nuanbao.engine.campaign.TargetResult;
import nuanbao.engine.campaign.TargetResult.Line;
import nuanbao.engine.formula.Value;
import nuanbao.engine.measure.Target;
import nuanbao.engine.measure.Verdict;
import nuanbao.engine.problem.Language;

/** How far targets are reached, as JSON. Figures are exact; a rate has two decimals. */
public final class TargetsJson {
  private TargetsJson() {}

  /** One object for each measure that has a target. */
  public static ObjectNode of(List<TargetResult> results, LocalDate day, Language language) {
    ObjectNode all = new JsonMapper().createObjectNode();
    all.put("at", day.toString());
    ArrayNode measures = all.putArray("measures");
    for (TargetResult result : results) {
      ObjectNode json = measures.addObject();
      json.put("measure", result.measure().key()).put("title", result.measure().label());
      json.put("verdict", word(result.verdict()));
      json.put("says", result.verdict().words().in(language));
      ArrayNode lines = json.putArray("lines");
      for (Line line : result.lines()) put(lines.addObject(), line, language);
    }
    return all;
  }

  private static void put(ObjectNode json, Line line, Language language) {
    json.put("target", line.way().words().in(language));
    line.unit().ifPresent(unit -> json.put("unit", unit.id().value()));
    json.put("from", line.days().from().toString()).put("to", line.days().to().toString());
    json.put("number", plain(line.achievement().number()));
    if (line.way() instanceof Target.Amount amount) json.put("in", amount.in());
    if (line.achievement().figure() instanceof Value.Number number) {
      json.put("figure", plain(number.amount()));
    }
    line.achievement()
        .rate()
        .ifPresent(rate -> json.put("rate", plain(rate.setScale(2, RoundingMode.HALF_UP))));
    json.put("verdict", word(line.achievement().verdict()));
    if (line.achievement().figure() instanceof Value.Failed failed) {
      json.put("because", failed.reason().in(language));
    }
    json.putObject("coverage")
        .put("expected", line.coverage().expected())
        .put("received", line.coverage().received());
    if (!line.missing().isEmpty()) {
      ArrayNode missing = json.putArray("missing");
      line.missing().forEach(missing::add);
    }
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static BigDecimal plain(BigDecimal amount) {
    return amount.signum() == 0
        ? BigDecimal.ZERO
        : new BigDecimal(amount.stripTrailingZeros().toPlainString());
  }
}
