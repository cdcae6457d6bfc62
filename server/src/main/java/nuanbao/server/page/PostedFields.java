package nuanbao.server.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormView;

/**
 * The fields of a posted page, in its order, and what its buttons do to them: nothing is handed in
 * by it, and nothing that was typed is lost.
 *
 * @param fields everything that was posted under a name; an entry {@code form/rows/id} and a child
 *     record {@code field/number} have a blank field of their own, so that they stay though nothing
 *     is written in them
 */
record PostedFields(Map<String, List<String>> fields) {
  /** The field in which a button says what it asks for. */
  static final String BUTTON = "do";

  private static final String NOT_APPLICABLE = "不适用";
  private static final int DIGITS = 6;

  PostedFields {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    fields.forEach((name, texts) -> copy.put(name, List.copyOf(texts)));
    fields = Collections.unmodifiableMap(copy);
  }

  /** Fields of a post, in order; a sheet has more of them than servers commonly take apart. */
  static PostedFields decode(String body) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String field : body.split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals < 0) continue;
      try {
        String name = URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8);
        String text =
            URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8)
                .replace("\r\n", "\n");
        fields.computeIfAbsent(name, any -> new ArrayList<>()).add(text);
      } catch (IllegalArgumentException brokenEscape) {
        // A field no browser sends; what it should have held is told as missing.
      }
    }
    return new PostedFields(fields);
  }

  /** The first text under a name; empty where there is none. */
  String first(String name) {
    return fields.getOrDefault(name, List.of("")).get(0);
  }

  /** Whether a button was pressed that hands nothing in. */
  boolean asksForMore() {
    return fields.containsKey(BUTTON);
  }

  /**
   * As the button that was pressed leaves them. What no button asks for leaves them as they are.
   *
   * @param newId gives the id of an entry that was never used before
   */
  PostedFields edited(Supplier<String> newId) {
    String[] asked = first(BUTTON).split(":", 2);
    if (asked.length < 2) return this;
    String[] where = asked[1].split(":", 2);
    return switch (asked[0]) {
      case "add" -> with(where[0] + "/rows/" + newId.get());
      case "copy" -> where.length < 2 ? this : copied(where[0] + "/rows/", where[1], newId.get());
      case "remove" -> where.length < 2 ? this : without(where[0] + "/rows/" + where[1]);
      case "add-record" -> with(asked[1] + "/" + nextNumber(asked[1]));
      case "remove-record" -> {
        int colon = asked[1].lastIndexOf(':');
        yield colon < 0
            ? this
            : without(asked[1].substring(0, colon) + "/" + asked[1].substring(colon + 1));
      }
      default -> this;
    };
  }

  private PostedFields with(String blank) {
    Map<String, List<String>> all = new LinkedHashMap<>(fields);
    all.putIfAbsent(blank, List.of(""));
    return new PostedFields(all);
  }

  private PostedFields without(String place) {
    Map<String, List<String>> left = new LinkedHashMap<>(fields);
    left.keySet().removeIf(name -> isWithin(name, place));
    return new PostedFields(left);
  }

  /** The copy stands behind what it was copied from. */
  private PostedFields copied(String rows, String id, String newId) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    fields.forEach(
        (name, texts) -> {
          if (!isWithin(name, rows + id)) return;
          copy.put(rows + newId + name.substring(rows.length() + id.length()), texts);
        });
    Map<String, List<String>> all = new LinkedHashMap<>();
    boolean isPlaced = false;
    boolean wasWithin = false;
    for (Map.Entry<String, List<String>> field : fields.entrySet()) {
      boolean isWithin = isWithin(field.getKey(), rows + id);
      if (wasWithin && !isWithin && !isPlaced) {
        all.putAll(copy);
        isPlaced = true;
      }
      all.put(field.getKey(), field.getValue());
      wasWithin = isWithin;
    }
    all.putAll(copy);
    return new PostedFields(all);
  }

  private int nextNumber(String field) {
    int next = 0;
    for (String name : fields.keySet()) {
      if (!name.startsWith(field + "/")) continue;
      String number = name.substring(field.length() + 1).split("/", -1)[0];
      if (number.matches("[0-9]{1," + DIGITS + "}")) {
        next = Math.max(next, Integer.parseInt(number) + 1);
      }
    }
    return next;
  }

  private static boolean isWithin(String name, String place) {
    return name.equals(place) || name.startsWith(place + "/");
  }

  /** As the page shows them again. */
  FormView.Written written(Answers read) {
    return new FormView.Written(read, joined(), entries(read.form()));
  }

  private Map<String, String> joined() {
    Map<String, String> joined = new LinkedHashMap<>();
    fields.forEach(
        (name, texts) -> {
          List<String> written = texts.stream().filter(text -> !text.isEmpty()).toList();
          joined.put(
              name,
              written.contains(NOT_APPLICABLE)
                  ? NOT_APPLICABLE
                  : String.join(FormView.SEPARATOR, written));
        });
    return joined;
  }

  /** Ids of the entries on the page, in its order. */
  private List<String> entries(FormId form) {
    Set<String> ids = new LinkedHashSet<>();
    for (String name : fields.keySet()) {
      String[] steps = name.split("/", -1);
      boolean isRow = steps.length > 2 && steps[1].equals("rows");
      if (isRow && steps[0].equals(form.value())) ids.add(steps[2]);
    }
    return List.copyOf(ids);
  }
}
