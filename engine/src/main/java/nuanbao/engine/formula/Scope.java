package nuanbao.engine.formula;

/** The values behind the names of a formula, when it runs. */
@FunctionalInterface
public interface Scope {
  Value valueOf(Reference reference);
}
