package nuanbao.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.intake.SubmissionReader.Reading;
import nuanbao.engine.json.JsonSubmissionReader;
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
 * Checking one township sheet of 14 rows × 9 cells, from its bytes: the engine's reading, types and
 * checks against Jackson and networknt alone with the same schema.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CheckBenchmark {
  private static final String ROUND = "2021-11-25";
  private static final String TOWNSHIP = "510802202";

  private final Intake intake;
  private final SubmissionKey key;
  private final byte[] sheet;
  private final JsonMapper mapper = new JsonMapper();
  private final Schema schema;

  /** Reads the campaign, and compiles the schema that the engine publishes. */
  public CheckBenchmark() {
    Path folder = Home.campaign();
    Campaign campaign = Nuanbao.create().read(folder).orElseThrow();
    Duty duty = campaign.duty(new DutyId("visits"));
    intake = Nuanbao.create().intake(campaign, new MemorySubmissionStore());
    key = new SubmissionKey(duty.id(), RoundId.read(ROUND).orElseThrow(), new UnitId(TOWNSHIP));
    Path file = Path.of("cases", "two-weeks", "answers", "visits", ROUND, TOWNSHIP + ".json");
    sheet = bytes(folder.resolve(file));
    schema = compiled(new JsonSubmissionReader(campaign).schema(duty));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException broken) {
      throw new UncheckedIOException("the campaign lacks a sheet", broken);
    }
  }

  private static Schema compiled(String text) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .build();
    Schema schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
            .getSchema(text, InputFormat.JSON);
    schema.initializeValidators();
    return schema;
  }

  @Benchmark
  public Reading engine() {
    return intake.look(key, sheet, "sheet.json");
  }

  @Benchmark
  public List<Error> networkntAlone() throws IOException {
    return schema.validate(mapper.readTree(sheet));
  }
}
