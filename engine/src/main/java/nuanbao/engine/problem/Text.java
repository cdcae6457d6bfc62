package nuanbao.engine.problem;

/**
 * A text for a person, in Chinese and English; both the same where it quotes what somebody wrote.
 */
public record Text(String chinese, String english) {

  /** A text that is the same in every language: a name, a number, a quotation. */
  public static Text of(String same) {
    return new Text(same, same);
  }

  public String in(Language language) {
    return switch (language) {
      case CHINESE -> chinese;
      case ENGLISH -> english;
    };
  }
}
