package nuanbao.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.campaign.CampaignFigures;
import nuanbao.engine.campaign.EarlierCampaigns;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormNames;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.NamesBeyond;
import nuanbao.engine.form.Sheet;
import nuanbao.engine.formula.FormulaParser.Parsed;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.submission.SubmissionKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conformance vectors of addresses: what a name means on a sheet, in a table and elsewhere. */
class AddressVectorsTest {
  private static final Path FOLDER = Path.of("src/test/resources/nuanbao/formula/addresses");
  private static final Nuanbao NUANBAO = Nuanbao.create();
  private static final Campaign CAMPAIGN = NUANBAO.read(FOLDER).orElseThrow();
  private static final MemorySubmissionStore STORE = reported();

  /** One vector, with what its group says. */
  private record Case(JsonNode group, JsonNode said) {
    @Override
    public String toString() {
      return group.get("in").asText() + " " + said.get("formula").asText();
    }
  }

  private static JsonNode json(String file) {
    try {
      return new JsonMapper().readTree(FOLDER.resolve(file).toFile());
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static MemorySubmissionStore reported() {
    MemorySubmissionStore store = new MemorySubmissionStore();
    for (JsonNode one : json("reported.json")) {
      String round = one.get("round").asText();
      SubmissionKey key = Campaigns.key(one.get("duty").asText(), round, one.get("unit").asText());
      String sent = "{\"forms\":" + one.get("forms") + "}";
      assertThat(
              NUANBAO
                  .intake(CAMPAIGN, store)
                  .submit(
                      key, Campaigns.bytes(sent), "sent.json", Campaigns.at(round + "T08:00:00Z"))
                  .problems())
          .isEmpty();
    }
    return store;
  }

  static List<Case> all() {
    List<Case> all = new ArrayList<>();
    for (JsonNode group : json("cases.json")) {
      group.get("cases").forEach(one -> all.add(new Case(group, one)));
    }
    return all;
  }

  private static FormNames names(Form form) {
    List<NamesBeyond.Named> all =
        CAMPAIGN.forms().stream()
            .map(one -> new NamesBeyond.Named(one.id(), one.title(), namesOf(one)))
            .toList();
    return namesOf(form).among(new NamesBeyond(all, Optional.of(CAMPAIGN.units())));
  }

  private static FormNames namesOf(Form form) {
    return new FormNames(form.columns(), form.cover(), form.rows().items());
  }

  @ParameterizedTest
  @MethodSource("all")
  void means_what_the_vector_says(Case vector) {
    String[] in = vector.group().get("in").asText().split(" ");
    Form form = CAMPAIGN.form(new FormId(in[1]));
    Parsed parsed =
        new FormulaParser(names(form)).parseValue(vector.said().get("formula").asText());
    if (vector.said().has("problem")) {
      assertThat(parsed.mistakes())
          .extracting(one -> one.problem().code().toString())
          .containsExactly(vector.said().get("problem").asText());
      return;
    }
    assertThat(parsed.mistakes()).isEmpty();
    Formula formula = parsed.formula().orElseThrow();
    assertThat(VectorScope.write(formula.evaluate(scope(vector, form, in))))
        .isEqualTo(vector.said().get("value").asText());
  }

  private static Scope scope(Case vector, Form form, String[] in) {
    SubmissionKey key = Campaigns.key(in[0], in[2], in[3]);
    CampaignFigures figures = new CampaignFigures(CAMPAIGN, STORE::latestOf, EarlierCampaigns.NONE);
    Sheet sheet =
        CAMPAIGN.sheet(key, STORE.findLatest(key).orElseThrow().answers(form.id()), figures);
    String named = vector.group().get("row").asText();
    FormRow row =
        sheet.rows().stream()
            .filter(one -> one.key().toString().equals(named))
            .findFirst()
            .orElseThrow();
    return vector.group().has("column")
        ? sheet.scope(row, form.indicator(new ColumnPath(vector.group().get("column").asText())))
        : sheet.scope(row);
  }
}
