package nuanbao.engine.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.problem.Text;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitSelector;
import nuanbao.engine.unit.UnitTree;

/**
 * Who receives what is handed in, and how it gets there. Offices only: names of people are left
 * out.
 *
 * @param office within the unit, as the notice prints it
 * @param medium how it is handed in, if the notice says so
 */
public record Recipient(
    UnitSelector units,
    Optional<String> office,
    Optional<Medium> medium,
    List<String> phones,
    List<String> faxes,
    Optional<String> email) {

  /** How something is handed in. */
  public enum Medium {
    SYSTEM("系统填报", "in the system"),
    MAIL("电子邮件", "by e-mail"),
    WRITTEN("书面", "in writing");

    private final Text title;

    Medium(String chinese, String english) {
      this.title = new Text(chinese, english);
    }

    public Text title() {
      return title;
    }
  }

  public Recipient {
    phones = List.copyOf(phones);
    faxes = List.copyOf(faxes);
  }

  /** A recipient of whom nothing but the units is known. */
  public Recipient(UnitSelector units) {
    this(units, Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty());
  }

  /** 县水务局河道股（书面，电话 0830-0000000）. */
  public Text title(UnitTree tree) {
    String who =
        String.join("、", units.unitsIn(tree).stream().map(Unit::shortName).toList())
            + office.orElse("");
    List<Text> channels = new ArrayList<>();
    medium.map(Medium::title).ifPresent(channels::add);
    for (String phone : phones) channels.add(new Text("电话 " + phone, "phone " + phone));
    for (String fax : faxes) channels.add(new Text("传真 " + fax, "fax " + fax));
    email.ifPresent(one -> channels.add(new Text("邮箱 " + one, "e-mail " + one)));
    if (channels.isEmpty()) return Text.of(who);
    return new Text(
        who + "（" + String.join("，", channels.stream().map(Text::chinese).toList()) + "）",
        who + " (" + String.join(", ", channels.stream().map(Text::english).toList()) + ")");
  }
}
