package nuanbao.server.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.form.Check;
import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.CheckRun;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.intake.FailedCheck;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.Severity;
import nuanbao.engine.submission.Waiver;
import nuanbao.engine.unit.Unit;

/**
 * What a reviewer sees of a unit and round.
 *
 * @param failed what the latest version fails, the most binding first
 * @param waivers all of the unit and round, whether their checks fail or not
 * @param person in whose name something would be decided
 * @param refused what was just asked for in vain
 */
public record ReviewBoard(
    Campaign campaign,
    Unit unit,
    DueRow due,
    List<FailedCheck> failed,
    List<Waiver> waivers,
    String person,
    Refused refused) {

  /** The most places that are listed of one check; the form shows them all. */
  private static final int MOST_PLACES = 12;

  public ReviewBoard {
    failed = List.copyOf(failed);
    waivers = List.copyOf(waivers);
  }

  /**
   * What was refused.
   *
   * @param headline in a few words; empty where nothing was
   * @param check whose waiver was asked for, as {@link #nameOf} calls it; empty for none
   * @param reason as it was typed
   */
  public record Refused(String headline, String check, String reason, List<Problem> problems) {
    static final Refused NOTHING = new Refused("", "", "", List.of());

    /** Only what refuses; the rest stands on the page anyway. */
    public Refused {
      problems = problems.stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
    }

    public boolean isAbout(String name) {
      return !name.isEmpty() && check.equals(name);
    }

    /** What stands in the box of a check. */
    public String typed(String name) {
      return isAbout(name) ? reason : "";
    }
  }

  /** Failed checks of one severity. */
  public record Group(Check.Severity severity, List<Item> items) {
    public Group {
      items = List.copyOf(items);
    }

    /** 强制性, 准强制性, 核实性, 提示性. */
    public String title() {
      return switch (severity) {
        case MUST -> "强制性";
        case MUST_OR_EXCUSED -> "准强制性";
        case EXPLAIN -> "核实性";
        case REMARK -> "提示性";
      };
    }

    /** What it means for the reviewer. */
    public String meaning() {
      return switch (severity) {
        case MUST -> "不改正、也没有豁免的，不能上报，也不能验收。";
        case MUST_OR_EXCUSED -> "可以上报；不改正、也没有豁免的，不能验收。";
        case EXPLAIN -> "填报单位要写明原因。";
        case REMARK -> "只供核对。";
      };
    }
  }

  /**
   * A failed check on the page.
   *
   * @param id begins the ids of what stands in it
   */
  public record Item(String id, FailedCheck failed) {

    public String name() {
      return nameOf(failed.form().id(), failed.check().id());
    }

    /** Where it fails, each with both sides. */
    public List<String> places() {
      return failed.places().stream()
          .limit(MOST_PLACES)
          .map(told -> told.cell() + "：" + CheckRun.figures(told).in(Language.CHINESE))
          .toList();
    }

    /** How many places are not listed. */
    public int more() {
      return Math.max(0, failed.places().size() - MOST_PLACES);
    }

    /** 待豁免, 已豁免, 已说明, 提示, in the words of the users. */
    public String state() {
      if (failed.waiver().isPresent()) return "已豁免";
      if (failed.isOpen()) return "待豁免";
      return failed.explanation().isPresent() ? "已说明" : "提示";
    }

    /** Names the style of the state. */
    public String style() {
      if (failed.waiver().isPresent()) return "nb-done";
      return failed.isOpen() ? "nb-missing" : "nb-later";
    }
  }

  /** The checks of a form that could be waived besides. */
  public record Waivable(Form form, List<Check> checks) {
    public Waivable {
      checks = List.copyOf(checks);
    }
  }

  /** A check as the fields of the page call it. */
  public static String nameOf(FormId form, CheckId check) {
    return form + "/" + check;
  }

  public List<Group> groups() {
    Map<Check.Severity, List<Item>> bySeverity = new EnumMap<>(Check.Severity.class);
    int number = 0;
    for (FailedCheck one : failed) {
      bySeverity
          .computeIfAbsent(one.check().severity(), severity -> new ArrayList<>())
          .add(new Item("failed-" + ++number, one));
    }
    List<Group> groups = new ArrayList<>();
    bySeverity.forEach((severity, items) -> groups.add(new Group(severity, items)));
    return groups;
  }

  /** How many failed checks the acceptance waits for. */
  public int open() {
    return (int) failed.stream().filter(FailedCheck::isOpen).count();
  }

  /** Checks that do not wait for a waiver and are not waived, by form. */
  public List<Waivable> waivable() {
    List<Waivable> waivable = new ArrayList<>();
    for (FormId id : due.duty().forms()) {
      Form form = campaign.form(id);
      List<Check> checks =
          form.checks().stream()
              .filter(check -> !isWaived(id, check) && !isOpen(id, check))
              .toList();
      if (!checks.isEmpty()) waivable.add(new Waivable(form, checks));
    }
    return waivable;
  }

  private boolean isWaived(FormId form, Check check) {
    return waivers.stream().anyMatch(waiver -> waiver.isOf(form, check.id()));
  }

  private boolean isOpen(FormId form, Check check) {
    return failed.stream()
        .filter(FailedCheck::isOpen)
        .anyMatch(one -> one.form().id().equals(form) && one.check().id().equals(check.id()));
  }

  /** Whether what was refused stands in none of the boxes beside a failed check. */
  public boolean isRefusedBesides() {
    return waivable().stream()
        .flatMap(one -> one.checks().stream().map(check -> nameOf(one.form().id(), check.id())))
        .anyMatch(refused::isAbout);
  }

  /** What is waived, with what each check says. */
  public List<WaiverRow> waived() {
    return WaiverRow.of(campaign, waivers);
  }
}
