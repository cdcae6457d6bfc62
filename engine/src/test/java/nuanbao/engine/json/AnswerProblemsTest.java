package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import nuanbao.engine.Campaigns;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.json.LocatedJson.Places;
import nuanbao.engine.json.LocatedJson.Span;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.submission.SubmissionKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it costs to tell what is wrong with a submission that somebody sent to do harm. */
class AnswerProblemsTest {
  private static final int WRONG = 50_000;

  /** Places are looked up for what is told, so they count the work that telling takes. */
  private static final class CountedPlaces extends HashMap<String, Span> {
    private static final long serialVersionUID = 1L;
    private int lookups;

    @Override
    public @Nullable Span get(@Nullable Object pointer) {
      lookups++;
      return super.get(pointer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/forms/table", "/forms/table/rows", "/forms/table/rows/willow"})
  void looks_into_no_more_mistakes_than_it_lists(String where) {
    Campaign campaign = Campaigns.read("example-small");
    Duty duty = campaign.duties().get(0);
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putObject("forms").putObject("table").putObject("rows").putObject("willow");
    ObjectNode full = (ObjectNode) root.at(where);
    for (int i = 0; i < WRONG; i++) full.put("unknown" + i, 1);
    CountedPlaces counted = new CountedPlaces();
    counted.put("", new Span(1, 1, 1));
    LocatedJson document = new LocatedJson("sent", root, () -> new Places(counted, Map.of()));
    Problems problems = new Problems();
    SubmissionKey key = Campaigns.key("visits", "2022-01-18", "east");
    AnswerPlaces places = new AnswerPlaces(campaign, key, document);
    AnswerProblems telling = new AnswerProblems(campaign, duty.forms(), document, places, problems);

    SubmissionSchema.compile(campaign, duty, duty.forms()).validate(root).forEach(telling::tell);
    Located.root(document)
        .get("forms")
        .flatMap(forms -> forms.get("table"))
        .flatMap(table -> table.get("rows"))
        .ifPresent(telling::tellUnknownRows);

    assertThat(problems.inOrder())
        .extracting(problem -> problem.code())
        .contains(ProblemCode.TOO_MANY_PROBLEMS)
        .hasSize(1_001);
    assertThat(counted.lookups).isLessThan(20_000);
  }
}
