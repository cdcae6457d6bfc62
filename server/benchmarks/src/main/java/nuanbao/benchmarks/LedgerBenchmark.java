package nuanbao.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.intake.SubmissionReader.Reading;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.UnitId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Checking a ledger of 50 entries and one of 5,000, from their bytes: a hundred times the entries
 * should take a hundred times as long.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LedgerBenchmark {
  static final int FEW = 50;
  static final int MANY = 5000;
  private static final String ROUND = "2021-11-17";
  private static final String TOWNSHIP = "510802202";

  private final Intake intake;
  private final SubmissionKey key;
  private final byte[] few = ledger(FEW);
  private final byte[] many = ledger(MANY);

  /** Reads the campaign, and makes sure that both ledgers are sound. */
  public LedgerBenchmark() {
    Campaign campaign = Nuanbao.create().read(Home.campaign()).orElseThrow();
    Duty duty = campaign.duty(new DutyId("arrears"));
    intake = Nuanbao.create().intake(campaign, new MemorySubmissionStore());
    key = new SubmissionKey(duty.id(), RoundId.read(ROUND).orElseThrow(), new UnitId(TOWNSHIP));
    if (!fewEntries().problems().isEmpty() || !manyEntries().problems().isEmpty()) {
      throw new IllegalStateException("not sound: " + manyEntries().problems().get(0));
    }
  }

  private static byte[] ledger(int entries) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < entries; i++) {
      rows.append(i == 0 ? "" : ",")
          .append(
              ("{\"id\":\"n%d\",\"date\":\"2021-11-1%d\",\"employer\":\"第%d建筑公司\","
                      + "\"defender\":\"某局\",\"manner\":\"调解\",\"served\":%d,\"paid\":%d.5}")
                  .formatted(i, i % 7, i, 1 + i % 90, i % 40));
    }
    String sent =
        "{\"forms\":{\"arrears\":{\"cover\":{\"reporter\":\"某\",\"phone\":\"13900000000\"},"
            + "\"rows\":[%s]}}}".formatted(rows);
    return sent.getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public Reading fewEntries() {
    return intake.look(key, few, "ledger.json");
  }

  @Benchmark
  public Reading manyEntries() {
    return intake.look(key, many, "ledger.json");
  }
}
