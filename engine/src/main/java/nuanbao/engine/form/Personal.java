package nuanbao.engine.form;

import java.util.Locale;

/** Why a column is personal data (个人信息保护法): what it tells of a person. */
public enum Personal {
  NAME,
  PHONE,
  CITIZEN_ID,
  ADDRESS,
  ACCOUNT,
  BIRTH_DATE,
  HEALTH,
  OTHER;

  /** As definitions write it: {@code citizen-id}. */
  public static Personal read(String written) {
    return valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
