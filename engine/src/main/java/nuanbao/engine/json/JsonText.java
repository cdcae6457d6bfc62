package nuanbao.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Optional;
import nuanbao.engine.json.LocatedJson.Places;
import nuanbao.engine.json.LocatedJson.Span;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.SourcePosition;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON text strictly and in bounded memory: UTF-8, whole characters, no duplicate keys,
 * nothing after the end, plain numbers of at most 30 digits that stay exact.
 */
final class JsonText {
  private static final int MAX_DIGITS = 30;
  private static final int MAX_TEXT = 100_000;
  private static final int SHOWN = 20;

  /** What stands for bytes that cannot be decoded. */
  private static final char REPLACEMENT = '\uFFFD';

  /** Whole numbers of up to this many characters fit into an {@code int}. */
  private static final int SHORT = 9;

  /** Our own limit on depth is met first: it knows the place. */
  private static final int JACKSON_SEES_LATER = 10;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.DEFINITION.depth + JACKSON_SEES_LATER)
                  .maxStringLength(MAX_TEXT)
                  .maxNameLength(MAX_TEXT)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * How much is read at most.
   *
   * @param depth levels of nesting
   */
  record Limits(int bytes, int values, int depth) {
    static final Limits DEFINITION = new Limits(64 << 20, 4_000_000, 64);

    /** China has some 620,000 villages. */
    static final Limits UNITS = new Limits(128 << 20, 8_000_000, 64);

    static final Limits ANSWERS = new Limits(8 << 20, 100_000, 32);
    static final Limits REVIEW = new Limits(64 << 10, 100, 4);
  }

  private final String text;
  private final String file;
  private final Limits limits;
  private final Problems problems;

  /** Whether there is an escape that writes half a character; its other half may follow. */
  private final boolean mayHoldHalves;

  /** Where everything stands; null while only the tree is wanted. */
  private final @Nullable Places places;

  private int count;

  /** The last value begun: near it stands whatever Jackson refuses without saying where. */
  private SourcePosition lastSeen;

  private JsonText(
      String text, String file, Limits limits, Problems problems, @Nullable Places places) {
    this.text = text;
    this.file = file;
    this.limits = limits;
    this.problems = problems;
    this.places = places;
    this.mayHoldHalves = text.contains("\\ud") || text.contains("\\uD");
    this.lastSeen = SourcePosition.ofFile(file);
  }

  /**
   * The document, or nothing when it cannot be read to its end; what is wrong is in the problems.
   */
  static Optional<LocatedJson> read(byte[] bytes, String file, Limits limits, Problems problems) {
    if (bytes.length > limits.bytes) {
      problems.add(tooLarge(bytes.length, file, limits));
      return Optional.empty();
    }
    return decode(bytes, file, problems).flatMap(text -> read(text, file, limits, problems));
  }

  /**
   * Most documents have nothing wrong, so places are looked up only when somebody asks for one; a
   * document that does have something wrong is read a second time to say where.
   */
  private static Optional<LocatedJson> read(
      String text, String file, Limits limits, Problems problems) {
    Problems unplaced = new Problems();
    Optional<JsonNode> tree = new JsonText(text, file, limits, unplaced, null).parse();
    if (tree.isPresent() && unplaced.inOrder().isEmpty()) {
      return Optional.of(
          new LocatedJson(file, tree.get(), () -> places(text, file, limits, new Problems())));
    }
    Places places = new Places(new HashMap<>(), new HashMap<>());
    return new JsonText(text, file, limits, problems, places)
        .parse()
        .map(root -> new LocatedJson(file, root, () -> places));
  }

  private static Places places(String text, String file, Limits limits, Problems none) {
    Places places = new Places(new HashMap<>(), new HashMap<>());
    new JsonText(text, file, limits, none, places).parse();
    return places;
  }

  static Problem tooLarge(long bytes, String file, Limits limits) {
    return Problem.of(ProblemCode.FILE_TOO_LARGE, SourcePosition.ofFile(file), bytes, limits.bytes);
  }

  /** Windows editors put a byte order mark before UTF-8; it is passed over. */
  private static Optional<String> decode(byte[] bytes, String file, Problems problems) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0
        ? Optional.of(withoutMark(text))
        : decodeStrictly(bytes, file, problems);
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Tells bytes that are no UTF-8 from a replacement character that somebody wrote. */
  private static Optional<String> decodeStrictly(byte[] bytes, String file, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      return Optional.of(withoutMark(decoder.decode(ByteBuffer.wrap(bytes)).toString()));
    } catch (CharacterCodingException notUtf8) {
      problems.add(Problem.of(ProblemCode.NOT_UTF8, firstBadByte(bytes, file)));
      return Optional.empty();
    }
  }

  private static SourcePosition firstBadByte(byte[] bytes, String file) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer sound = CharBuffer.allocate(bytes.length);
    decoder.decode(ByteBuffer.wrap(bytes), sound, true);
    String before = sound.flip().toString();
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return new SourcePosition(file, line, column, 1, "");
  }

  private Optional<JsonNode> parse() {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      if (parser.currentToken() == null) {
        problems.add(Problem.of(ProblemCode.JSON_UNFINISHED, SourcePosition.ofFile(file)));
        return Optional.empty();
      }
      JsonNode root = value(parser, "", 0);
      JsonToken after = parser.nextToken();
      if (after != null) {
        JsonLocation place = parser.currentTokenLocation();
        problems.add(
            Problem.of(
                ProblemCode.JSON_TRAILING, position(place, 0), shown((int) place.getCharOffset())));
        return Optional.empty();
      }
      return Optional.of(root);
    } catch (TooMuch tooMuch) {
      problems.add(tooMuch.problem);
    } catch (JsonProcessingException broken) {
      problems.add(syntax(broken));
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from a text cannot fail", impossible);
    }
    return Optional.empty();
  }

  /** More than the limits allow: reading stops at once. */
  private static final class TooMuch extends RuntimeException {
    private final transient Problem problem;

    TooMuch(Problem problem) {
      super(problem.code().code(), null, false, false);
      this.problem = problem;
    }
  }

  /** Recursion is bounded by the limit on depth. */
  private JsonNode value(JsonParser parser, String pointer, int depth) throws IOException {
    if (depth > limits.depth) {
      throw new TooMuch(
          Problem.of(
              ProblemCode.JSON_TOO_DEEP, position(parser.currentTokenLocation()), limits.depth));
    }
    if (++count > limits.values) {
      throw new TooMuch(
          Problem.of(
              ProblemCode.JSON_TOO_MANY, position(parser.currentTokenLocation()), limits.values));
    }
    JsonLocation start = JsonLocation.NA;
    if (places != null) {
      start = parser.currentTokenLocation();
      lastSeen = position(start);
      places.values().put(pointer, new Span(start.getLineNr(), start.getColumnNr(), 1));
    }
    JsonNode node =
        switch (parser.currentToken()) {
          case START_OBJECT -> object(parser, pointer, depth);
          case START_ARRAY -> array(parser, pointer, depth);
          case VALUE_STRING -> NODES.textNode(text(parser));
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
          case VALUE_TRUE -> NODES.booleanNode(true);
          case VALUE_FALSE -> NODES.booleanNode(false);
          case VALUE_NULL -> NODES.nullNode();
          default ->
              throw new IllegalStateException("no value begins with " + parser.currentToken());
        };
    if (places != null && node.isValueNode()) places.values().put(pointer, span(start, parser));
    return node;
  }

  private ObjectNode object(JsonParser parser, String pointer, int depth) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      if (places != null) {
        placedMember(parser, pointer, depth, object, places);
        continue;
      }
      parser.nextToken();
      if (object.replace(key, value(parser, "", depth + 1)) != null) tellTwice(parser, key, "");
    }
    return object;
  }

  private void placedMember(
      JsonParser parser, String pointer, int depth, ObjectNode object, Places known)
      throws IOException {
    String key = parser.currentName();
    String child = LocatedJson.child(pointer, key);
    boolean twice = object.has(key);
    if (twice) tellTwice(parser, key, child);
    else known.keys().put(child, span(parser.currentTokenLocation(), parser));
    parser.nextToken();
    JsonNode value = value(parser, child, depth + 1);
    if (!twice) object.set(key, value);
  }

  private void tellTwice(JsonParser parser, String key, String pointer) throws IOException {
    Span before = places == null ? null : places.keys().get(pointer);
    int line = before == null ? 0 : before.line();
    problems.add(
        Problem.of(
            ProblemCode.JSON_DUPLICATE_KEY,
            position(span(parser.currentTokenLocation(), parser)),
            shortened(key),
            line));
  }

  private ArrayNode array(JsonParser parser, String pointer, int depth) throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String child = places == null ? "" : pointer + "/" + array.size();
      array.add(value(parser, child, depth + 1));
    }
    return array;
  }

  /**
   * A text, but no half of a character: no file can keep one. Only an escape can write one, so
   * hardly any text is looked at; in keys Jackson takes none.
   */
  private String text(JsonParser parser) throws IOException {
    String read = parser.getText();
    if (!mayHoldHalves) return read;
    Optional<String> half =
        read.codePoints()
            .filter(one -> one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE)
            .mapToObj("\\u%04x"::formatted)
            .findFirst();
    if (half.isEmpty()) return read;
    problems.add(
        Problem.of(
            ProblemCode.JSON_HALF_CHARACTER,
            position(span(parser.currentTokenLocation(), parser)),
            half.get()));
    return new String(read.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** A number that is refused stands as 0 in the tree; the problem already refuses the whole. */
  private JsonNode number(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getTextLength() <= SHORT) {
      return NODES.numberNode(parser.getIntValue());
    }
    String written = parser.getText();
    if (written.indexOf('e') >= 0 || written.indexOf('E') >= 0) {
      problems.add(
          Problem.of(
              ProblemCode.NUMBER_EXPONENT,
              position(span(parser.currentTokenLocation(), parser)),
              shortened(written)));
      return NODES.numberNode(0);
    }
    if (written.length() > MAX_DIGITS && digitsOf(written) > MAX_DIGITS) {
      problems.add(
          Problem.of(
              ProblemCode.NUMBER_TOO_LONG,
              position(span(parser.currentTokenLocation(), parser)),
              shortened(written),
              MAX_DIGITS));
      return NODES.numberNode(0);
    }
    return DecimalNode.valueOf(new BigDecimal(written));
  }

  private static long digitsOf(String written) {
    return written.chars().filter(Character::isDigit).count();
  }

  private Span span(JsonLocation start, JsonParser parser) throws IOException {
    parser.finishToken();
    int from = (int) start.getCharOffset();
    int to = (int) parser.currentLocation().getCharOffset();
    int end = lineEnd(from, to);
    return new Span(start.getLineNr(), start.getColumnNr(), Math.max(1, keyEnd(from, end) - from));
  }

  /**
   * The end of a line, looked for no further than asked: a document may be one line of megabytes.
   */
  private int lineEnd(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') return i;
    }
    return to;
  }

  /** After a key the parser has read on past the colon; the key ends at its quote. */
  private int keyEnd(int from, int end) {
    if (text.charAt(from) != '"') return end;
    for (int i = from + 1; i < end; i++) {
      if (text.charAt(i) == '\\') i++;
      else if (text.charAt(i) == '"') return i + 1;
    }
    return end;
  }

  private Problem syntax(JsonProcessingException broken) {
    if (broken instanceof StreamConstraintsException) {
      return Problem.of(ProblemCode.JSON_TOO_LONG, lastSeen, MAX_TEXT);
    }
    JsonLocation place = broken.getLocation();
    int from = (int) Math.max(0, place.getCharOffset());
    int back = wordBefore(from);
    boolean atEnd = broken instanceof JsonEOFException || place.getCharOffset() >= text.length();
    return atEnd
        ? Problem.of(ProblemCode.JSON_UNFINISHED, lastPlace())
        : Problem.of(ProblemCode.JSON_SYNTAX, position(place, back), shown(from - back));
  }

  /** How far before an offset the word begins that it stands in or after. */
  private int wordBefore(int offset) {
    int from = Math.min(offset, text.length());
    int start = from;
    while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) start--;
    return from - start;
  }

  private SourcePosition lastPlace() {
    String body = text.stripTrailing();
    int line = 1 + (int) body.chars().filter(c -> c == '\n').count();
    int column = Math.max(1, body.length() - body.lastIndexOf('\n') - 1);
    return new SourcePosition(file, line, column, 1, "");
  }

  /** The rest of a line from an offset. */
  private String shown(int from) {
    int lineEnd = text.indexOf('\n', from);
    return shortened(text.substring(from, lineEnd < 0 ? text.length() : lineEnd).strip());
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private SourcePosition position(JsonLocation place) {
    return position(place, 0);
  }

  private SourcePosition position(JsonLocation place, int back) {
    return new SourcePosition(
        file, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr() - back), 1, "");
  }

  private SourcePosition position(Span span) {
    return new SourcePosition(file, span.line(), span.column(), span.length(), "");
  }
}
