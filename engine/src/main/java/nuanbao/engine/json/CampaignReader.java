package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.campaign.CampaignId;
import nuanbao.engine.campaign.Follows;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.NamesBeyond;
import nuanbao.engine.formula.FormulaParser;
import nuanbao.engine.formula.Names;
import nuanbao.engine.json.JsonText.Limits;
import nuanbao.engine.json.Schemas.Kind;
import nuanbao.engine.measure.Measures;
import nuanbao.engine.measure.Roster;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.timeline.Alignment;
import nuanbao.engine.timeline.HolidayCalendar;
import nuanbao.engine.timeline.HolidayRule;
import nuanbao.engine.timeline.WorkingCalendar;
import nuanbao.engine.unit.UnitId;

/**
 * Reads a campaign folder. Every mistake of every file is told at once, with file, line and column;
 * a file that cannot be read does not hide the mistakes of the others.
 */
public final class CampaignReader {
  /** The version of the definition language that this engine knows. */
  public static final int LANGUAGE = 1;

  private static final String TYPES = "types.json";
  private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(18, 0);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Schemas schemas = new Schemas();
  private final HolidayCalendar holidays;

  public CampaignReader(HolidayCalendar holidays) {
    this.holidays = holidays;
  }

  /** Reads a folder that holds {@code campaign.json}, {@code units.json} and {@code forms/}. */
  public Outcome<Campaign> read(Path folder) {
    Problems problems = new Problems();
    CampaignFolder files = new CampaignFolder(folder, schemas, problems);
    Optional<Located> root = files.read("campaign.json", Kind.CAMPAIGN);
    Optional<Located> unitsFile = files.read("units.json", Kind.UNITS);
    Optional<UnitNames> units = unitsFile.map(file -> new UnitsReader(file, problems).read());
    Optional<Located> ownTypes =
        files.has(TYPES) ? files.read(TYPES, Kind.TYPES) : Optional.empty();
    Types types = types(ownTypes, files.has(TYPES), problems);
    Optional<MeasureList> measures = root.map(one -> MeasureList.read(one, units, problems));
    Map<String, Optional<Located>> formFiles = files.readAll("forms", Kind.FORM);
    if (formFiles.isEmpty()) files.tellMissing("forms/");
    List<FormReader> formReaders = new ArrayList<>();
    formFiles.forEach(
        (name, file) ->
            file.ifPresent(
                form -> {
                  boolean repeats = root.map(one -> repeats(one, name)).orElse(false);
                  formReaders.add(
                      new FormReader(
                          form, new FormId(name), types, units, measures, repeats, problems));
                }));
    NamesBeyond beyond =
        new NamesBeyond(
            formReaders.stream().map(FormReader::named).toList(), units.map(UnitNames::tree));
    Map<FormId, Form> forms = forms(formReaders, beyond, problems);
    Optional<Measures> bound =
        measures.map(list -> bound(list, formReaders, forms, beyond, problems));
    root.ifPresent(
        one -> {
          checkUnused(one, formFiles, problems);
          Placeholders placeholders = new Placeholders(words(one).keySet(), problems);
          one.get("measures").ifPresent(placeholders::check);
          ownTypes.ifPresent(placeholders::check);
          formFiles.values().forEach(file -> file.ifPresent(placeholders::check));
        });
    FormNames names = new FormNames(formFiles.keySet(), problems);
    List<ReportSpec> reports = new ArrayList<>();
    ReportReader reportReader = new ReportReader(names, formsOfDuties(root), units, problems);
    files
        .readAll("reports", Kind.REPORT)
        .forEach((id, file) -> file.ifPresent(one -> reports.add(reportReader.read(id, one))));
    Optional<Campaign> campaign =
        root.flatMap(one -> campaign(one, units, measures, bound, names, forms, reports, problems));
    campaign.ifPresent(one -> checkWhole(one, root.orElseThrow(), formFiles, unitsFile, problems));
    return new AnsweredProblems(root).in(problems).outcome(campaign::orElseThrow);
  }

  private static void checkWhole(
      Campaign campaign,
      Located root,
      Map<String, Optional<Located>> formFiles,
      Optional<Located> unitsFile,
      Problems problems) {
    Map<FormId, Located> files = new LinkedHashMap<>();
    formFiles.forEach((name, file) -> file.ifPresent(form -> files.put(new FormId(name), form)));
    new CampaignCheck(campaign, files, root.members("duties"), problems)
        .run(unitsFile.orElseThrow(), concerned(campaign));
  }

  /** Units that have something to do, whether or not they report. */
  private static Set<UnitId> concerned(Campaign campaign) {
    Set<UnitId> concerned = new HashSet<>(campaign.measures().responsible(campaign.units()));
    for (Roster roster : campaign.rosters()) {
      roster.members().forEach(member -> member.unit().ifPresent(concerned::add));
    }
    return concerned;
  }

  private static Map<FormId, Form> forms(
      List<FormReader> readers, NamesBeyond beyond, Problems problems) {
    ComputedCells computed = new ComputedCells();
    Map<FormId, Form> forms = new LinkedHashMap<>();
    for (FormReader reader : readers) {
      Form form = reader.read(beyond, computed);
      forms.put(form.id(), form);
    }
    computed.checkCycles(problems);
    return forms;
  }

