package nuanbao.engine.campaign;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.campaign.TargetResult.Line;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.CellReference;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.form.Rows;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.formula.Value;
import nuanbao.engine.measure.Achievement;
import nuanbao.engine.measure.Measure;
import nuanbao.engine.measure.Target;
import nuanbao.engine.measure.Verdict;
import nuanbao.engine.measure.Window;
import nuanbao.engine.rollup.Coverage;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;

/** Holds the figures of a campaign against the targets of its measures, on one day. */
public final class TargetRun {
  private static final Coverage NOTHING = new Coverage(0, 0, 0);

  private final Campaign campaign;
  private final CampaignFigures figures;
  private final LocalDate day;

  /**
   * A run.
   *
   * @param day counts the rounds that ended until then, that day included
   */
  public TargetRun(Campaign campaign, CampaignFigures figures, LocalDate day) {
    this.campaign = campaign;
    this.figures = figures;
    this.day = day;
  }

  /** All measures that have a target, in printing order. */
  public List<TargetResult> results() {
    List<TargetResult> results = new ArrayList<>();
    for (Measure measure : campaign.measures().all()) {
      measure.target().ifPresent(target -> results.add(result(measure, target)));
    }
    return results;
  }

  private TargetResult result(Measure measure, Target target) {
    List<Line> lines = new ArrayList<>();
    if (target instanceof Target.Either either) {
      List<Verdict> ways = new ArrayList<>();
      for (Target.Single way : either.ways()) {
        List<Line> own = lines(way);
        ways.add(verdict(own));
        lines.addAll(own);
      }
      return new TargetResult(measure, Achievement.ofEither(ways), lines);
    }
    lines.addAll(lines((Target.Single) target));
    return new TargetResult(measure, verdict(lines), lines);
  }

  /** The whole decides where there is one: whoever missed a share of it is told apart. */
  private static Verdict verdict(List<Line> lines) {
    List<Line> whole = lines.stream().filter(line -> line.unit().isEmpty()).toList();
    List<Line> deciding = whole.isEmpty() ? lines : whole;
    return Achievement.ofAll(deciding.stream().map(Line::achievement).toList());
  }

  private List<Line> lines(Target.Single target) {
    Window days = days(target);
    return target instanceof Target.Amount amount
        ? amounts(amount, days)
        : List.of(everyRow((Target.EveryRow) target, days));
  }

  /** Without a span, the campaign from its first day. */
  private Window days(Target.Single target) {
    return target
        .per()
        .map(span -> span.around(day, campaign.from()).until(day))
        .orElseGet(() -> new Window(first(campaign.from()), day));
  }

  private LocalDate first(LocalDate from) {
    return from.isAfter(day) ? day : from;
  }

  private List<Line> amounts(Target.Amount target, Window days) {
    List<Line> lines = new ArrayList<>();
    Map<UnitId, BigDecimal> numbers = new LinkedHashMap<>();
    if (target.each().isPresent()) {
      for (Unit unit : target.each().get().units().unitsIn(campaign.units())) {
        numbers.put(unit.id(), target.number());
      }
    } else {
      lines.add(line(target, Optional.empty(), target.number(), days));
    }
    numbers.putAll(target.byUnit());
    numbers.forEach(
        (unit, number) ->
            lines.add(line(target, Optional.of(campaign.units().unit(unit)), number, days)));
    return lines;
  }

  private Line line(Target.Amount target, Optional<Unit> unit, BigDecimal number, Window days) {
    if (target.figure().isEmpty()) {
      Achievement none = Achievement.withoutFigure(target.comparison(), number);
      return new Line(target, unit, days, none, NOTHING, List.of());
    }
    Formula figure = target.figure().get();
    Coverage coverage = NOTHING;
    List<Value> values = new ArrayList<>();
    for (Unit one : unit.map(List::of).orElseGet(() -> campaign.units().roots())) {
      values.add(figure.evaluate(figures.within(days, one, day)));
      coverage = sum(coverage, coverage(figure, one, days));
    }
    boolean isComplete = coverage.received() == coverage.expected();
    Achievement achievement =
        Achievement.of(target.comparison(), number, together(values), isComplete);
    return new Line(target, unit, days, achievement, coverage, List.of());
  }

  /** Of several topmost units; blanks count nothing, and nothing but blanks is blank. */
  private static Value together(List<Value> values) {
    Value sum = Value.BLANK;
    for (Value one : values) {
      if (one instanceof Value.Failed) return one;
      if (sum instanceof Value.Number first && one instanceof Value.Number second) {
        sum = Value.of(first.amount().add(second.amount()));
      } else if (!(sum instanceof Value.Number) && !(one instanceof Value.Blank)) {
        sum = one;
      }
    }
    return sum;
  }

  /** A form counts once, however often the formula names it; of a ledger each task by itself. */
  private Coverage coverage(Formula figure, Unit unit, Window days) {
    Set<Source> sources = new LinkedHashSet<>();
    for (var reference : figure.references()) {
      CellReference cell = (CellReference) reference;
      if (cell.place() != CellReference.Place.FORM) continue;
      FormId form = new FormId(cell.index());
      Optional<String> task =
          cell.there()
              .filter(there -> there.place() == CellReference.Place.ITEM && !there.isMany())
              .map(CellReference::index)
              .filter(item -> campaign.form(form).rows() instanceof Rows.OfMeasures);
      sources.add(new Source(form, task));
    }
    Coverage all = NOTHING;
    for (Source source : sources) all = sum(all, coverage(source, unit, days));
    return all;
  }

