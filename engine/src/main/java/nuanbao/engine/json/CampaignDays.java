package nuanbao.engine.json;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;

/**
 * From when to when a campaign and its phases run, as far as that could be read.
 *
 * @param from first day
 * @param to last day
 * @param isEndless whether the campaign says no last day
 * @param phases by their keys
 */
record CampaignDays(
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    boolean isEndless,
    Map<String, CampaignDays> phases) {

  /** Nothing is said. */
  static final CampaignDays OPEN =
      new CampaignDays(Optional.empty(), Optional.empty(), true, Map.of());

  /** These days, and where they say nothing the others. */
  CampaignDays or(CampaignDays others) {
    return new CampaignDays(
        from.or(() -> others.from),
        to.or(() -> others.to),
        to.isEmpty() && others.isEndless,
        others.phases);
  }

  static CampaignDays read(Located campaign, Problems problems) {
    CampaignDays whole = days(campaign, problems, Map.of());
    Map<String, CampaignDays> phases = new LinkedHashMap<>();
    campaign
        .members("phases")
        .forEach(
            (key, phase) -> {
              CampaignDays days = days(phase, problems, Map.of());
              whole.checkHolds(days, phase, problems);
              phases.put(key, days);
            });
    return new CampaignDays(whole.from, whole.to, whole.isEndless, phases);
  }

  private static CampaignDays days(
      Located place, Problems problems, Map<String, CampaignDays> phases) {
    DateReader dates = new DateReader(problems);
    Optional<LocalDate> from = place.get("from").flatMap(dates::readBeginning);
    Optional<LocalDate> to = place.get("to").flatMap(dates::read);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      Located end = place.get("to").orElseThrow();
      problems.add(end.problem(ProblemCode.END_BEFORE_BEGINNING, from.get(), to.get()));
      to = Optional.empty();
    }
    return new CampaignDays(from, to, !place.has("to"), phases);
  }

  private void checkHolds(CampaignDays phase, Located place, Problems problems) {
    boolean early = from.isPresent() && phase.from.filter(from.get()::isAfter).isPresent();
    boolean late = to.isPresent() && phase.to.filter(to.get()::isBefore).isPresent();
    if (!early && !late) return;
    problems.add(
        place.problemAtKey(
            ProblemCode.ROUNDS_OUTSIDE_CAMPAIGN,
            shown(phase.from),
            shown(phase.to),
            shown(from),
            shown(to)));
  }

  static String shown(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("……");
  }
}