  private static Measures bound(
      MeasureList list,
      List<FormReader> readers,
      Map<FormId, Form> forms,
      NamesBeyond beyond,
      Problems problems) {
    Names names = new nuanbao.engine.form.FormNames(List.of(), List.of(), List.of()).among(beyond);
    return new TargetFigures(
            readers.stream().map(FormReader::named).toList(),
            List.copyOf(forms.values()),
            new FormulaParser(names),
            problems)
        .in(list);
  }

  private static Types types(Optional<Located> own, boolean isThere, Problems problems) {
    Types types = new Types(engineTypes(), own, isThere && own.isEmpty());
    types.checkCycles(problems);
    return types;
  }

  private static Located engineTypes() {
    Problems none = new Problems();
    byte[] bytes = Schemas.resource("/nuanbao/types.json").getBytes(StandardCharsets.UTF_8);
    return JsonText.read(bytes, "nuanbao:types.json", Limits.DEFINITION, none)
        .map(Located::root)
        .orElseThrow(() -> new IllegalStateException("the engine's types: " + none.inOrder()));
  }

  /** Whether some duty asks for a form round after round. */
  private static boolean repeats(Located campaign, String form) {
    return duties(campaign)
        .filter(duty -> names(duty, form))
        .map(duty -> duty.path("rounds").path("repeat").asText())
        .anyMatch(repeat -> !repeat.isEmpty() && !repeat.equals("once"));
  }

  private static void checkUnused(
      Located campaign, Map<String, Optional<Located>> forms, Problems problems) {
    forms.forEach(
        (name, file) -> {
          if (file.isEmpty() || duties(campaign).anyMatch(duty -> names(duty, name))) return;
          problems.add(file.get().problem(ProblemCode.FORM_UNUSED, name));
        });
  }

  /** All duties as written: one that holds a mistake names its forms all the same. */
  private static Stream<JsonNode> duties(Located campaign) {
    return StreamSupport.stream(campaign.node().path("duties").spliterator(), false);
  }

  private static List<Set<String>> formsOfDuties(Optional<Located> campaign) {
    return campaign.stream()
        .flatMap(CampaignReader::duties)
        .map(
            duty ->
                StreamSupport.stream(duty.path("forms").spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.toSet()))
        .toList();
  }

  private static boolean names(JsonNode duty, String form) {
    return StreamSupport.stream(duty.path("forms").spliterator(), false)
        .anyMatch(name -> name.asText().equals(form));
  }

  /** The campaign, if nothing at all is wrong. */
  private Optional<Campaign> campaign(
      Located root,
      Optional<UnitNames> units,
      Optional<MeasureList> named,
      Optional<Measures> measures,
      FormNames names,
      Map<FormId, Form> forms,
      List<ReportSpec> reports,
      Problems problems) {
    CampaignDays days = CampaignDays.read(root, problems);
    WorkingCalendar calendar = calendar(root, problems);
    DeadlineReader deadlines = new DeadlineReader(onHoliday(root), units, problems);
    RoundsReader rounds = new RoundsReader(calendar, days, deadlines, problems);
    DutyReader dutyReader = new DutyReader(rounds, names, forms, named, units, problems);
    List<Duty> duties = new ArrayList<>();
    for (Map.Entry<String, Located> duty : root.members("duties").entrySet()) {
      dutyReader.read(duty.getKey(), duty.getValue()).ifPresent(duties::add);
    }
    List<Roster> rosters = new RosterReader(units, problems).read(root);
    if (problems.hasErrors() || units.isEmpty()) return Optional.empty();
    return Optional.of(
        new Campaign(
            new CampaignId(root.text("id").orElseThrow()),
            root.text("title").orElseThrow(),
            words(root),
            days.from().orElseThrow(),
            days.to(),
            calendar,
            units.get().tree(),
            measures.orElse(Measures.NONE),
            rosters,
            List.copyOf(forms.values()),
            duties,
            reports,
            follows(root)));
  }

  private static Optional<Follows> follows(Located root) {
    return root.get("follows")
        .map(
            one ->
                new Follows(
                    new CampaignId(one.text("campaign").orElseThrow()),
                    one.text("rounds").flatMap(Alignment::find).orElse(Alignment.ORDINAL)));
  }

  private static Map<String, String> words(Located root) {
    Map<String, String> words = new LinkedHashMap<>();
    root.members("words").forEach((word, text) -> words.put(word, text.text()));
    return words;
  }

  private WorkingCalendar calendar(Located root, Problems problems) {
    Optional<Located> calendar = root.get("calendar");
    LocalTime close =
        calendar
            .flatMap(one -> one.text("closeOfBusiness"))
            .map(LocalTime::parse)
            .orElse(CLOSE_OF_BUSINESS);
    ZoneId zone =
        calendar.flatMap(one -> one.get("zone")).flatMap(one -> zone(one, problems)).orElse(ZONE);
    return new WorkingCalendar(holidays, zone, close);
  }

  private static Optional<ZoneId> zone(Located written, Problems problems) {
    try {
      return Optional.of(ZoneId.of(written.text()));
    } catch (DateTimeException unknown) {
      problems.add(written.problem(ProblemCode.UNKNOWN_ZONE, written.text()));
      return Optional.empty();
    }
  }

  private static HolidayRule onHoliday(Located root) {
    return root.get("calendar")
        .flatMap(one -> one.text("onHoliday"))
        .map(DeadlineReader::rule)
        .orElse(HolidayRule.NEXT_WORKDAY);
  }
}
