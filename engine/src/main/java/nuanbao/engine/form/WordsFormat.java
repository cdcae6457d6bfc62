package nuanbao.engine.form;

import com.google.re2j.Pattern;
import java.util.Optional;

/** Texts that follow a standard: how they are written, and their check characters. */
public enum WordsFormat {
  NONE(""),
  /** {@code 2021-11}. */
  MONTH("^[0-9]{4}-(0[1-9]|1[0-2])$"),
  YEAR("^[0-9]{4}$"),
  TIME_OF_DAY("^([01][0-9]|2[0-3]):[0-5][0-9]$"),
  EMAIL("^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}$"),
  MOBILE("^1[3-9][0-9]{9}$"),
  /** A mobile number, or a land line with or without area code and extension. */
  PHONE("^(1[3-9][0-9]{9}|(0[0-9]{2,3}-?)?[2-9][0-9]{6,7}(-[0-9]{1,6})?)$"),
  /** GB 11643: 17 digits and a check character, an X written large. */
  CITIZEN_ID("^[1-9][0-9]{16}[0-9X]$"),
  /** GB 32100: 17 characters and a check character; I, O, S, V and Z are not used. */
  CREDIT_CODE("^[0-9A-HJ-NPQRTUWXY]{18}$"),
  BANK_CARD("^[0-9]{12,19}$");

  private static final String CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] CREDIT_WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] CITIZEN_WEIGHTS = {
    7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
  };
  private static final String CITIZEN_CHECKS = "10X98765432";
  private static final int BIRTH_FROM = 6;
  private static final int BIRTH_TO = 14;

  private final Optional<Pattern> pattern;

  WordsFormat(String pattern) {
    this.pattern = Optional.of(pattern).filter(one -> !one.isEmpty()).map(Pattern::compile);
  }

  /** How it is written, for the published schema; empty where anything is. */
  public Optional<Pattern> pattern() {
    return pattern;
  }

  /**
   * Whether what follows the pattern is sound beyond it: the check character, and the day of birth
   * in a citizen id.
   */
  public boolean isSound(String text) {
    return switch (this) {
      case CITIZEN_ID -> hasCitizenCheck(text) && hasBirthDay(text);
      case CREDIT_CODE -> hasCreditCheck(text);
      case NONE, MONTH, YEAR, TIME_OF_DAY, EMAIL, MOBILE, PHONE, BANK_CARD -> true;
    };
  }

  private static boolean hasBirthDay(String id) {
    String birth = id.substring(BIRTH_FROM, BIRTH_TO);
    return Days.read(birth.substring(0, 4) + "-" + birth.substring(4, 6) + "-" + birth.substring(6))
        .isPresent();
  }

  private static boolean hasCitizenCheck(String id) {
    int sum = 0;
    for (int i = 0; i < CITIZEN_WEIGHTS.length; i++) {
      sum += Character.digit(id.charAt(i), 10) * CITIZEN_WEIGHTS[i];
    }
    return CITIZEN_CHECKS.charAt(sum % CITIZEN_CHECKS.length())
        == id.charAt(CITIZEN_WEIGHTS.length);
  }

  private static boolean hasCreditCheck(String code) {
    int sum = 0;
    for (int i = 0; i < CREDIT_WEIGHTS.length; i++) {
      sum += CREDIT_CHARACTERS.indexOf(code.charAt(i)) * CREDIT_WEIGHTS[i];
    }
    int base = CREDIT_CHARACTERS.length();
    int check = (base - sum % base) % base;
    return CREDIT_CHARACTERS.indexOf(code.charAt(CREDIT_WEIGHTS.length)) == check;
  }
}
