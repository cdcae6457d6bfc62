package nuanbao.engine.rollup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.Register;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.form.Rows;
import nuanbao.engine.formula.Value;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.timeline.RoundId;

/**
 * The cases of a register at the end of some rounds, put together from the changes that were sent
 * round by round. Cases at the beginning + new − closed = cases at the end, always: a case that was
 * closed before and is opened again is new, one that is opened and closed in between counts in
 * both.
 */
public final class Cases {
  private final Register register;
  private final Map<RowKey, Case> cases = new LinkedHashMap<>();

  /** A case as it stands. */
  public static final class Case {
    private final RowKey key;
    private final Map<ColumnPath, Value> cells = new HashMap<>();
    private boolean isOpen;
    private boolean wasOpenBefore;
    private boolean wasOpenWithin;

    Case(RowKey key) {
      this.key = key;
    }

    public RowKey key() {
      return key;
    }

    /** Its columns after the latest change. */
    public Map<ColumnPath, Value> cells() {
      return Map.copyOf(cells);
    }

    /** Whether it is still on the ledger. */
    public boolean isOpen() {
      return isOpen;
    }

    /** Whether it was on the ledger when the rounds began. */
    public boolean wasOpenBefore() {
      return wasOpenBefore;
    }

    /** Whether it came onto the ledger within the rounds. */
    public boolean isNew() {
      return !wasOpenBefore && wasOpenWithin;
    }

    /** Whether it went off the ledger within the rounds. */
    public boolean isClosed() {
      return (wasOpenBefore || wasOpenWithin) && !isOpen;
    }
  }

  private Cases(Register register) {
    this.register = register;
  }

  /**
   * Puts the changes together.
   *
   * @param rounds looked at, in order; what was sent for later ones is passed over
   * @param submissions the latest version of each, of all rounds
   */
  public static Cases of(Form form, List<RoundId> rounds, Collection<Submission> submissions) {
    Register register = ((Rows.Entries) form.rows()).register().orElseThrow();
    Cases all = new Cases(register);
    if (rounds.isEmpty()) return all;
    RoundId first = rounds.get(0);
    RoundId last = rounds.get(rounds.size() - 1);
    List<Submission> inOrder = new ArrayList<>(submissions);
    inOrder.sort(Comparator.comparing(submission -> submission.key().round()));
    boolean isWithin = false;
    for (Submission submission : inOrder) {
      RoundId round = submission.key().round();
      if (round.compareTo(last) > 0) continue;
      if (!isWithin && round.compareTo(first) >= 0) {
        isWithin = true;
        all.begin();
      }
      all.take(submission.answers(form.id()).rows(), isWithin);
    }
    if (!isWithin) all.begin();
    return all;
  }

  private void begin() {
    for (Case one : cases.values()) one.wasOpenBefore = one.isOpen;
  }

  private void take(Map<RowKey, Map<ColumnPath, Value>> changes, boolean isWithin) {
    changes.forEach(
        (key, cells) -> {
          Case one = cases.computeIfAbsent(key, Case::new);
          boolean isFirst = one.cells.isEmpty();
          one.cells.clear();
          one.cells.putAll(cells);
          boolean isClosed =
              cells.get(register.state()) instanceof Value.Words state
                  && register.isClosed(state.text());
          // One that is closed with its first change was opened before it.
          if (isWithin && (!isClosed || isFirst)) one.wasOpenWithin = true;
          one.isOpen = !isClosed;
        });
  }

  /** All cases ever, in the order in which they were first reported. */
  public Collection<Case> all() {
    return List.copyOf(cases.values());
  }
}