  /**
   * A form that a figure comes from.
   *
   * @param task of a ledger; empty for a form that is none
   */
  private record Source(FormId form, Optional<String> task) {}

  private Coverage coverage(Source source, Unit unit, Window days) {
    Optional<Figures> found = figures.within(days, source.form, unit);
    if (found.isEmpty()) return NOTHING;
    if (source.task.isEmpty()) {
      return found.get().findRow(unit.id()).map(found.get()::coverage).orElse(NOTHING);
    }
    Rows.OfMeasures ledger = (Rows.OfMeasures) found.get().form().rows();
    Coverage all = NOTHING;
    List<FormRow> rows = found.get().rows();
    for (int row = 0; row < rows.size(); row++) {
      Unit reporter = rows.get(row).unit();
      if (rows.get(row).isTyped()
          && campaign.units().isWithin(reporter, unit)
          && ledger.isCounted(reporter, source.task.get(), campaign.units())) {
        all = sum(all, found.get().coverage(row));
      }
    }
    return all;
  }

  private static Coverage sum(Coverage one, Coverage other) {
    return new Coverage(
        one.expected() + other.expected(),
        one.received() + other.received(),
        one.blankRows() + other.blankRows());
  }

  /**
   * A row that several duties ask for is there once one of them has it. 不适用 is an answer; where a
   * number is wanted, it says that there is nothing to cover.
   */
  private Line everyRow(Target.EveryRow target, Window days) {
    FormId form = new FormId(target.form());
    Map<RowKey, String> expected = new LinkedHashMap<>();
    Set<RowKey> covered = new HashSet<>();
    Coverage coverage = NOTHING;
    Set<RowKey> apart = new HashSet<>();
    for (Duty duty : campaign.dutiesOf(form)) {
      apart.addAll(figures.notApplicable(days, form, duty, target.column().map(ColumnPath::new)));
      Figures found = figures.within(days, form, duty);
      for (int row = 0; row < found.rows().size(); row++) {
        FormRow one = found.rows().get(row);
        if (one.depth() == 0) coverage = sum(coverage, found.coverage(row));
        if (one.isTyped()) lookAt(found, row, target, expected, covered);
      }
    }
    apart.removeAll(covered);
    if (target.column().isPresent()) expected.keySet().removeAll(apart);
    else covered.addAll(apart);
    List<String> missing = new ArrayList<>();
    expected.forEach(
        (key, title) -> {
          if (!covered.contains(key)) missing.add(title);
        });
    Achievement achievement = Achievement.ofRows(expected.size() - missing.size(), expected.size());
    return new Line(target, Optional.empty(), days, achievement, coverage, missing);
  }

  /** What does not apply to a row is not expected of it. */
  private void lookAt(
      Figures found,
      int row,
      Target.EveryRow target,
      Map<RowKey, String> expected,
      Set<RowKey> covered) {
    Unit unit = found.rows().get(row).unit();
    Map<RowKey, List<Value>> values = new LinkedHashMap<>();
    Map<RowKey, String> titles = new LinkedHashMap<>();
    for (Figures.Figure figure : found.of(row)) {
      Indicator cell = figure.indicator();
      boolean isNamed = target.column().map(cell.path().value()::equals).orElse(!cell.isComputed());
      if (!isNamed || !isAskedOf(unit, found, figure)) continue;
      RowKey key =
          figure
              .item()
              .map(item -> new RowKey(unit.id(), item.key()))
              .orElse(new RowKey(unit.id()));
      String rowTitle = found.rows().get(row).title();
      titles.put(key, figure.item().map(item -> rowTitle + " " + item.label()).orElse(rowTitle));
      values.computeIfAbsent(key, any -> new ArrayList<>()).add(figure.value());
    }
    values.forEach(
        (key, all) -> {
          expected.put(key, titles.getOrDefault(key, ""));
          boolean isThere =
              all.stream()
                  .anyMatch(
                      value -> target.column().isPresent() ? isDone(value) : isAnswered(value));
          if (isThere) covered.add(key);
        });
  }

  private boolean isAskedOf(Unit unit, Figures found, Figures.Figure figure) {
    boolean applies =
        figure
            .indicator()
            .applicability()
            .appliesTo()
            .map(some -> some.selects(unit, campaign.units()))
            .orElse(true);
    boolean isTask =
        figure.item().isEmpty()
            || !(found.form().rows() instanceof Rows.OfMeasures measures)
            || measures.isCounted(unit, figure.item().get().key(), campaign.units());
    return applies && isTask;
  }

  private static boolean isAnswered(Value value) {
    return !(value instanceof Value.Blank);
  }

  /** A number above 0; anything else that was answered. */
  private static boolean isDone(Value value) {
    return value instanceof Value.Number number ? number.amount().signum() > 0 : isAnswered(value);
  }
}
