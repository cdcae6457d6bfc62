package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How rounds are written, and which dates come of them. */
class RoundsReaderTest {
  private static final String CAMPAIGN =
      """
      { "nuanbao": 1, "id": "t", "title": "t", "from": "2026-03-02", "to": "2026-12-31",
        "calendar": { "zone": "Asia/Shanghai", "onHoliday": "as-is" },
        "duties": { "d": { "reporters": ["甲"], "forms": ["f"], "rounds": { %s } } } }
      """;
  private static final String UNITS =
      """
      { "levels": { "top": "级" }, "units": [ { "id": "a", "name": "甲", "level": "top" } ] }
      """;
  private static final String FORM =
      """
      { "title": "f", "row": { "properties": { "x": { "title": "x", "$ref": "nuanbao:text" } } } }
      """;

  @TempDir private Path folder = Path.of("");

  private Outcome<Campaign> read(String rounds) {
    return read(CAMPAIGN, rounds);
  }

  private Outcome<Campaign> read(String campaign, String rounds) {
    Campaigns.write(
        folder,
        Map.of(
            "campaign.json",
            campaign.formatted(rounds.replace('\'', '"')),
            "units.json",
            UNITS,
            "forms/f.json",
            FORM));
    return Nuanbao.create().read(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'repeat': 'daily' | 305 | 2026-03-02 2026-03-03",
        "'repeat': 'daily', 'interval': 2, 'due': { 'daysAfter': 1 } | 153 | 2026-03-04 2026-03-06",
        "'repeat': 'weekly', 'due': { 'weekday': 'thursday' }, 'tail': 'last-day' | 44 | 2026-03-05 2026-03-12",
        "'repeat': 'weekly', 'interval': 2, 'due': { 'weekday': 'thursday' } | 22 | 2026-03-12 2026-03-26",
        "'repeat': 'weekly', 'startsOn': { 'weekday': 'friday' }, 'due': { 'daysAfter': 1 } | 44 | 2026-03-06 2026-03-13",
        "'repeat': 'ten-daily', 'due': { 'workdaysAfter': 2 } | 30 | 2026-03-12 2026-03-24",
        "'repeat': 'half-monthly' | 20 | 2026-03-15 2026-03-31",
        "'repeat': 'monthly', 'due': { 'day': 31 } | 10 | 2026-03-31 2026-04-30",
        "'repeat': 'monthly', 'due': { 'day': 5, 'month': 'next' } | 10 | 2026-04-05 2026-05-05",
        "'repeat': 'monthly', 'startsOn': { 'day': 26 }, 'due': { 'daysAfter': 0 } | 11 | 2026-03-25 2026-04-25",
        "'repeat': 'monthly', 'interval': 2, 'due': { 'workdaysAfter': 3 } | 5 | 2026-05-08 2026-07-03",
        "'repeat': 'quarterly', 'skip': [4] | 3 | 2026-03-31 2026-06-30",
        "'repeat': 'half-yearly', 'due': { 'day': 10, 'month': 'next' } | 2 | 2026-07-10 2027-01-10",
        "'repeat': 'yearly' | 1 | 2026-12-31",
        "'repeat': 'once', 'due': { 'date': '2026-06-01' } | 1 | 2026-06-01"
      })
  void resolves(String rounds, int count, String first) {
    Campaign campaign = read(rounds).orElseThrow();
    var all = campaign.rounds(campaign.duties().get(0));
    assertThat(all.size()).isEqualTo(count);
    assertThat(String.join(" ", all.stream().limit(2).map(one -> one.due().toString()).toList()))
        .isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'repeat': 'daily', 'due': { 'weekday': 'monday' }",
        "'repeat': 'weekly'",
        "'repeat': 'weekly', 'due': { 'time': '17:00' }",
        "'repeat': 'weekly', 'due': { 'day': 3 }",
        "'repeat': 'quarterly', 'interval': 2",
        "'repeat': 'monthly', 'due': { 'daysAfter': 3, 'workdaysAfter': 2 }",
        "'repeat': 'monthly', 'due': { 'month': 'next' }",
        "'repeat': 'yearly', 'tail': 'last-day'",
        "'repeat': 'once', 'skip': [1], 'due': { 'date': '2026-06-01' }",
        "'repeat': 'monthly', 'startsOn': { 'day': 29 }, 'due': { 'daysAfter': 0 }"
      })
  void refuses_what_does_not_go_together(String rounds) {
    assertThat(read(rounds).problems())
        .filteredOn(problem -> problem.severity() == Severity.ERROR)
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'s' | | 2026-04-01/2026-06-30",
        "'s', 'o' | | 2026-03-15/2026-06-30",
        "'o' | | 2026-03-15/2026-12-31",
        "'s' | , 'from': '2026-05-01' | 2026-05-01/2026-06-30",
        "'s' | , 'to': '2026-05-31' | 2026-04-01/2026-05-31"
      })
  void takes_the_days_of_the_measures_that_a_duty_serves(
      String measures, @Nullable String own, String days) {
    String campaign =
        CAMPAIGN.replace(
            "\"duties\": { \"d\": {",
            """
            "measures": {
              "s": { "title": "甲项", "from": "2026-04-01", "by": "2026-06-30" },
              "o": { "title": "乙项", "from": "2026-03-15" } },
            "duties": { "d": { "measures": [%s],
            """
                .formatted(measures.replace('\'', '"')));
    String rounds = "'repeat': 'quarterly'" + (own == null ? "" : own);
    Campaign read = read(campaign, rounds).orElseThrow();
    var series = read.duties().get(0).rounds();
    assertThat(series.from() + "/" + series.lastDay()).isEqualTo(days);
  }
}
