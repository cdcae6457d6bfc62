package nuanbao.engine.problem;

/** The language a person reads. Chinese unless English is asked for. */
public enum Language {
  CHINESE,
  ENGLISH
}
