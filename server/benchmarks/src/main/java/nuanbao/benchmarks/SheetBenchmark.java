package nuanbao.benchmarks;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.campaign.CampaignFigures;
import nuanbao.engine.campaign.EarlierCampaigns;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.CheckRun;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.form.Sheet;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.unit.UnitId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The rules of a {@link RuleTable} as the checks of a form, over a sheet of its 200 rows: names of
 * a form, blanks, applicability, and a problem with its words for each rule that fails.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SheetBenchmark {
  private final Sheet sheet;

  /** Reads the campaign, and makes sure that as many checks fail as rules do. */
  public SheetBenchmark() {
    Campaign campaign = RuleFolder.read();
    Duty duty = campaign.duty(new DutyId(RuleFolder.DUTY));
    RuleTable table = new RuleTable();
    Form form = campaign.form(new FormId(RuleFolder.FORM));
    SubmissionKey key =
        new SubmissionKey(
            duty.id(), campaign.rounds(duty).get(0).id(), new UnitId(RuleFolder.REPORTER));
    Answers answers = answers(form, table);
    sheet =
        campaign.sheet(
            key,
            answers,
            new CampaignFigures(campaign, any -> List.of(), EarlierCampaigns.NONE)
                .with(key, Map.of(form.id(), answers)));
    int failing = 0;
    EngineRules rules = new EngineRules(table);
    for (int row = 0; row < table.rows().size(); row++) {
      for (int rule = 0; rule < RuleTable.RULES.size(); rule++) {
        if (!rules.holds(row, rule)) failing++;
      }
    }
    if (checks().size() != failing) {
      throw new IllegalStateException(failing + " rules fail, but " + checks().size() + " checks");
    }
  }

  private static Answers answers(Form form, RuleTable table) {
    Map<RowKey, Map<ColumnPath, Value>> rows = new LinkedHashMap<>();
    for (BigDecimal[] row : table.rows()) {
      Map<ColumnPath, Value> cells = new HashMap<>();
      for (int i = 0; i < row.length; i++) {
        cells.put(form.indicators().get(i).path(), Value.of(row[i]));
      }
      rows.put(new RowKey(new UnitId("t" + rows.size())), cells);
    }
    return new Answers(form.id(), Map.of(), rows, Map.of());
  }

  @Benchmark
  public List<Problem> checks() {
    return CheckRun.run(sheet, List.of(), Map.of());
  }
}
