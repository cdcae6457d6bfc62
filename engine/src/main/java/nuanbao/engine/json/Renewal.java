package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.campaign.CampaignId;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.SourcePosition;
import nuanbao.engine.problem.Text;
import nuanbao.engine.timeline.Alignment;
import nuanbao.engine.timeline.Cycle;
import nuanbao.engine.timeline.Festival;

/**
 * Takes a campaign over to a later year. Festivals and thirds of months are those of the new year,
 * plain dates move by the calendar; all else stays as its author wrote it, and what a program
 * cannot know is told.
 */
public final class Renewal {
  private static final String CAMPAIGN = "campaign.json";
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** Where dates stand; the notice and what was answered about it belong to the year before. */
  private static final List<String> DATED = List.of("from", "to", "phases", "measures", "duties");

  private static final List<String> NOT_SEARCHED =
      List.of("/$schema", "/id", "/notice", "/answered", "/follows");

  /** Days before 小年 from which a date may well be meant as so many days before 春节. */
  private static final int BEFORE_LITTLE_NEW_YEAR = 15;

  private static final int SHOWN = 24;

  /**
   * The campaign of the later year.
   *
   * @param files all files, by name
   * @param rounds how its rounds correspond to those of the year before
   * @param moved what was changed, where it stands now
   * @param toLookAt what a person has to decide, where it stands now
   */
  public record Renewed(
      CampaignId id,
      Map<String, String> files,
      Alignment rounds,
      List<Remark> moved,
      List<Remark> toLookAt) {
    public Renewed {
      files = Map.copyOf(files);
      moved = List.copyOf(moved);
      toLookAt = List.copyOf(toLookAt);
    }
  }

  private final Campaign old;
  private final int year;

  /** How many years later. */
  private final int years;

  private final EditedJson campaign;
  private final Map<String, EditedJson> files = new LinkedHashMap<>();
  private final Set<String> done = new HashSet<>();
  private final List<Note> moved = new ArrayList<>();
  private final List<Note> toLookAt = new ArrayList<>();

  /** Looked up when all is done: later changes move earlier ones. */
  private record Note(EditedJson file, String pointer, Text says) {
    Remark remark() {
      return new Remark(file.at(pointer), says);
    }
  }

  private Renewal(Campaign old, Map<String, String> texts, int year) {
    this.old = old;
    this.year = year;
    this.years = year - yearOf(old);
    if (years <= 0) throw new IllegalArgumentException(year + " is not after " + yearOf(old));
    Problems problems = new Problems();
    texts.forEach(
        (name, text) ->
            EditedJson.read(text, name, problems).ifPresent(file -> files.put(name, file)));
    EditedJson root = files.get(CAMPAIGN);
    if (root == null || problems.hasErrors()) {
      throw new IllegalArgumentException("not the files of a sound campaign");
    }
    this.campaign = root;
  }

  /** The year a campaign goes by: the one in its id, else in its title, else of its first day. */
  public static int yearOf(Campaign campaign) {
    for (String name : List.of(campaign.id().value(), campaign.title())) {
      Matcher found = YEAR.matcher(name);
      if (found.find()) return Integer.parseInt(found.group());
    }
    return campaign.from().getYear();
  }

  /** The id of the campaign of a later year. */
  public static CampaignId idIn(Campaign campaign, int year) {
    String id = campaign.id().value();
    int years = year - yearOf(campaign);
    String moved = years == 0 ? id : later(id, campaign, years);
    return new CampaignId(moved.equals(id) ? id + "-" + year : moved);
  }

  /**
   * Takes a campaign over.
   *
   * @param texts its files by name, as they are written
   * @param year must be after {@link #yearOf}
   */
  public static Renewed of(Campaign old, Map<String, String> texts, int year) {
    return new Renewal(old, texts, year).run();
  }

  private Renewed run() {
    CampaignId id = idIn(old, year);
    set("/id", EditedJson.quoted(id.value()));
    moveTitle(campaign, "/title");
    for (String key : DATED) moveDates(campaign.root().path(key), "/" + key);
    campaign
        .root()
        .path("duties")
        .fieldNames()
        .forEachRemaining(
            duty -> moveTitle(campaign, LocatedJson.child("/duties", duty) + "/title"));
    files.forEach(
        (name, file) -> {
          if (name.startsWith("forms/") || name.startsWith("reports/")) moveTitle(file, "/title");
        });
    Alignment rounds = rounds(old);
    follow(rounds);
    lookAtNotice();
    List<Remark> open = new ArrayList<>(toLookAt.stream().map(Note::remark).toList());
    files.values().forEach(file -> lookForYears(file, file.root(), "", open));
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach((name, file) -> texts.put(name, file.text()));
    return new Renewed(
        id, texts, rounds, sorted(moved.stream().map(Note::remark).toList()), sorted(open));
  }

  private static List<Remark> sorted(List<Remark> remarks) {
    return remarks.stream().sorted(Comparator.comparing(Remark::place)).toList();
  }

