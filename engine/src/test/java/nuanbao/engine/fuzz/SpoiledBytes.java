package nuanbao.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils bytes without a look at what they mean. */
public final class SpoiledBytes {
  /** What readers stumble over: a byte order mark, halves of characters, numbers without an end. */
  private static final List<byte[]> PIECES =
      List.of(
          new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
          new byte[] {(byte) 0xFE, (byte) 0xFF},
          new byte[] {0},
          new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
          new byte[] {(byte) 0xC0, (byte) 0xAF},
          new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
          bytes("\\ud800"),
          bytes("\\u0000"),
          bytes("\""),
          bytes("1e999999999"),
          bytes("-1E-999999999"),
          bytes("1".repeat(3_000)),
          bytes("[".repeat(3_000)),
          bytes("{\"a\":".repeat(1_500)),
          bytes("/*"),
          bytes("NaN"),
          bytes(",,"),
          bytes("\u3000"),
          bytes("\u202e"));

  private SpoiledBytes() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Up to three times something cut, changed, doubled or put in. */
  public static byte[] of(byte[] bytes, Random random) {
    byte[] spoiled = bytes;
    for (int i = random.nextInt(3); i >= 0; i--) spoiled = once(spoiled, random);
    return spoiled;
  }

  private static byte[] once(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(40));
    return switch (random.nextInt(6)) {
      case 0 -> replaced(bytes, from, to, new byte[0]);
      case 1 -> replaced(bytes, from, from, PIECES.get(random.nextInt(PIECES.size())));
      case 2 -> replaced(bytes, to, to, Arrays.copyOfRange(bytes, from, to));
      case 3 -> Arrays.copyOf(bytes, from);
      case 4 -> replaced(bytes, from, to, PIECES.get(random.nextInt(PIECES.size())));
      default -> {
        byte[] any = new byte[to - from];
        random.nextBytes(any);
        yield replaced(bytes, from, to, any);
      }
    };
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    byte[] replaced = new byte[from + by.length + bytes.length - to];
    System.arraycopy(bytes, 0, replaced, 0, from);
    System.arraycopy(by, 0, replaced, from, by.length);
    System.arraycopy(bytes, to, replaced, from + by.length, bytes.length - to);
    return replaced;
  }
}
