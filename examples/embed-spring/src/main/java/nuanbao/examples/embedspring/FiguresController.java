package nuanbao.examples.embedspring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.ValueText;
import nuanbao.engine.formula.Value;
import nuanbao.engine.intake.SubmissionStore;
import nuanbao.engine.report.ReportSpec.Span;
import nuanbao.engine.rollup.Coverage;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.submission.SubmissionKey;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a round adds up to. */
@RestController
class FiguresController {
  private final Nuanbao nuanbao;
  private final Campaign campaign;
  private final SubmissionStore store;
  private final Named named;

  FiguresController(Nuanbao nuanbao, Campaign campaign, SubmissionStore store, Named named) {
    this.nuanbao = nuanbao;
    this.campaign = campaign;
    this.store = store;
    this.named = named;
  }

  /**
   * One row of a form with what it rests on.
   *
   * @param values by column; what nobody reported is left out, for it is not zero
   */
  record Row(
      String unit,
      FormRow.Kind kind,
      String title,
      Map<String, Object> values,
      Coverage coverage) {}

  @GetMapping("/duties/{duty}/rounds/{round}/figures/{form}")
  List<Row> figures(
      @PathVariable String duty, @PathVariable String round, @PathVariable String form) {
    SubmissionKey key = named.top(duty, round);
    Figures figures = nuanbao.figures(campaign, key, named.form(key, form), Span.THIS, store);
    return IntStream.range(0, figures.rows().size()).mapToObj(row -> row(figures, row)).toList();
  }

  private Row row(Figures figures, int row) {
    FormRow head = figures.rows().get(row);
    Map<String, Object> values = new LinkedHashMap<>();
    for (Figures.Figure figure : figures.of(row)) {
      if (figure.value() instanceof Value.Blank) continue;
      values.put(figure.name(), value(figure));
    }
    return new Row(
        head.unit().id().value(), head.kind(), head.title(), values, figures.coverage(row));
  }

  private Object value(Figures.Figure figure) {
    return figure.value() instanceof Value.Number number
        ? number.amount()
        : new ValueText(campaign.units()).of(figure.indicator(), figure.value());
  }
}