  /** Years from the campaign's own to its last day are meant; others (较2015年) are left alone. */
  private static boolean isMeant(int year, Campaign campaign) {
    return Math.min(yearOf(campaign), campaign.from().getYear()) <= year
        && year <= Math.max(yearOf(campaign), campaign.to().map(LocalDate::getYear).orElse(0));
  }

  private static String later(String text, Campaign campaign, int years) {
    return YEAR.matcher(text)
        .replaceAll(
            found -> {
              int year = Integer.parseInt(found.group());
              return String.valueOf(isMeant(year, campaign) ? year + years : year);
            });
  }

  private void set(String pointer, String json) {
    String before = campaign.written(pointer);
    campaign.replace(pointer, json);
    done.add(place(campaign, pointer));
    moved.add(new Note(campaign, pointer, Text.of(before + " → " + json)));
  }

  private String place(EditedJson file, String pointer) {
    return System.identityHashCode(file) + pointer;
  }

  private void moveTitle(EditedJson file, String pointer) {
    if (!file.has(pointer)) return;
    String written = file.written(pointer);
    String later = later(written, old, years);
    done.add(place(file, pointer));
    if (later.equals(written)) return;
    file.replace(pointer, later);
    moved.add(new Note(file, pointer, Text.of(written + " → " + later)));
  }

