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

  List<Reference> all() {
    return Collections.unmodifiableList(all);
  }

  /** Those that are looked for in the round at hand, be it among others. */
  List<Reference> current() {
    return Collections.unmodifiableList(current);
  }

  Set<Period> periods() {
    return Collections.unmodifiableSet(periods);
  }
}
