package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;

/** The types that a {@code $ref} may name: the engine's, the campaign's, and those of one form. */
final class Types {
  private final Map<String, Located> byName = new LinkedHashMap<>();
  private final Set<String> sound = new HashSet<>();
  private final Set<String> unreadable = new HashSet<>();

  /** Types of the engine and of the campaign. */
  Types(Located engine, Optional<Located> campaign, boolean campaignUnreadable) {
    add("nuanbao", engine);
    campaign.ifPresent(types -> add("campaign", types));
    if (campaignUnreadable) unreadable.add("campaign");
  }

  private Types(Types shared, Map<String, Located> own) {
    byName.putAll(shared.byName);
    unreadable.addAll(shared.unreadable);
    sound.addAll(shared.sound);
    own.forEach((name, type) -> byName.put("form:" + name, type));
  }

  private void add(String space, Located types) {
    types.members().forEach((name, type) -> byName.put(space + ":" + name, type));
  }

  /**
   * Tells of types that lead back to themselves, and takes them out: whoever names one finds
   * nothing and says nothing.
   */
  void checkCycles(Problems problems) {
    for (String name : List.copyOf(byName.keySet())) {
      List<String> cycle = cycleFrom(name, new ArrayList<>());
      if (cycle.isEmpty()) continue;
      Located type = byName.get(cycle.get(0));
      if (type != null) {
        problems.add(
            type.problemAtKey(ProblemCode.TYPE_CYCLE, cycle.get(0), String.join(" → ", cycle)));
      }
      cycle.forEach(byName::remove);
      unreadable.addAll(cycle);
    }
  }

  /** The types of a circle, its first one again at the end; empty if there is none. */
  private List<String> cycleFrom(String name, List<String> trail) {
    int before = trail.indexOf(name);
    if (before >= 0) {
      List<String> cycle = new ArrayList<>(trail.subList(before, trail.size()));
      cycle.add(name);
      return cycle;
    }
    Located type = byName.get(name);
    if (type == null || sound.contains(name)) return List.of();
    trail.add(name);
    for (String reference : references(type)) {
      List<String> cycle = cycleFrom(reference, trail);
      if (!cycle.isEmpty()) return cycle;
    }
    trail.remove(trail.size() - 1);
    sound.add(name);
    return List.of();
  }

  private static List<String> references(Located column) {
    List<String> references = new ArrayList<>();
    column.get("$ref").ifPresent(reference -> references.add(reference.text()));
    column.members("properties").values().forEach(child -> references.addAll(references(child)));
    column.get("items").ifPresent(item -> references.addAll(references(item)));
    return references;
  }

  /** These types and those of a form. */
  Types with(Map<String, Located> own) {
    return new Types(this, own);
  }

  Optional<Located> find(String reference) {
    return Optional.ofNullable(byName.get(reference));
  }

  /** Whether a type is there but cannot be read, so that nothing more need be told of it. */
  boolean mayHold(String reference) {
    return unreadable.contains(reference)
        || unreadable.contains(reference.substring(0, reference.indexOf(':')));
  }

  Set<String> names() {
    return byName.keySet();
  }
}
