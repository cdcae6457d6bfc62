package nuanbao.engine.timeline;

import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** A festival that notices name instead of a date. Agrees with the almanac for 1990 to 2060. */
public enum Festival {
  NEW_YEAR("元旦"),
  /** The 23rd of the twelfth lunar month, as in the north. */
  LITTLE_NEW_YEAR("小年"),
  NEW_YEARS_EVE("除夕"),
  SPRING("春节"),
  LANTERN("元宵节"),
  QINGMING("清明节"),
  LABOUR("劳动节"),
  DRAGON_BOAT("端午节"),
  MID_AUTUMN("中秋节"),
  NATIONAL("国庆节");

  private static final int QINGMING_TERM = 7;

  private final String title;

  Festival(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  public static Optional<Festival> find(String title) {
    return Arrays.stream(values()).filter(festival -> festival.title.equals(title)).findFirst();
  }

  /** The day it falls on in a solar year: 春节 2022 is 2022-02-01. */
  public LocalDate in(int year) {
    return switch (this) {
      case NEW_YEAR -> LocalDate.of(year, 1, 1);
      case LABOUR -> LocalDate.of(year, 5, 1);
      case NATIONAL -> LocalDate.of(year, 10, 1);
      case SPRING -> lunar(year, 1, 1);
      case LANTERN -> lunar(year, 1, 15);
      case DRAGON_BOAT -> lunar(year, 5, 5);
      case MID_AUTUMN -> lunar(year, 8, 15);
      case NEW_YEARS_EVE -> lunar(year, 1, 1).minusDays(1);
      case LITTLE_NEW_YEAR -> lunar(year - 1, 12, 23);
      case QINGMING -> date(SolarTerm.fromIndex(year, QINGMING_TERM).getJulianDay().getSolarDay());
    };
  }

  private static LocalDate lunar(int year, int month, int day) {
    return date(LunarDay.fromYmd(year, month, day).getSolarDay());
  }

  private static LocalDate date(SolarDay day) {
    return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
  }
}
