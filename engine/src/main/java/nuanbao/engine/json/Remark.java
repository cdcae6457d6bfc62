package nuanbao.engine.json;

import nuanbao.engine.problem.SourcePosition;
import nuanbao.engine.problem.Text;

/** What was done to a definition, or wants a person's look, and where it stands. */
public record Remark(SourcePosition place, Text says) {}
