package nuanbao.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.Applicability;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.OverTime;
import nuanbao.engine.form.Part;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.form.Rows;
import nuanbao.engine.form.Stub;
import nuanbao.engine.form.Totals;
import nuanbao.engine.formula.Value;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Cycle;
import nuanbao.engine.timeline.Deadline;
import nuanbao.engine.timeline.HolidayRule;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.timeline.Rounds;
import nuanbao.engine.unit.Level;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import nuanbao.engine.unit.UnitSelector;
import nuanbao.engine.unit.UnitTree;
import nuanbao.engine.unit.Validity;

/**
 * A made-up country of the size of the largest real table: 620,000 villages under 62,000 townships,
 * 3,100 counties, 310 cities, 31 provinces and the country, with what the townships reported in one
 * round. Always the same.
 */
final class Country {
  static final RoundId ROUND = new RoundId(LocalDate.of(2022, 1, 4));
  static final int INDICATORS = 8;

  /** How many units each unit of a level holds, from the country down. */
  static final int[] PARTS = {31, 10, 10, 20, 10};

  private static final List<Level> LEVELS =
      List.of(
          new Level("country", "全国", 0),
          new Level("province", "省", 1),
          new Level("city", "市", 2),
          new Level("county", "县", 3),
          new Level("township", "乡", 4),
          new Level("village", "村", 5));

  private static final FormId FORM = new FormId("table");
  private static final DutyId DUTY = new DutyId("weekly");
  private static final int SEED = 20_220_104;
  private static final int PER_CENT = 100;
  private static final int TOWNSHIPS_MISSING = 2;
  private static final int ROWS_MISSING = 1;
  private static final int CELLS_MISSING = 10;
  private static final int LARGEST = 100_000;

  private final UnitTree units;
  private final Form form;
  private final Duty duty = newDuty();
  private final List<Submission> submissions = new ArrayList<>();
  private final int[] above;
  private final long[][] amounts = new long[INDICATORS][];
  private final BitSet[] reported = new BitSet[INDICATORS];

  /** Every figure is a sum. */
  Country() {
    this(List.of(RollupRule.SUM));
  }

  /** The rules of the figures, in turn; averages are weighted by the figure before them. */
  Country(List<RollupRule> rules) {
    this.form = newForm(rules);
    UnitTree.Builder tree = new UnitTree.Builder();
    add(tree, "1", 0);
    this.units = tree.build();
    int size = units.units().size();
    this.above = IntStream.range(0, size).map(units::parentPosition).toArray();
    Arrays.setAll(amounts, i -> new long[size]);
    Arrays.setAll(reported, i -> new BitSet(size));
    Random random = new Random(SEED);
    for (Unit unit : units.units()) {
      if (!unit.level().id().equals("township")) continue;
      if (random.nextInt(PER_CENT) >= TOWNSHIPS_MISSING) submissions.add(submission(unit, random));
    }
  }

  private static void add(UnitTree.Builder tree, String id, int level) {
    tree.begin(
        new Unit(
            new UnitId(id),
            Optional.empty(),
            id,
            id,
            Optional.empty(),
            LEVELS.get(level),
            Optional.empty(),
            List.of(),
            Set.of(),
            Validity.ALWAYS));
    for (int i = 0; level < PARTS.length && i < PARTS[level]; i++) {
      add(tree, id + (char) ('a' + i), level + 1);
    }
    tree.end();
  }

  /** Whole numbers and amounts of up to four decimals, in turn. */
  static int decimals(int indicator) {
    return indicator % 2 == 0 ? 0 : 4;
  }

  private static Form newForm(List<RollupRule> rules) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < INDICATORS; i++) {
      RollupRule rule = rules.get(i % rules.size());
      boolean isWeighted = rule == RollupRule.AVERAGE && i > 0;
      columns.add(
          new Indicator(
              new ColumnPath("figure" + i),
              List.of("指标" + i),
              Optional.empty(),
              Part.PART,
              new FieldType.Number(
                  Optional.empty(), Optional.empty(), decimals(i), Optional.empty()),
              Optional.empty(),
              decimals(i),
              false,
              rule,
              OverTime.FLOW,
              isWeighted ? Optional.of(new ColumnPath("figure" + (i - 1))) : Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Applicability.ALWAYS));
    }
    return new Form(
        FORM,
        new Form.Heading("统计表", Optional.empty(), Optional.empty()),
        List.of(),
        new Rows.OfUnits(List.of(Stub.name("地域")), of("village"), UnitSelector.NONE),
        columns,
        List.of(),
        List.of(),
        Totals.FIRST);
  }

  private static Duty newDuty() {
    LocalDate day = ROUND.day();
    Rounds once =
        new Rounds(
            new Cycle.Once(day),
            day,
            Optional.of(day),
            Deadline.closeOfBusiness(HolidayRule.AS_IS),
            Optional.empty());
    return new Duty(
        DUTY,
        "周报",
        List.of(),
        of("township"),
        List.of(),
        List.of(FORM),
        once,
        Map.of(),
        List.of(),
        false,
        List.of());
  }

  private static UnitSelector of(String level) {
    return new UnitSelector(
        List.of(
            new UnitSelector.Where(
                Optional.of(level),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                UnitSelector.NONE)));
  }

  private Submission submission(Unit township, Random random) {
    Map<RowKey, Map<ColumnPath, Value>> rows = new HashMap<>();
    for (Unit village : units.within(township)) {
      if (village.equals(township) || random.nextInt(PER_CENT) < ROWS_MISSING) continue;
      rows.put(new RowKey(village.id()), row(units.position(village.id()), random));
    }
    return new Submission(
        new SubmissionKey(DUTY, ROUND, township.id()),
        1,
        Optional.empty(),
        Instant.EPOCH,
        false,
        Map.of(FORM, new Answers(FORM, Map.of(), rows, Map.of())));
  }

  private Map<ColumnPath, Value> row(int position, Random random) {
    Map<ColumnPath, Value> row = new HashMap<>();
    for (int i = 0; i < INDICATORS; i++) {
      if (random.nextInt(PER_CENT) < CELLS_MISSING) continue;
      long amount = random.nextInt(LARGEST);
      amounts[i][position] = amount;
      reported[i].set(position);
      Indicator indicator = form.indicators().get(i);
      row.put(indicator.path(), Value.of(BigDecimal.valueOf(amount, decimals(i))));
    }
    return row;
  }

  UnitTree units() {
    return units;
  }

  Form form() {
    return form;
  }

  Duty duty() {
    return duty;
  }

  /** What the townships sent; some sent nothing, and in what was sent rows and cells are blank. */
  List<Submission> submissions() {
    return submissions;
  }

  /** For each unit, in tree order, the position of the one above; −1 for the country. */
  int[] above() {
    return above;
  }

  /** The same figures as plain arrays, by indicator over all units in tree order. */
  long[][] amounts() {
    return amounts;
  }

  /** Which of the amounts were reported; only villages have any. */
  BitSet[] reported() {
    return reported;
  }
}
