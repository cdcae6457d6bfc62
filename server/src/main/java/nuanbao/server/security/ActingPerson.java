package nuanbao.server.security;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Who sends a request. There are no accounts yet and the server listens on this machine only, so a
 * header is believed; whatever knows accounts replaces this class and nothing else.
 */
@Singleton
public final class ActingPerson {
  /** The name as UTF-8, percent-encoded or not. */
  public static final String HEADER = "Nuanbao-Person";

  /** Whoever does not say who they are; browsers never do. */
  public static final String NAMELESS = "未登录的审核人";

  private static final int MOST = 60;

  /** What stands for percent-encoded bytes that are no UTF-8. */
  private static final char BROKEN = '\uFFFD';

  /** The name to be kept with what is done: 1 to 60 characters. */
  public String nameOf(HttpRequest<?> request) {
    String sent = request.getHeaders().get(HEADER);
    if (sent == null || sent.isBlank()) return NAMELESS;
    String name = decoded(sent).strip();
    boolean isName =
        !name.isEmpty() && name.length() <= MOST && name.chars().allMatch(ActingPerson::isOfName);
    if (!isName) throw notAName();
    return name;
  }

  private static boolean isOfName(int character) {
    return !Character.isISOControl(character) && character != BROKEN;
  }

  /** Headers arrive byte by byte; what is no ASCII was meant as UTF-8. */
  private static String decoded(String sent) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(sent.getBytes(StandardCharsets.ISO_8859_1)))
              .toString();
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (CharacterCodingException | IllegalArgumentException broken) {
      throw notAName();
    }
  }

  private static HttpStatusException notAName() {
    return new HttpStatusException(
        HttpStatus.BAD_REQUEST, HEADER + " is not a name of 1 to " + MOST + " characters");
  }
}
