package nuanbao.engine.problem;

import java.util.function.UnaryOperator;

/**
 * A text for a person, in Chinese and English; both the same where it quotes what somebody wrote.
 */
public record Text(String chinese, String english) {

  /** A text that is the same in every language: a name, a number, a quotation. */
  public static Text of(String same) {
    return new Text(same, same);
  }

  /** The same, in each language as a function words it. */
  public Text worded(UnaryOperator<String> words) {
    return new Text(words.apply(chinese), words.apply(english));
  }

  public String in(Language language) {
    return switch (language) {
      case CHINESE -> chinese;
      case ENGLISH -> english;
    };
  }
}
