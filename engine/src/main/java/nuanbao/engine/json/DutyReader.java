package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.duty.Exemption;
import nuanbao.engine.duty.Recipient;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Text;
import nuanbao.engine.timeline.Rounds;
import nuanbao.engine.unit.UnitSelector;

/** Reads one duty, and holds its reporters against the rows of its forms. */
final class DutyReader {
  private final RoundsReader rounds;
  private final FormNames names;
  private final Map<FormId, Form> forms;
  private final Optional<MeasureList> measures;
  private final Optional<UnitNames> units;
  private final Problems problems;

  /**
   * Reads duties of one campaign.
   *
   * @param forms those that could be read
   * @param measures empty when campaign.json could not be read
   * @param units empty when units.json could not be read
   */
  DutyReader(
      RoundsReader rounds,
      FormNames names,
      Map<FormId, Form> forms,
      Optional<MeasureList> measures,
      Optional<UnitNames> units,
      Problems problems) {
    this.rounds = rounds;
    this.names = names;
    this.forms = forms;
    this.measures = measures;
    this.units = units;
    this.problems = problems;
  }

  /** The duty; empty where something it needs is wrong and has been told. */
  Optional<Duty> read(String id, Located duty) {
    List<Located> served = duty.items("measures");
    CampaignDays days = measures.map(all -> all.days(served)).orElse(CampaignDays.OPEN);
    Optional<Rounds> series = duty.get("rounds").flatMap(one -> rounds.read(one, days));
    List<FormId> handedIn = duty.items("forms").stream().map(names::named).toList();
    Map<String, List<FormId>> formsOf = formsOf(duty, handedIn);
    duty.get("rounds").flatMap(one -> one.get("absence")).ifPresent(this::checkAbsence);
    if (units.isEmpty()) return Optional.empty();
    UnitSelector reporters = select(duty, "reporters", units.get());
    List<Recipient> recipients = recipients(duty, units.get());
    List<Exemption> exemptions = exemptions(duty, handedIn, units.get());
    for (Located name : duty.items("forms")) {
      Form form = forms.get(new FormId(name.text()));
      if (form == null) continue;
      new RowsCheck(units.get().tree(), form, reporters, problems).check(duty, name);
    }
    return series.map(
        dates ->
            new Duty(
                new DutyId(id),
                duty.text("title").orElse(id),
                served.stream().map(Located::text).toList(),
                reporters,
                recipients,
                handedIn,
                dates,
                formsOf,
                exemptions,
                duty.flag("bundle").orElse(false),
                duty.items("signOff").stream().map(Located::text).toList()));
  }

  /** The items of an agenda and the stages of an event that ask for some of the forms only. */
  private Map<String, List<FormId>> formsOf(Located duty, List<FormId> handedIn) {
    Map<String, List<FormId>> formsOf = new HashMap<>();
    for (String list : List.of("agenda", "stages")) {
      duty.get("rounds")
          .map(one -> one.members(list))
          .orElse(Map.of())
          .forEach(
              (key, item) -> {
                if (item.has("forms")) formsOf.put(key, named(item, handedIn));
              });
    }
    return formsOf;
  }

  /** What is missing is looked for in columns that are typed. */
  private void checkAbsence(Located absence) {
    Optional<Located> name = absence.get("form");
    if (name.isEmpty()) return;
    Form form = forms.get(names.named(name.get()));
    if (form == null) return;
    checkColumn(form, absence.get("since"), true);
    checkColumn(form, absence.get("missing"), false);
  }

  private void checkColumn(Form form, Optional<Located> written, boolean isDate) {
    if (written.isEmpty()) return;
    boolean isThere =
        form.indicators().stream()
            .filter(one -> one.path().value().equals(written.get().text()))
            .anyMatch(one -> !isDate || one.type() instanceof FieldType.Day);
    if (isThere) return;
    problems.add(
        written
            .get()
            .problem(
                ProblemCode.ABSENCE_UNKNOWN_COLUMN,
                form.title(),
                written.get().text(),
                isDate ? new Text("日期", "a date") : new Text("栏目", "a column")));
  }

  /** Some of the forms of the duty. */
  private List<FormId> named(Located place, List<FormId> handedIn) {
    List<FormId> some = new ArrayList<>();
    for (Located name : place.items("forms")) {
      FormId form = new FormId(name.text());
      some.add(form);
      if (handedIn.contains(form)) continue;
      String all = String.join("、", handedIn.stream().map(FormId::value).toList());
      problems.add(name.problem(ProblemCode.FORM_NOT_OF_DUTY, form, all));
    }
    return some;
  }

  private List<Recipient> recipients(Located duty, UnitNames named) {
    List<Recipient> recipients = new ArrayList<>();
    for (Located one : duty.items("recipients")) {
      Optional<Located> unit = one.get("unit");
      if (unit.isEmpty()) {
        recipients.add(new Recipient(named.selectOne(one, problems)));
        continue;
      }
      recipients.add(
          new Recipient(
              named.selectOne(unit.get(), problems),
              one.text("office"),
              one.text("medium").map(DutyReader::medium),
              one.items("phones").stream().map(Located::text).toList(),
              one.items("faxes").stream().map(Located::text).toList(),
              one.text("email")));
    }
    return recipients;
  }

  private static Recipient.Medium medium(String written) {
    return Recipient.Medium.valueOf(written.toUpperCase(Locale.ROOT));
  }

  private List<Exemption> exemptions(Located duty, List<FormId> handedIn, UnitNames named) {
    DateReader dates = new DateReader(problems);
    List<Exemption> exemptions = new ArrayList<>();
    for (Located one : duty.items("exempt")) {
      Set<FormId> exempt = new HashSet<>(named(one, handedIn));
      exemptions.add(
          new Exemption(
              select(one, "units", named),
              exempt,
              one.get("from").flatMap(dates::readBeginning),
              one.get("to").flatMap(dates::read),
              one.text("reason").orElse("")));
    }
    return exemptions;
  }

  private UnitSelector select(Located duty, String key, UnitNames named) {
    return duty.get(key).map(list -> named.select(list, problems)).orElse(UnitSelector.NONE);
  }
}
