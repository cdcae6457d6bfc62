package nuanbao.engine.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nuanbao.engine.campaign.Difference.Change;
import nuanbao.engine.campaign.Difference.Kind;
import nuanbao.engine.problem.Text;

/** The differences of one thing, as they are found. */
record Found(List<Difference> all, Kind kind, String about) {
  private static final Text NONE = new Text("无", "none");

  Found of(Kind other, String key) {
    return new Found(all, other, key);
  }

  /** Without an effect on figures already reported. */
  void add(Change change, Text says) {
    all.add(new Difference(kind, change, about, says, Optional.empty()));
  }

  void add(Change change, Text says, Text effect) {
    all.add(new Difference(kind, change, about, says, Optional.of(effect)));
  }

  void add(Change change, Text says, Optional<Text> effect) {
    all.add(new Difference(kind, change, about, says, effect));
  }

  /** What it is called, if that changed. */
  void renamed(String before, String after) {
    if (!before.equals(after)) add(Change.RENAMED, fromTo(before, after));
  }

  /** One of its words, if that changed. */
  void changed(Text what, Text before, Text after, Optional<Text> effect) {
    if (before.equals(after)) return;
    all.add(new Difference(kind, Change.CHANGED, about, fromTo(what, before, after), effect));
  }

  void changed(Text what, Object before, Object after, Text effect) {
    changed(what, shown(before), shown(after), Optional.of(effect));
  }

  void changed(Text what, Object before, Object after) {
    changed(what, shown(before), shown(after), Optional.empty());
  }

  /** Words of the definition as it writes them, the rest as it reads. */
  private static Text shown(Object value) {
    if (value instanceof Text text) return text;
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? NONE : shown(optional.get());
    }
    if (value instanceof Enum<?> word) {
      return Text.of(word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    if (value instanceof Collection<?> many) {
      return many.isEmpty()
          ? NONE
          : Text.of(many.stream().map(String::valueOf).collect(Collectors.joining("、")));
    }
    return Text.of(value.toString());
  }

  static Text fromTo(String before, String after) {
    return new Text("“" + before + "” → “" + after + "”", "“" + before + "” → “" + after + "”");
  }

  private static Text fromTo(Text what, Text before, Text after) {
    return new Text(
        what.chinese() + "：" + before.chinese() + " → " + after.chinese(),
        what.english() + ": " + before.english() + " → " + after.english());
  }

  /** Goes through what is in either, by key: the earlier ones in their order, then the new ones. */
  static <K, V> void compare(
      Map<K, V> before,
      Map<K, V> after,
      Consumer<V> removed,
      Consumer<V> added,
      BiConsumer<V, V> kept) {
    Set<K> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (K key : keys) {
      V then = before.get(key);
      V now = after.get(key);
      if (then == null) added.accept(now);
      else if (now == null) removed.accept(then);
      else kept.accept(then, now);
    }
  }

  /** Whether those that are in both stand in another order. */
  static boolean isReordered(List<?> before, List<?> after) {
    List<Object> then = new ArrayList<>(before);
    then.retainAll(after);
    List<Object> now = new ArrayList<>(after);
    now.retainAll(before);
    return !then.equals(now);
  }
}
