package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nuanbao.engine.measure.Party;
import nuanbao.engine.measure.Responsibility;
import nuanbao.engine.measure.Responsibility.Role;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.unit.UnitSelector.Term;
import org.jspecify.annotations.Nullable;

/**
 * Reads who is responsible as notices print it: {@code 〔责任单位：甲局、乙局；丙局，各镇〕}, {@code
 * （牵头单位：甲局，责任单位：各镇）}, with or without brackets. Names may hold the characters that part names: of
 * all names that may stand at a place the longest known one does.
 */
final class ResponsibleReader {
  private static final String OPENING = "〔（([【";
  private static final String CLOSING = "〕）)]】";
  private static final String SEMICOLONS = "；;";
  private static final String PARTING = "、，,。 　\n\t" + SEMICOLONS;
  private static final String COLONS = "：:";

  /** What a notice says of its own notation, where it stands the first time; it names nobody. */
  private static final Pattern REMARK = Pattern.compile("分号前的?[为是]牵头单位|以?下同");

  /** What stands before a list of names. */
  private enum Label {
    LEAD("牵头单位", "牵头部门", "主办单位"),
    RESPONSIBLE("责任单位", "责任部门"),
    ASSIST("配合单位", "配合部门", "协办单位");

    private final List<String> written;

    Label(String... written) {
      this.written = List.of(written);
    }
  }

  /** What {@code ；} between names means in a notice. */
  enum Semicolon {
    /** Who stands before it leads, who stands behind it assists. */
    LEAD_BEFORE,
    /** Nothing: it only parts names. */
    NONE;

    static Semicolon read(String written) {
      return written.equals("lead-before") ? LEAD_BEFORE : NONE;
    }
  }

  private final UnitNames names;
  private final Optional<Semicolon> semicolon;
  private final Problems problems;

  /**
   * A reader of one campaign.
   *
   * @param semicolon as the campaign declares it
   */
  ResponsibleReader(UnitNames names, Optional<Semicolon> semicolon, Problems problems) {
    this.names = names;
    this.semicolon = semicolon;
    this.problems = problems;
  }

  /** A name, and what stood before it. */
  private record Named(Term term, Label label, boolean isBehindSemicolon) {}

  /** What was read so far. */
  private final class Reading {
    private final Located place;
    private final String text;
    private final List<Named> found = new ArrayList<>();
    private Label label = Label.RESPONSIBLE;
    private boolean isBehind;
    private Optional<Integer> undeclared = Optional.empty();
    private int at;
    private boolean isSound = true;

    Reading(Located place) {
      this.place = place;
      this.text = place.text();
    }

    Responsibility read() {
      int semicolonAt = -1;
      while (at < text.length()) {
        if (isAt(PARTING + OPENING + CLOSING, at)) {
          if (isAt(SEMICOLONS, at)) semicolonAt = at;
          at++;
        } else if (readLabel()) {
          semicolonAt = -1;
          isBehind = false;
        } else if (!readRemark()) {
          if (semicolonAt >= 0 && label == Label.RESPONSIBLE) {
            if (undeclared.isEmpty()) undeclared = Optional.of(semicolonAt);
            isBehind = true;
          }
          readName();
        }
      }
      return responsibility();
    }

    private boolean readLabel() {
      for (Label one : Label.values()) {
        for (String written : one.written) {
          int end = at + written.length();
          if (!text.startsWith(written, at) || !isAt(COLONS, end)) continue;
          label = one;
          at = end + 1;
          return true;
        }
      }
      return false;
    }

    private boolean readRemark() {
      Matcher remark = REMARK.matcher(text).region(at, text.length());
      if (!remark.lookingAt()) return false;
      at = remark.end();
      return true;
    }

    private void readName() {
      List<Integer> ends = ends();
      int end =
          ends.stream()
              .filter(one -> names.knows(text.substring(at, one)))
              .max(Comparator.naturalOrder())
              .orElse(ends.get(0));
      Optional<Term> term =
          names.term(text.substring(at, end), place.within(at, end - at), problems);
      term.ifPresent(one -> found.add(new Named(one, label, isBehind)));
      if (term.isEmpty()) isSound = false;
      at = end;
    }

    /** Where a name that begins here may end, nearest first. */
    private List<Integer> ends() {
      List<Integer> ends = new ArrayList<>();
      for (int i = at + 1; i < text.length(); i++) {
        if (isAt(PARTING + OPENING + CLOSING, i)) ends.add(i);
      }
      ends.add(text.length());
      return ends;
    }

    private boolean isAt(String characters, int index) {
      return index < text.length() && characters.indexOf(text.charAt(index)) >= 0;
    }

    private Responsibility responsibility() {
      boolean saysWhoLeads = found.stream().anyMatch(one -> one.label == Label.LEAD);
      if (!saysWhoLeads && semicolon.isEmpty() && undeclared.isPresent()) {
        problems.add(
            Problem.of(ProblemCode.SEMICOLON_UNDECLARED, place.within(undeclared.get(), 1)));
      }
      if (found.isEmpty() && isSound) {
        problems.add(place.problem(ProblemCode.NOBODY_RESPONSIBLE));
      }
      Map<Role, List<Term>> terms = new EnumMap<>(Role.class);
      for (Named one : found) {
        boolean leads =
            switch (one.label) {
              case LEAD -> true;
              case ASSIST -> false;
              case RESPONSIBLE ->
                  !saysWhoLeads
                      && !(one.isBehindSemicolon
                          && semicolon.equals(Optional.of(Semicolon.LEAD_BEFORE)));
            };
        Role role = leads ? Role.LEAD : Role.ASSIST;
        terms.computeIfAbsent(role, any -> new ArrayList<>()).add(one.term);
      }
      return new Responsibility(party(terms.get(Role.LEAD)), party(terms.get(Role.ASSIST)));
    }

    private Party party(@Nullable List<Term> terms) {
      return terms == null ? Party.NONE : names.party(terms);
    }
  }

  /** Who leads and who assists. */
  Responsibility read(Located responsible) {
    return new Reading(responsible).read();
  }
}
