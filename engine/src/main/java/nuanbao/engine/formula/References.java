package nuanbao.engine.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a formula names, in the order of its text, and the times at which it looks for it. */
final class References {
  private final List<Reference> all = new ArrayList<>();
  private final List<Reference> current = new ArrayList<>();
  private final List<Beside> beside = new ArrayList<>();
  private final Set<Period> periods = EnumSet.noneOf(Period.class);
  private int earlier;

  void add(Reference reference) {
    all.add(reference);
    if (earlier == 0) current.add(reference);
  }

  /** Notes what arguments name that are looked for at another time. */
  void addAt(Period period, List<Expression> arguments) {
    periods.add(period);
    if (period.isEarlier()) earlier++;
    for (Expression argument : arguments) argument.addReferences(this);
    if (period.isEarlier()) earlier--;
  }

  /** Notes what a condition behind 当 names: it is looked for beside each of several. */
  void addBeside(Reference many, Expression condition) {
    References named = new References();
    condition.addReferences(named);
    periods.addAll(named.periods);
    if (earlier == 0) beside.add(new Beside(many, named.current()));
    if (earlier == 0) beside.addAll(named.beside);
  }

  List<Reference> all() {
    return Collections.unmodifiableList(all);
  }

  /** Those that are looked for in the round at hand, be it among others. */
  List<Reference> current() {
    return Collections.unmodifiableList(current);
  }

  List<Beside> beside() {
    return Collections.unmodifiableList(beside);
  }

  Set<Period> periods() {
    return Collections.unmodifiableSet(periods);
  }
}
