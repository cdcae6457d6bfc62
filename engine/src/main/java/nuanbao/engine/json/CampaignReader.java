package nuanbao.engine.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.campaign.CampaignId;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.json.JsonText.Limits;
import nuanbao.engine.json.Schemas.Kind;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.SourcePosition;
import nuanbao.engine.report.ReportId;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.timeline.HolidayCalendar;
import nuanbao.engine.timeline.HolidayRule;
import nuanbao.engine.timeline.Rounds;
import nuanbao.engine.timeline.WorkingCalendar;
import nuanbao.engine.unit.UnitSelector;

/**
 * Reads a campaign folder. Every mistake of every file is told at once, with file, line and column;
 * a file that cannot be read does not hide the mistakes of the others.
 */
public final class CampaignReader {
  /** The version of the definition language that this engine knows. */
  public static final int LANGUAGE = 1;

  private static final String CAMPAIGN = "campaign.json";
  private static final String UNITS = "units.json";
  private static final String TYPES = "types.json";
  private static final String JSON = ".json";
  private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(18, 0);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Schemas schemas = new Schemas();
  private final HolidayCalendar holidays;

  public CampaignReader(HolidayCalendar holidays) {
    this.holidays = holidays;
  }

  /** Reads a folder that holds {@code campaign.json}, {@code units.json} and {@code forms/}. */
  public Outcome<Campaign> read(Path folder) {
    return new Reading(folder).read();
  }

  /** One reading of one folder. */
  private final class Reading {
    private final Path folder;
    private final Problems problems = new Problems();

    Reading(Path folder) {
      this.folder = folder;
    }

    Outcome<Campaign> read() {
      Optional<Located> campaign = file(CAMPAIGN, Kind.CAMPAIGN);
      Optional<Located> unitsFile = file(UNITS, Kind.UNITS);
      boolean hasTypes = Files.exists(folder.resolve(TYPES));
      Optional<Located> typesFile = hasTypes ? file(TYPES, Kind.TYPES) : Optional.empty();
      Map<String, Optional<Located>> formFiles = files("forms", Kind.FORM);
      Map<String, Optional<Located>> reportFiles = files("reports", Kind.REPORT);
      if (formFiles.isEmpty()) missing("forms/");

      Optional<UnitNames> units = unitsFile.map(root -> new UnitsReader(root, problems).read());
      Types types = new Types(engineTypes(), typesFile, hasTypes && typesFile.isEmpty());
      types.checkCycles(problems);
      Map<FormId, Form> forms = new LinkedHashMap<>();
      formFiles.forEach(
          (id, file) ->
              file.ifPresent(
                  root ->
                      forms.put(
                          new FormId(id),
                          new FormReader(
                                  root, new FormId(id), types, units, repeats(campaign, id), problems)
                              .read())));
      List<ReportSpec> reports = new ArrayList<>();
      reportFiles.forEach(
          (id, file) ->
              file.ifPresent(root -> reports.add(report(id, root, formFiles.keySet(), units))));
      campaign.ifPresent(root -> checkUnused(root, formFiles));
      Optional<Campaign> whole =
          campaign.flatMap(root -> campaign(root, units, forms, formFiles, reports));
      return problems.outcome(whole::orElseThrow);
    }

    private Optional<Located> file(String name, Kind kind) {
      Path path = folder.resolve(name);
      if (!Files.isRegularFile(path)) {
        missing(name);
        return Optional.empty();
      }
      return bytes(path, name)
          .flatMap(bytes -> JsonText.read(bytes, name, Limits.DEFINITION, problems))
          .filter(this::isOurLanguage)
          .map(document -> checked(document, kind));
    }

    private Located checked(LocatedJson document, Kind kind) {
      new SchemaProblems(schemas, document, problems).check(kind);
      return Located.root(document);
    }

