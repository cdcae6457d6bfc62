package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nuanbao.engine.problem.SourcePosition;
import org.jspecify.annotations.Nullable;

/** A JSON document in which every key and value knows where it stands in its file. */
final class LocatedJson {
  private final String file;
  private final JsonNode root;
  private final Supplier<Places> lookedUp;
  private @Nullable Places places;
  private final Set<String> unsound = new HashSet<>();

  /** Part of a line; both counted from 1. */
  record Span(int line, int column, int length) {}

  /** Where values and keys stand, by pointer. */
  record Places(Map<String, Span> values, Map<String, Span> keys) {}

  /**
   * A document whose places are looked up when the first one is asked for.
   *
   * @param places reads the text again
   */
  LocatedJson(String file, JsonNode root, Supplier<Places> places) {
    this.file = file;
    this.root = root;
    this.lookedUp = places;
  }

  private Places places() {
    if (places == null) places = lookedUp.get();
    return places;
  }

  String file() {
    return file;
  }

  JsonNode root() {
    return root;
  }

  /** Where the value at a pointer stands; the nearest value around it if there is none. */
  SourcePosition at(String pointer) {
    Span span = places().values().get(pointer);
    if (span == null) return pointer.isEmpty() ? SourcePosition.ofFile(file) : at(parent(pointer));
    return position(span, pointer);
  }

  /** Where the key of the value at a pointer stands; the value itself if it has no key. */
  SourcePosition atKey(String pointer) {
    return Optional.ofNullable(places().keys().get(pointer))
        .map(span -> position(span, pointer))
        .orElseGet(() -> at(pointer));
  }

  private SourcePosition position(Span span, String pointer) {
    return new SourcePosition(file, span.line, span.column, span.length, pointer);
  }

  /** Notes that a value is not what it should be, so that nobody reads it any further. */
  void markUnsound(String pointer) {
    unsound.add(pointer);
  }

  boolean isSound(String pointer) {
    return unsound.isEmpty() || !unsound.contains(pointer);
  }

  /** Whether every value is what it should be, as far as anybody has told. */
  boolean isSound() {
    return unsound.isEmpty();
  }

  private static String parent(String pointer) {
    return pointer.substring(0, pointer.lastIndexOf('/'));
  }

  /** The pointer to a member of the value at a pointer. */
  static String child(String pointer, String key) {
    boolean plain = key.indexOf('~') < 0 && key.indexOf('/') < 0;
    return pointer + "/" + (plain ? key : key.replace("~", "~0").replace("/", "~1"));
  }
}
