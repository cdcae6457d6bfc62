package nuanbao.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.json.JsonText.Limits;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.SourcePosition;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text of which single members are changed and not a character of the rest: order, spacing,
 * comments and line ends stay as their author wrote them. Members are named by JSON Pointer.
 */
final class EditedJson {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String MARK = "\uFEFF";

  private final String file;
  private final JsonNode root;

  /** The byte order mark of Windows editors, if it begins with one: no place counts it. */
  private final String mark;

  private String text;
  private @Nullable Map<String, Span> spans;
  private boolean isChanged;

  /**
   * Where a value stands in the text; the end is behind it.
   *
   * @param key where its key begins; the value itself where it has none
   */
  private record Span(int key, int from, int to) {}

  private EditedJson(String file, String written, JsonNode root) {
    this.file = file;
    this.root = root;
    this.mark = written.startsWith(MARK) ? MARK : "";
    this.text = written.substring(mark.length());
  }

  /** The document, or nothing when it is not sound JSON; what is wrong is in the problems. */
  static Optional<EditedJson> read(String written, String file, Problems problems) {
    return JsonText.read(written.getBytes(StandardCharsets.UTF_8), file, Limits.UNITS, problems)
        .map(document -> new EditedJson(file, written, document.root()));
  }

  /** As it was read, whatever was changed since. */
  JsonNode root() {
    return root;
  }

  /** As it stands now. */
  String text() {
    return mark + text;
  }

  boolean isChanged() {
    return isChanged;
  }

  /** Whether the member is still there. */
  boolean has(String pointer) {
    return spans().containsKey(pointer);
  }

  /** A value as written now, quotes and escapes included. */
  String written(String pointer) {
    Span span = span(pointer);
    return text.substring(span.from, span.to);
  }

  void replace(String pointer, String json) {
    Span span = span(pointer);
    change(span.from, span.to, json);
  }

  void rename(String pointer, String key) {
    Span span = span(pointer);
    change(span.key, keyEnd(span.key), quoted(key));
  }

  /** Takes a member out, with the comma that set it off and the line it leaves empty. */
  void remove(String pointer) {
    Span span = span(pointer);
    int before = span.key;
    while (Character.isWhitespace(text.charAt(before - 1))) before--;
    if (text.charAt(before - 1) == ',') {
      change(before - 1, span.to, "");
      return;
    }
    int after = skipSpace(span.to);
    if (text.charAt(after) == ',') after = skipSpace(after + 1);
    change(span.key, after, "");
  }

  /** Adds a member behind another one, on a line of its own where the other begins one. */
  void addAfter(String pointer, String key, String json) {
    Span span = span(pointer);
    change(span.to, span.to, "," + spaceBefore(span.key) + quoted(key) + ": " + json);
  }

  /** Adds a member as the first of the document. */
  void addFirst(String key, String json) {
    int open = skipSpace(0) + 1;
    int first = skipSpace(open);
    String space = first == open ? " " : text.substring(open, first);
    String comma = text.charAt(first) == '}' ? "" : ",";
    change(open, open, space + quoted(key) + ": " + json + comma);
  }

  static String quoted(String value) {
    return TextNode.valueOf(value).toString();
  }

  /** Where a value stands now. */
  SourcePosition at(String pointer) {
    Span span = span(pointer);
    return position(span.from, Math.min(span.to, lineEnd(span.from)) - span.from, pointer);
  }

  /** Where the key of a value stands now. */
  SourcePosition atKey(String pointer) {
    Span span = span(pointer);
    return position(span.key, Math.max(1, keyEnd(span.key) - span.key), pointer);
  }

  /** Part of a value as written. */
  SourcePosition within(String pointer, int offset, int length) {
    return position(span(pointer).from + offset, length, pointer);
  }

  private SourcePosition position(int from, int length, String pointer) {
    int line = 1 + (int) text.substring(0, from).chars().filter(c -> c == '\n').count();
    int column = from - text.lastIndexOf('\n', from - 1);
    return new SourcePosition(file, line, column, length, pointer);
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private void change(int from, int to, String json) {
    text = text.substring(0, from) + json + text.substring(to);
    spans = null;
    isChanged = true;
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    return at;
  }

  private String spaceBefore(int offset) {
    int from = offset;
    while (from > 0 && Character.isWhitespace(text.charAt(from - 1))) from--;
    return from == offset ? " " : text.substring(from, offset);
  }

  private int keyEnd(int key) {
    int at = key + 1;
    while (text.charAt(at) != '"') at += text.charAt(at) == '\\' ? 2 : 1;
    return at + 1;
  }

  private Span span(String pointer) {
    Span span = spans().get(pointer);
    if (span == null) throw new IllegalArgumentException(file + " has no " + pointer);
    return span;
  }

  private Map<String, Span> spans() {
    if (spans == null) spans = spansOf(text);
    return spans;
  }

  private static Map<String, Span> spansOf(String text) {
    Map<String, Span> found = new LinkedHashMap<>();
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      addSpans(parser, "", offset(parser), found);
    } catch (IOException impossible) {
      throw new UncheckedIOException("was read before", impossible);
    }
    return found;
  }

  private static void addSpans(JsonParser parser, String pointer, int key, Map<String, Span> found)
      throws IOException {
    int from = offset(parser);
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String child = LocatedJson.child(pointer, parser.currentName());
        int childKey = offset(parser);
        parser.nextToken();
        addSpans(parser, child, childKey, found);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        addSpans(parser, pointer + "/" + i, offset(parser), found);
      }
    }
    parser.finishToken();
    found.put(pointer, new Span(key, from, (int) parser.currentLocation().getCharOffset()));
  }

  private static int offset(JsonParser parser) {
    return (int) parser.currentTokenLocation().getCharOffset();
  }
}
