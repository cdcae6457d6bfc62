package nuanbao.engine.json;

import java.util.Set;
import nuanbao.engine.form.FormId;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;

/** The forms of a campaign by name; a form whose file could not be read is there all the same. */
record FormNames(Set<String> names, Problems problems) {

  /** The form that is named; told if there is none. */
  FormId named(Located name) {
    if (!names.contains(name.text())) {
      problems.add(name.problem(ProblemCode.UNKNOWN_FORM, name.text(), String.join("、", names)));
    }
    return new FormId(name.text());
  }
}
