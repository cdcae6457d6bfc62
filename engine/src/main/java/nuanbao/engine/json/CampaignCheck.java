package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.timeline.Rounds;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import nuanbao.engine.unit.UnitTree;

/**
 * Looks at a campaign as a whole for what notices get wrong: attachments that are not numbered
 * through, a figure that is asked for twice, one form due on two days, units that have nothing to
 * do.
 */
final class CampaignCheck {
  private static final Pattern ATTACHMENT = Pattern.compile("附件\\s*([0-9]{1,3})");

  /** A shorter head (人数, 合计) says too little to be the same figure everywhere. */
  private static final int TELLING_TITLE = 5;

  private static final int MOST_NAMES = 5;

  private final Campaign campaign;
  private final UnitTree units;
  private final Map<FormId, Located> files;
  private final Map<String, Located> dutyPlaces;
  private final Problems problems;

  /**
   * A check of one campaign.
   *
   * @param files where each form is written
   * @param dutyPlaces where each duty is written
   */
  CampaignCheck(
      Campaign campaign,
      Map<FormId, Located> files,
      Map<String, Located> dutyPlaces,
      Problems problems) {
    this.campaign = campaign;
    this.units = campaign.units();
    this.files = files;
    this.dutyPlaces = dutyPlaces;
    this.problems = problems;
  }

  /**
   * Tells all it finds.
   *
   * @param responsible units that lead or assist a measure
   */
  void run(Located unitsFile, Set<UnitId> responsible) {
    checkAttachments();
    checkAskedTwice();
    checkDueTwice();
    checkIdleUnits(unitsFile, responsible);
  }

  private Located file(FormId form) {
    return Objects.requireNonNull(files.get(form));
  }

  /**
   * Numbers are told that no form has; they may belong to plans and lists, which no one fills in.
   */
  private void checkAttachments() {
    TreeMap<Integer, Located> numbered = new TreeMap<>();
    for (Form form : campaign.forms()) {
      Matcher matcher = ATTACHMENT.matcher(form.heading().attachment().orElse(""));
      if (!matcher.find()) continue;
      Located place = file(form.id()).get("attachment").orElseThrow();
      Located other = numbered.putIfAbsent(Integer.valueOf(matcher.group(1)), place);
      if (other == null) continue;
      String first = other.position().file();
      problems.add(place.problem(ProblemCode.ATTACHMENT_TWICE, place.text(), first));
    }
    if (numbered.isEmpty()) return;
    List<String> missing = new ArrayList<>();
    for (int n = 1; n < numbered.lastKey(); n++) {
      if (!numbered.containsKey(n)) missing.add("附件" + n);
    }
    if (missing.isEmpty()) return;
    problems.add(
        numbered
            .lastEntry()
            .getValue()
            .problem(ProblemCode.ATTACHMENT_GAP, String.join("、", missing)));
  }

  /** 减负: the same figure, by its whole head and unit of measure, from the same unit. */
  private void checkAskedTwice() {
    Map<String, Form> asked = new LinkedHashMap<>();
    for (Form form : campaign.forms()) {
      Set<String> here = new HashSet<>();
      for (Indicator column : form.indicators()) {
        String title = column.fullTitle();
        if (!column.isNumber() || column.isComputed() || title.length() < TELLING_TITLE) continue;
        String name = title + " " + column.measuredIn().orElse("");
        if (!here.add(name)) continue;
        Form other = asked.putIfAbsent(name, form);
        if (other == null || !haveReporterInCommon(form, other)) continue;
        problems.add(
            placeOf(column, file(form.id()))
                .problemAtKey(ProblemCode.FIGURE_ASKED_TWICE, title, other.title(), form.title()));
        break;
      }
    }
  }

  /** Where a column is written; the nearest group, if a type brings it. */
  private static Located placeOf(Indicator column, Located file) {
    Located place = file.get("row").orElse(file);
    for (String key : column.path().keys()) {
      Optional<Located> inner = place.get("properties").flatMap(all -> all.get(key));
      if (inner.isEmpty()) return place;
      place = inner.get();
    }
    return place;
  }

  private boolean haveReporterInCommon(Form one, Form other) {
    Set<Unit> reporters = new HashSet<>(reportersOf(one));
    return reportersOf(other).stream().anyMatch(reporters::contains);
  }

  private List<Unit> reportersOf(Form form) {
    return campaign.dutiesOf(form.id()).stream()
        .flatMap(duty -> duty.reporters().unitsIn(units).stream())
        .toList();
  }

  /** One form that one unit has to hand in on two days of the same rhythm. */
  private void checkDueTwice() {
    List<Duty> duties = campaign.duties();
    for (int i = 0; i < duties.size(); i++) {
      for (Duty other : duties.subList(0, i)) checkDueTwice(duties.get(i), other);
    }
  }

  private void checkDueTwice(Duty one, Duty other) {
    if (!isSameRhythm(one.rounds(), other.rounds())) return;
    for (FormId form : one.forms()) {
      if (!other.forms().contains(form)) continue;
      Set<Unit> reporters = new HashSet<>(other.reporters().unitsIn(units));
      Optional<Unit> both =
          one.reporters().unitsIn(units).stream().filter(reporters::contains).findFirst();
      if (both.isEmpty()) continue;
      problems.add(
          Objects.requireNonNull(dutyPlaces.get(one.id().value()))
              .problemAtKey(
                  ProblemCode.FORM_DUE_TWICE,
                  campaign.form(form).title(),
                  both.get().shortName(),
                  other.title(),
                  one.title()));
    }
  }

  private static boolean isSameRhythm(Rounds one, Rounds other) {
    return one.cycle().getClass().equals(other.cycle().getClass())
        && !one.cycle().equals(other.cycle());
  }

  /** Units that neither report nor receive, whose figures nobody reports, who lead nothing. */
  private void checkIdleUnits(Located file, Set<UnitId> responsible) {
    Set<UnitId> busy = new HashSet<>(responsible);
    for (Duty duty : campaign.duties()) {
      duty.reporters().unitsIn(units).forEach(unit -> busy.add(unit.id()));
      duty.receivers(units).forEach(unit -> busy.add(unit.id()));
      for (FormId id : duty.forms()) {
        for (Unit root : units.roots()) {
          for (FormRow row : campaign.form(id).rows().rowsWithin(root, duty.reporters(), units)) {
            busy.add(row.unit().id());
          }
        }
      }
    }
    for (int i = units.units().size() - 1; i >= 0; i--) {
      int above = units.parentPosition(i);
      if (above >= 0 && busy.contains(units.units().get(i).id())) {
        busy.add(units.units().get(above).id());
      }
    }
    List<Unit> idle =
        units.units().stream()
            .filter(unit -> !busy.contains(unit.id()))
            .filter(unit -> units.parent(unit).map(one -> busy.contains(one.id())).orElse(true))
            .toList();
    if (idle.isEmpty()) return;
    String names =
        String.join("、", idle.stream().limit(MOST_NAMES).map(Unit::shortName).toList())
            + (idle.size() > MOST_NAMES ? "……" : "");
    problems.add(
        file.get("units").orElse(file).problemAtKey(ProblemCode.UNITS_IDLE, idle.size(), names));
  }
}