    private Optional<byte[]> bytes(Path path, String name) {
      try {
        long size = Files.size(path);
        if (size > Limits.DEFINITION.bytes()) {
          problems.add(JsonText.tooLarge(size, name, Limits.DEFINITION));
          return Optional.empty();
        }
        return Optional.of(Files.readAllBytes(path));
      } catch (IOException unreadable) {
        problems.add(
            Problem.of(
                ProblemCode.FILE_UNREADABLE,
                SourcePosition.ofFile(name),
                name,
                String.valueOf(unreadable.getMessage())));
        return Optional.empty();
      }
    }

    /** Of a newer language nothing more is said: every word of it may mean something else. */
    private boolean isOurLanguage(LocatedJson document) {
      Optional<Integer> version = Located.root(document).whole("nuanbao");
      if (version.isEmpty() || version.get() <= LANGUAGE) return true;
      problems.add(
          Problem.of(
              ProblemCode.LANGUAGE_NEWER, document.at("/nuanbao"), version.get(), LANGUAGE));
      return false;
    }

    private void missing(String name) {
      problems.add(Problem.of(ProblemCode.FILE_MISSING, SourcePosition.ofFile(name), name));
    }

    /** The files of a sub-folder by id; a file that could not be read is there, but empty. */
    private Map<String, Optional<Located>> files(String sub, Kind kind) {
      Map<String, Optional<Located>> files = new LinkedHashMap<>();
      if (!Files.isDirectory(folder.resolve(sub))) return files;
      try (Stream<Path> paths = Files.list(folder.resolve(sub))) {
        for (String name : paths.map(path -> path.getFileName().toString()).sorted().toList()) {
          if (!name.endsWith(JSON)) continue;
          String id = name.substring(0, name.length() - JSON.length());
          files.put(id, file(sub + "/" + name, kind));
        }
      } catch (IOException unreadable) {
        problems.add(
            Problem.of(
                ProblemCode.FILE_UNREADABLE,
                SourcePosition.ofFile(sub),
                sub,
                String.valueOf(unreadable.getMessage())));
      }
      return files;
    }

    private static boolean repeats(Optional<Located> campaign, String form) {
      return campaign.stream()
          .flatMap(root -> root.members("duties").values().stream())
          .filter(
              duty -> duty.items("forms").stream().anyMatch(item -> item.text().equals(form)))
          .anyMatch(
              duty ->
                  duty.get("rounds")
                      .flatMap(rounds -> rounds.text("repeat"))
                      .map(repeat -> !repeat.equals("once"))
                      .orElse(false));
    }

    private void checkUnused(Located campaign, Map<String, Optional<Located>> forms) {
      List<String> used =
          campaign.members("duties").values().stream()
              .flatMap(duty -> duty.items("forms").stream())
              .map(Located::text)
              .toList();
      forms.forEach(
          (id, file) -> {
            if (!used.contains(id) && file.isPresent()) {
              problems.add(file.get().problem(ProblemCode.FORM_UNUSED, id));
            }
          });
    }

    private ReportSpec report(
        String id,
        Located root,
        Collection<String> forms,
        Optional<UnitNames> units) {
      List<ReportSpec.TablePart> parts = new ArrayList<>();
      for (Located part : root.items("parts")) {
        part.get("form").ifPresent(form -> checkForm(form, forms));
        Optional<UnitSelector> selected =
            units.flatMap(
                names -> part.get("units").map(list -> names.select(list, problems)));
        parts.add(
            new ReportSpec.TablePart(
                new FormId(part.text("form").orElse("")),
                part.text("rounds").orElse("this").equals("cumulative")
                    ? ReportSpec.Span.CUMULATIVE
                    : ReportSpec.Span.THIS,
                selected,
                part.flag("coverage").orElse(true)));
      }
      return new ReportSpec(
          new ReportId(id), root.text("title").orElse(id), LayoutReader.read(root), parts);
    }

    private void checkForm(Located form, Collection<String> forms) {
      if (forms.contains(form.text())) return;
      problems.add(
          form.problem(ProblemCode.UNKNOWN_FORM, form.text(), String.join("、", forms)));
    }

