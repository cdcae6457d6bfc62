package nuanbao.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.formula.Formula.Verdict;
import nuanbao.engine.formula.FormulaParser;
import nuanbao.engine.formula.Names;
import nuanbao.engine.formula.Reference;
import nuanbao.engine.formula.Scope;
import nuanbao.engine.formula.Value;
import nuanbao.engine.formula.ValueKind;

/** Our own formulas, run as any program may run them: its own names, its own rows. */
final class EngineRules implements RuleRun {
  private final Formula[] rules;
  private final Row[] rows;

  EngineRules(RuleTable table) {
    FormulaParser parser = new FormulaParser(new ColumnNames());
    rules =
        RuleTable.RULES.stream()
            .map(rule -> parser.parseCondition(rule).formula().orElseThrow())
            .toArray(Formula[]::new);
    rows = table.rows().stream().map(Row::new).toArray(Row[]::new);
  }

  @Override
  public boolean holds(int row, int rule) {
    return rules[rule].test(rows[row]) == Verdict.HOLDS;
  }

  /** Columns from one to another, often the same. */
  private record Columns(String title, int first, int last) implements Reference {
    @Override
    public ValueKind kind() {
      return ValueKind.NUMBER;
    }

    @Override
    public boolean isMany() {
      return first < last;
    }
  }

  private static final class ColumnNames implements Names {
    @Override
    public Resolution resolve(List<Step> path) {
      String name = path.get(0).name();
      int column = RuleTable.COLUMNS.indexOf(name);
      return column < 0 ? new Unknown("") : new Found(new Columns(name, column, column));
    }

    @Override
    public Resolution resolveRange(Reference first, Reference last) {
      return new Found(new Columns("", ((Columns) first).first, ((Columns) last).last));
    }
  }

  private static final class Row implements Scope {
    private final Value[] cells;

    Row(BigDecimal[] cells) {
      this.cells = Arrays.stream(cells).map(Value::of).toArray(Value[]::new);
    }

    @Override
    public Value valueOf(Reference reference) {
      return cells[((Columns) reference).first];
    }

    @Override
    public List<Element> elementsOf(Reference many) {
      Columns columns = (Columns) many;
      List<Element> elements = new ArrayList<>();
      for (int i = columns.first; i <= columns.last; i++) elements.add(new Element(cells[i], this));
      return elements;
    }
  }
}