  private void moveDates(JsonNode node, String pointer) {
    if (node.isTextual() && DAY.matcher(node.asText()).matches()) {
      moveDay(LocalDate.parse(node.asText()), pointer);
    } else if (node.has("festival") && node.has("year")) {
      moveFestival(node, pointer);
    } else if (node.has("month") && node.has("part")) {
      YearMonth month = YearMonth.parse(node.path("month").asText());
      set(pointer + "/month", EditedJson.quoted(month.plusYears(years).toString()));
    } else {
      node.properties()
          .forEach(
              member -> moveDates(member.getValue(), LocatedJson.child(pointer, member.getKey())));
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        moveDates(node.get(i), pointer + "/" + i);
      }
    }
    if (node.has("printed")) dropPrinted(node, pointer);
  }

  private void moveFestival(JsonNode date, String pointer) {
    Festival festival = Festival.find(date.path("festival").asText()).orElseThrow();
    int then = date.path("year").asInt();
    campaign.replace(pointer + "/year", String.valueOf(then + years));
    done.add(place(campaign, pointer + "/year"));
    moved.add(
        new Note(
            campaign,
            pointer + "/year",
            Text.of(
                "%s %s → %s"
                    .formatted(festival.title(), festival.in(then), festival.in(then + years)))));
  }

  private void moveDay(LocalDate day, String pointer) {
    LocalDate later = day.plusYears(years);
    set(pointer, EditedJson.quoted(later.toString()));
    if (later.getDayOfMonth() != day.getDayOfMonth()) {
      toLookAt.add(
          new Note(
              campaign,
              pointer,
              new Text(
                  day + "：" + later.getYear() + "年没有2月29日，改为" + later,
                  day + ": there is no 29 February in " + later.getYear() + ", made " + later)));
    }
    for (int spring = day.getYear(); spring <= day.getYear() + 1; spring++) {
      if (!isAroundSpringFestival(day, spring)) continue;
      toLookAt.add(new Note(campaign, pointer, besideSpringFestival(day, later, spring)));
    }
  }

  private static boolean isAroundSpringFestival(LocalDate day, int year) {
    LocalDate first = Festival.LITTLE_NEW_YEAR.in(year).minusDays(BEFORE_LITTLE_NEW_YEAR);
    return !day.isBefore(first) && !day.isAfter(Festival.LANTERN.in(year));
  }

  private Text besideSpringFestival(LocalDate day, LocalDate later, int year) {
    long then = ChronoUnit.DAYS.between(Festival.SPRING.in(year), day);
    long now = ChronoUnit.DAYS.between(Festival.SPRING.in(year + years), later);
    LocalDate same = Festival.SPRING.in(year + years).plusDays(then);
    return new Text(
        "按公历推后：%s（%s）→ %s（%s）；要与春节保持同样的远近，写 %s"
            .formatted(day, fromSpring(then), later, fromSpring(now), same),
        "moved by the calendar: %s (%+d days from Spring Festival) → %s (%+d); as far from it as before would be %s"
            .formatted(day, then, later, now, same));
  }

  private static String fromSpring(long days) {
    if (days == 0) return "春节当天";
    return days < 0 ? "春节前" + -days + "天" : "春节后" + days + "天";
  }

  /** What the notice of last year prints says nothing of this year. */
  private void dropPrinted(JsonNode date, String pointer) {
    String printed = date.path("printed").asText();
    String reason = date.has("reason") ? "（" + date.path("reason").asText() + "）" : "";
    campaign.remove(pointer + "/printed");
    if (date.has("reason")) campaign.remove(pointer + "/reason");
    toLookAt.add(
        new Note(
            campaign,
            pointer,
            new Text(
                "上年通知印的“" + printed + "”" + reason + "已去掉，请对照新通知",
                "what last year's notice printed is taken out: “"
                    + printed
                    + "”; compare with the new notice")));
  }

  /**
   * Weekly rounds that pass 春节 correspond by weeks from it, monthly ones by month, others by
   * number.
   */
  private static Alignment rounds(Campaign campaign) {
    List<Duty> duties = campaign.duties();
    if (duties.stream().anyMatch(Renewal::passesSpringFestivalWeekly)) {
      return Alignment.SPRING_FESTIVAL_WEEK;
    }
    return duties.stream().anyMatch(duty -> duty.rounds().cycle() instanceof Cycle.Monthly)
        ? Alignment.MONTH
        : Alignment.ORDINAL;
  }

  private static boolean passesSpringFestivalWeekly(Duty duty) {
    LocalDate from = duty.rounds().from();
    LocalDate to = duty.rounds().lastDay();
    if (!(duty.rounds().cycle() instanceof Cycle.Weekly)) return false;
    return from.datesUntil(to.plusDays(1))
        .anyMatch(day -> day.equals(Festival.SPRING.in(day.getYear())));
  }

  private void follow(Alignment rounds) {
    String before = EditedJson.quoted(old.id().value());
    if (campaign.has("/follows")) {
      campaign.replace("/follows/campaign", before);
      campaign.replace("/follows/rounds", EditedJson.quoted(rounds.word()));
    } else {
      campaign.addAfter(
          "/to",
          "follows",
          "{ \"campaign\": %s, \"rounds\": %s }"
              .formatted(before, EditedJson.quoted(rounds.word())));
    }
    moved.add(
        new Note(
            campaign,
            "/follows",
            switch (rounds) {
              case SPRING_FESTIVAL_WEEK ->
                  new Text(
                      "接续 " + old.id() + "：有跨春节的周报，各期按距春节的周数对应",
                      "follows " + old.id() + ": rounds correspond by weeks from Spring Festival");
              case MONTH ->
                  new Text(
                      "接续 " + old.id() + "：有月报，各期按月份对应",
                      "follows " + old.id() + ": rounds correspond by month");
              case ORDINAL ->
                  new Text(
                      "接续 " + old.id() + "：各期按期数对应",
                      "follows " + old.id() + ": rounds correspond by number");
            }));
  }

  private void lookAtNotice() {
    if (campaign.has("/notice")) {
      toLookAt.add(
          new Note(
              campaign,
              "/notice",
              new Text(
                  "通知的标题、文号、日期、依据还是上年的",
                  "title, number, date and basis are those of last year's notice")));
    }
    JsonNode answered = campaign.root().path("answered");
    for (int i = 0; i < answered.size(); i++) {
      String about = answered.get(i).path("problem").asText();
      toLookAt.add(
          new Note(
              campaign,
              "/answered/" + i,
              new Text(
                  "上年对 " + about + " 的说明：新通知还这样才留着",
                  "last year's answer to " + about + ": keep it only if it still holds")));
    }
  }

  /** Texts and keys that hold a year of the campaign and were not moved. */
  private void lookForYears(EditedJson file, JsonNode node, String pointer, List<Remark> open) {
    boolean isCampaign = file.equals(campaign);
    if (isCampaign && NOT_SEARCHED.contains(pointer)) return;
    if (!file.has(pointer) || done.contains(place(file, pointer))) return;
    if (node.isTextual()) {
      findYear(file.written(pointer))
          .ifPresent(
              found ->
                  open.add(
                      new Remark(
                          file.within(pointer, found.from(), found.year().length()),
                          stillThere(found.year(), node.asText()))));
    }
    node.properties()
        .forEach(
            member -> {
              String child = LocatedJson.child(pointer, member.getKey());
              lookForYears(file, member.getValue(), child, open);
              if (file.has(child)) lookAtKey(file, member.getKey(), child, open);
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      lookForYears(file, node.get(i), pointer + "/" + i, open);
    }
  }

  private void lookAtKey(EditedJson file, String key, String pointer, List<Remark> open) {
    findYear(key)
        .ifPresent(
            found -> {
              SourcePosition place = file.atKey(pointer);
              open.add(
                  new Remark(
                      place,
                      new Text(
                          "键“" + key + "”里有年份：改了键，上年同期就对不上这一项",
                          "the key “"
                              + key
                              + "” holds a year: with another key it finds no figures of last year")));
            });
  }

  private static Text stillThere(String year, String text) {
    String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    return new Text("还写着" + year + "：" + shown, "still says " + year + ": " + shown);
  }

  private record FoundYear(int from, String year) {}

  private Optional<FoundYear> findYear(String text) {
    Matcher found = YEAR.matcher(text);
    while (found.find()) {
      if (isMeant(Integer.parseInt(found.group()), old)) {
        return Optional.of(new FoundYear(found.start(), found.group()));
      }
    }
    return Optional.empty();
  }
}