    private Optional<Campaign> campaign(
        Located root,
        Optional<UnitNames> units,
        Map<FormId, Form> forms,
        Map<String, Optional<Located>> formFiles,
        List<ReportSpec> reports) {
      DateReader dates = new DateReader(problems);
      Optional<LocalDate> from = root.get("from").flatMap(dates::read);
      Optional<LocalDate> to = root.get("to").flatMap(dates::read);
      if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
        problems.add(
            root.get("to")
                .orElseThrow()
                .problem(ProblemCode.END_BEFORE_BEGINNING, from.get(), to.get()));
        to = Optional.empty();
      }
      WorkingCalendar calendar = calendar(root);
      List<Duty> duties = new ArrayList<>();
      for (Map.Entry<String, Located> duty : root.members("duties").entrySet()) {
        RoundsReader rounds = new RoundsReader(calendar, onHoliday(root), problems);
        Optional<Rounds> series = Optional.empty();
        Optional<Located> written = duty.getValue().get("rounds");
        if (written.isPresent()) series = rounds.read(written.get(), from, to);
        duty(duty.getKey(), duty.getValue(), series, units, forms, formFiles)
            .ifPresent(duties::add);
      }
      if (problems.hasErrors() || units.isEmpty()) return Optional.empty();
      return Optional.of(
          new Campaign(
              new CampaignId(root.text("id").orElseThrow()),
              root.text("title").orElseThrow(),
              from.orElseThrow(),
              to.orElseThrow(),
              calendar,
              units.get().tree(),
              List.copyOf(forms.values()),
              duties,
              reports));
    }

    private WorkingCalendar calendar(Located root) {
      Optional<Located> calendar = root.get("calendar");
      ZoneId zone = ZONE;
      Optional<Located> written = calendar.flatMap(one -> one.get("zone"));
      try {
        if (written.isPresent()) zone = ZoneId.of(written.get().text());
      } catch (DateTimeException unknown) {
        problems.add(
            written.orElseThrow().problem(ProblemCode.UNKNOWN_ZONE, written.get().text()));
      }
      LocalTime close =
          calendar
              .flatMap(one -> one.text("closeOfBusiness"))
              .map(LocalTime::parse)
              .orElse(CLOSE_OF_BUSINESS);
      return new WorkingCalendar(holidays, zone, close);
    }

    private static HolidayRule onHoliday(Located root) {
      return root.get("calendar")
          .flatMap(one -> one.text("onHoliday"))
          .map(RoundsReader::rule)
          .orElse(HolidayRule.NEXT_WORKDAY);
    }

    private Optional<Duty> duty(
        String id,
        Located duty,
        Optional<Rounds> rounds,
        Optional<UnitNames> units,
        Map<FormId, Form> forms,
        Map<String, Optional<Located>> formFiles) {
      List<Located> named = duty.items("forms");
      named.forEach(form -> checkForm(form, formFiles.keySet()));
      if (units.isEmpty()) return Optional.empty();
      UnitSelector reporters = select(duty, "reporters", units.get());
      UnitSelector recipients = select(duty, "recipients", units.get());
      for (Located form : named) {
        Form read = forms.get(new FormId(form.text()));
        if (read == null) continue;
        new RowsCheck(units.get().tree(), read, reporters, problems).check(duty, form);
      }
      return rounds.map(
          series ->
              new Duty(
                  new DutyId(id),
                  duty.text("title").orElse(id),
                  reporters,
                  recipients,
                  named.stream().map(form -> new FormId(form.text())).toList(),
                  series));
    }

    private UnitSelector select(Located duty, String key, UnitNames units) {
      return duty.get(key).map(list -> units.select(list, problems)).orElse(UnitSelector.NONE);
    }
  }

  private static Located engineTypes() {
    Problems none = new Problems();
    byte[] bytes = Schemas.resource("/nuanbao/types.json").getBytes(StandardCharsets.UTF_8);
    return JsonText.read(bytes, "nuanbao:types.json", Limits.DEFINITION, none)
        .map(Located::root)
        .orElseThrow(() -> new IllegalStateException("the engine's types: " + none.inOrder()));
  }
}
