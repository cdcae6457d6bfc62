package nuanbao.engine.json;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nuanbao.engine.json.JsonText.Limits;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.timeline.HolidayCalendar;
import nuanbao.engine.timeline.HolidayYear;

/** The statutory holidays as the State Council arranged them, one file a year. */
public final class HolidayFiles implements HolidayCalendar {
  private final Map<Integer, Optional<HolidayYear>> years = new ConcurrentHashMap<>();

  @Override
  public Optional<HolidayYear> findYear(int year) {
    return years.computeIfAbsent(year, HolidayFiles::load);
  }

  private static Optional<HolidayYear> load(int year) {
    String path = "/nuanbao/holidays/" + year + ".json";
    if (HolidayFiles.class.getResource(path) == null) return Optional.empty();
    Problems problems = new Problems();
    byte[] bytes = Schemas.resource(path).getBytes(StandardCharsets.UTF_8);
    Located root =
        JsonText.read(bytes, path, Limits.DEFINITION, problems)
            .map(Located::root)
            .orElseThrow(() -> new IllegalStateException(path + ": " + problems.inOrder()));
    List<HolidayYear.Rest> rests =
        root.items("rests").stream()
            .map(
                rest ->
                    new HolidayYear.Rest(
                        rest.text("name").orElseThrow(), day(rest, "from"), day(rest, "to")))
            .toList();
    Set<LocalDate> workdays =
        root.items("workdays").stream()
            .map(day -> LocalDate.parse(day.text()))
            .collect(Collectors.toUnmodifiableSet());
    return Optional.of(new HolidayYear(year, root.text("source").orElseThrow(), rests, workdays));
  }

  private static LocalDate day(Located rest, String key) {
    return LocalDate.parse(rest.text(key).orElseThrow());
  }
}
