package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.form.CellReference;
import nuanbao.engine.form.CellReference.Place;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Item;
import nuanbao.engine.formula.Beside;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;

/** The computed cells of all forms of a campaign: finds those that need themselves. */
final class ComputedCells {
  private final Map<Cell, Formula> formulas = new LinkedHashMap<>();
  private final Map<Cell, Located> places = new HashMap<>();
  private final Map<FormId, List<Item>> items = new HashMap<>();

  /** A cell of a form, for every unit the same; without a row where the form names none. */
  private record Cell(FormId form, String row, ColumnPath column) {
    String shown(boolean withForm) {
      String inForm = row.isEmpty() ? column.value() : row + "." + column;
      return withForm ? "表[" + form + "]." + inForm : inForm;
    }
  }

  /**
   * Adds those of a form.
   *
   * @param written where each is written: {@code row/column}, or {@code /column} for every row
   */
  void add(FormId form, List<Indicator> columns, List<Item> rows, Map<String, Located> written) {
    items.put(form, rows);
    if (rows.isEmpty()) {
      for (Indicator column : columns) add(form, "", column, written);
    }
    for (Item row : rows) {
      row.cells().values().forEach(cell -> add(form, row.key(), cell, written));
    }
  }

  private void add(FormId form, String row, Indicator cell, Map<String, Located> written) {
    if (cell.formula().isEmpty()) return;
    Cell name = new Cell(form, row, cell.path());
    formulas.put(name, cell.formula().get());
    Located place = written.getOrDefault(row + "/" + cell.path(), written.get("/" + cell.path()));
    if (place != null) places.put(name, place);
  }

  /** Tells of circles, each at one of its cells. */
  void checkCycles(Problems problems) {
    Set<Cell> done = new HashSet<>();
    Set<Located> told = new HashSet<>();
    for (Cell start : formulas.keySet()) {
      List<Cell> cycle = cycleFrom(start, new ArrayList<>(), done);
      Located place = places.get(start);
      if (cycle.isEmpty() || place == null || !told.add(place)) continue;
      boolean leavesForm = cycle.stream().map(Cell::form).distinct().count() > 1;
      List<String> shown = cycle.stream().map(cell -> cell.shown(leavesForm)).toList();
      problems.add(place.problem(ProblemCode.FORMULA_CYCLE, String.join(" → ", shown)));
    }
  }

  /** The cells of a circle, its first one again at the end; empty if there is none. */
  private List<Cell> cycleFrom(Cell at, List<Cell> trail, Set<Cell> done) {
    int before = trail.indexOf(at);
    if (before >= 0) {
      List<Cell> cycle = new ArrayList<>(trail.subList(before, trail.size()));
      cycle.add(at);
      return cycle;
    }
    Formula formula = formulas.get(at);
    if (formula == null || done.contains(at)) return List.of();
    trail.add(at);
    for (Cell next : needed(formula, at)) {
      List<Cell> cycle = cycleFrom(next, trail, done);
      if (!cycle.isEmpty()) {
        done.addAll(cycle);
        return cycle;
      }
    }
    trail.remove(trail.size() - 1);
    done.add(at);
    return List.of();
  }

  private List<Cell> needed(Formula formula, Cell at) {
    List<Cell> needed = new ArrayList<>();
    for (var reference : formula.currentReferences()) {
      addNeeded((CellReference) reference, at, needed);
    }
    for (Beside condition : formula.beside()) addNeeded(condition, at, needed);
    return needed;
  }

  /** What is looked for beside each of several rows, is needed in every row. */
  private void addNeeded(Beside condition, Cell at, List<Cell> needed) {
    CellReference many = (CellReference) condition.many();
    FormId form = many.place() == Place.FORM ? new FormId(many.index()) : at.form;
    Cell there = new Cell(form, at.row, at.column);
    for (var reference : condition.named()) {
      CellReference named = (CellReference) reference;
      if (named.place() == Place.ROW && named.column().isPresent()) {
        addEveryRow(there, named.column().get(), needed);
      } else {
        addNeeded(named, there, needed);
      }
    }
  }

  private void addEveryRow(Cell at, ColumnPath column, List<Cell> needed) {
    List<Item> rows = items.getOrDefault(at.form, List.of());
    if (rows.isEmpty()) needed.add(new Cell(at.form, "", column));
    for (Item row : rows) needed.add(new Cell(at.form, row.key(), column));
  }

  private void addNeeded(CellReference cell, Cell at, List<Cell> needed) {
    ColumnPath column = cell.column().orElse(at.column);
    List<Item> rows = items.getOrDefault(at.form, List.of());
    switch (cell.place()) {
      case ROW, RECORDS -> needed.add(new Cell(at.form, rows.isEmpty() ? "" : at.row, column));
      case ITEM -> needed.add(new Cell(at.form, cell.index(), column));
      case SUBROWS -> addParts(Optional.of(at.row), at, column, needed);
      case SIBLINGS -> {
        Optional<String> above =
            rows.stream().filter(one -> one.key().equals(at.row)).findFirst().flatMap(Item::above);
        addParts(above, at, column, needed);
        needed.remove(new Cell(at.form, at.row, column));
      }
      case EVERY_ROW, TOTAL_ROW -> {
        if (cell.column().isEmpty()) return; // the rows are counted, whatever is in them
        addEveryRow(at, column, needed);
      }
      case FORM -> {
        Cell there = new Cell(new FormId(cell.index()), at.row, at.column);
        addNeeded(cell.there().orElseThrow(), there, needed);
      }
      case UNIT, PARENT, SUBUNITS -> addNeeded(cell.there().orElseThrow(), at, needed);
      case COVER, RECORD, ATTRIBUTE -> {}
    }
  }

  private void addParts(Optional<String> above, Cell at, ColumnPath column, List<Cell> needed) {
    for (Item row : items.getOrDefault(at.form, List.of())) {
      if (row.isPartOf(above)) needed.add(new Cell(at.form, row.key(), column));
    }
  }
}
