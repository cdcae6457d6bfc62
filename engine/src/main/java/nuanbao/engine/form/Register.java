package nuanbao.engine.form;

import java.util.List;
import java.util.Optional;

/**
 * What makes entries a ledger that outlives a round (工作台账, 不解决不销账): a case has an id, a state and
 * dated changes; what is sent for a round is what changed. Cases at the beginning + new − closed =
 * cases at the end is computed, never typed.
 *
 * @param states in the order in which a case goes through them
 * @param state the column that holds the state after the change
 * @param changed the column that holds the day of the change
 * @param due the column that holds the day by which a case is to be closed, if there is one
 */
public record Register(
    List<State> states, ColumnPath state, ColumnPath changed, Optional<ColumnPath> due) {

  /**
   * A state of a case.
   *
   * @param isClosed whether a case in it is off the ledger (销账)
   */
  public record State(String key, String title, boolean isClosed) {}

  public Register {
    states = List.copyOf(states);
  }

  /** Whether a state takes a case off the ledger. */
  public boolean isClosed(String key) {
    return states.stream().anyMatch(state -> state.key().equals(key) && state.isClosed());
  }
}
