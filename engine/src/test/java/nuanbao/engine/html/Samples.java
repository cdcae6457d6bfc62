package nuanbao.engine.html;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.Applicability;
import nuanbao.engine.form.Beyond;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnGroup;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormNames;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.FormView;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.OverTime;
import nuanbao.engine.form.Part;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.form.Rows;
import nuanbao.engine.form.Stub;
import nuanbao.engine.form.Totals;
import nuanbao.engine.form.Wording;
import nuanbao.engine.form.WordsFormat;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.formula.FormulaParser;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.timeline.SubmissionWindow;
import nuanbao.engine.unit.Level;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import nuanbao.engine.unit.UnitSelector;
import nuanbao.engine.unit.UnitTree;
import nuanbao.engine.unit.Validity;

/** Invented forms, and what was written in them. */
final class Samples {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final FieldType PEOPLE = number(0);
  static final FieldType MONEY = number(6);
  static final FieldType TEXT = words(200);
  static final FieldType LONG_TEXT = words(20000);

  private Samples() {}

  static FieldType number(int decimals) {
    return new FieldType.Number(
        Optional.of(BigDecimal.ZERO),
        Optional.of(new BigDecimal("9999999999")),
        decimals,
        Optional.empty());
  }

  static FieldType words(int most) {
    return new FieldType.Words(1, most, Optional.empty(), WordsFormat.NONE, 1);
  }

  /** A column as a form file says it; with columns below it, a group. */
  record Ask(
      String key,
      String title,
      FieldType type,
      String unit,
      boolean required,
      String formula,
      List<Ask> below) {

    static Ask group(String key, String title, Ask... below) {
      return new Ask(key, title, TEXT, "", true, "", List.of(below));
    }

    static Ask of(String key, String title, FieldType type) {
      return new Ask(key, title, type, "", true, "", List.of());
    }

    static Ask people(String key, String title) {
      return of(key, title, PEOPLE).in("人");
    }

    Ask in(String unit) {
      return new Ask(key, title, type, unit, required, formula, below);
    }

    Ask optional() {
      return new Ask(key, title, type, unit, false, formula, below);
    }

    Ask computed(String formula) {
      return new Ask(key, title, type, unit, required, formula, below);
    }
  }

  /** A form in the making; without a stub title, one record. */
  static final class Sheet {
    private final String id;
    private final Form.Heading heading;
    private List<Ask> cover = List.of();
    private List<Ask> columns = List.of();
    private List<String> notes = List.of();
    private String stub = "";
    private final List<FormRow> rows = new ArrayList<>();
    private final Map<ColumnPath, Value> coverCells = new HashMap<>();
    private final Map<RowKey, Map<ColumnPath, Value>> cells = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<Round.Move> moved = Optional.empty();

    Sheet(String id, String title, String attachment, String measuredIn) {
      this.id = id;
      this.heading = new Form.Heading(title, present(attachment), present(measuredIn));
    }

    Sheet cover(Ask... fields) {
      cover = List.of(fields);
      return this;
    }

    Sheet columns(Ask... asked) {
      columns = List.of(asked);
      return this;
    }

    Sheet notes(String... texts) {
      notes = List.of(texts);
      return this;
    }

    Sheet stub(String title) {
      stub = title;
      return this;
    }

    Sheet row(FormRow.Kind kind, String unit, String title, int depth) {
      rows.add(FormRow.of(kind, unit(unit, title), title, depth));
      return this;
    }

    Sheet rows(String... titles) {
      for (String title : titles) row(FormRow.Kind.TYPED, title, title, 0);
      return this;
    }

    /** Writes values from the first column on; an empty text leaves a blank. */
    Sheet write(String row, Object... values) {
      Map<ColumnPath, Value> written = new HashMap<>();
      List<Indicator> typed =
          indicators().stream().filter(indicator -> !indicator.isComputed()).toList();
      for (int i = 0; i < values.length; i++) {
        if (!values[i].equals("")) written.put(typed.get(i).path(), valueOf(values[i]));
      }
      cells.put(new RowKey(new UnitId(row)), written);
      return this;
    }

    Sheet writeCover(String key, Object value) {
      coverCells.put(new ColumnPath(key), valueOf(value));
      return this;
    }

    /** A problem of a cell; its text begins with row and column as printed. */
    Sheet problem(ProblemCode code, String row, String path, Object... arguments) {
      CellPosition cell = cell(row, path);
      Object[] all = Stream.concat(Stream.of(cell.toString()), Stream.of(arguments)).toArray();
      problems.add(Problem.of(code, all).in(cell));
      return this;
    }

    Sheet problem(ProblemCode code, Object... arguments) {
      problems.add(Problem.of(code, arguments));
      return this;
    }

    Sheet missingRow(String row) {
      problems.add(Problem.of(ProblemCode.ANSWERS_MISSING_ROW, title(row)).in(cell(row, "")));
      return this;
    }

    Sheet moved(Round.Move move) {
      moved = Optional.of(move);
      return this;
    }

    FormView view() {
      FormId form = new FormId(id);
      Answers answers = new Answers(form, coverCells, cells, Map.of());
      Unit reporter = unit("r1", "东山镇");
      UnitTree tree = new UnitTree.Builder().begin(reporter).end().build();
      Optional<Round> round = Optional.of(round());
      return FormView.of(
          new nuanbao.engine.form.Sheet(
              form(), reporter, tree, rows, answers, round, Beyond.NOTHING),
          reporter,
          round(),
          List.of(),
          Wording.of(Map.of(), round, Optional.of(reporter)),
          new FormView.Written(answers, Map.of()),
          problems);
    }

    private Form form() {
      Rows source =
          stub.isEmpty()
              ? new Rows.Single(UnitSelector.NONE)
              : new Rows.OfUnits(List.of(Stub.name(stub)), UnitSelector.NONE, UnitSelector.NONE);
      return new Form(
          new FormId(id),
          heading,
          made(cover),
          source,
          made(columns),
          List.of(),
          notes,
          Totals.FIRST);
    }

    private Round round() {
      LocalDate due = moved.map(Round.Move::to).orElse(LocalDate.of(2031, 1, 9));
      return new Round(
          new RoundId(LocalDate.of(2031, 1, 9)),
          3,
          Optional.empty(),
          LocalDate.of(2031, 1, 3),
          LocalDate.of(2031, 1, 9),
          due,
          new SubmissionWindow(
              LocalDate.of(2031, 1, 3).atStartOfDay(ZONE).toInstant(),
              due.atTime(18, 0).atZone(ZONE).toInstant(),
              due.plusDays(30).atStartOfDay(ZONE).toInstant()),
          Map.of(),
          moved);
    }

    private CellPosition cell(String row, String path) {
      String title =
          row.isEmpty()
              ? String.join(".", existing(Column.indicatorsOf(made(cover)), path).titles())
              : path.isEmpty() ? "" : existing(indicators(), path).fullTitle();
      return new CellPosition(id, row, row.isEmpty() ? "" : title(row), path, title);
    }

    private static Indicator existing(List<Indicator> among, String path) {
      return among.stream().filter(i -> i.path().value().equals(path)).findFirst().orElseThrow();
    }

    private String title(String row) {
      return rows.stream()
          .filter(r -> r.isTyped() && r.key().toString().equals(row))
          .findFirst()
          .orElseThrow()
          .title();
    }

    private List<Indicator> indicators() {
      return Column.indicatorsOf(made(columns));
    }

    private static Optional<String> present(String text) {
      return Optional.of(text).filter(t -> !t.isEmpty());
    }
  }

  private static Value valueOf(Object written) {
    return written instanceof String text
        ? Value.of(text)
        : Value.of(new BigDecimal(written.toString()));
  }

  private static Unit unit(String id, String name) {
    return new Unit(
        new UnitId(id),
        Optional.empty(),
        name,
        name,
        Optional.empty(),
        new Level("unit", "单位", 0),
        Optional.empty(),
        List.of(),
        Set.of(),
        Validity.ALWAYS);
  }

  private static List<Column> made(List<Ask> asked) {
    List<Column> typed = made(asked, List.of(), List.of(), Optional.empty());
    FormNames names = new FormNames(typed, List.of(), List.of());
    return made(asked, List.of(), List.of(), Optional.of(names));
  }

  private static List<Column> made(
      List<Ask> asked, List<String> keys, List<String> titles, Optional<FormNames> names) {
    List<Column> columns = new ArrayList<>();
    for (Ask ask : asked) {
      List<String> path = and(keys, ask.key());
      List<String> heads = and(titles, ask.title());
      if (ask.below().isEmpty()) {
        columns.add(
            new Indicator(
                ColumnPath.of(path),
                heads,
                Optional.empty(),
                Part.PART,
                ask.type(),
                Optional.of(ask.unit()).filter(unit -> !unit.isEmpty()),
                ask.type() instanceof FieldType.Number number ? Math.min(2, number.decimals()) : 0,
                ask.required(),
                RollupRule.NONE,
                OverTime.NONE,
                Optional.empty(),
                Optional.empty(),
                names.flatMap(known -> formula(ask.formula(), known)),
                Applicability.ALWAYS));
      } else {
        List<Column> below = made(ask.below(), path, heads, names);
        columns.add(
            new ColumnGroup(ask.key(), ask.title(), Optional.empty(), Optional.empty(), below));
      }
    }
    return columns;
  }

  private static Optional<Formula> formula(String text, FormNames names) {
    if (text.isEmpty()) return Optional.empty();
    return new FormulaParser(names).parseValue(text).formula();
  }

  private static List<String> and(List<String> list, String last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }

  /** A table of visits with a head of three levels, and three problems. */
  static FormView visits() {
    Sheet sheet =
        new Sheet("visits", "东山区走访慰问服务统计表", "附件2", "")
            .cover(Ask.of("reporter", "填报人", words(50)), Ask.of("phone", "填报人手机", words(11)))
            .columns(
                Ask.group(
                    "workers",
                    "农民工总人数",
                    Ask.people("outside", "省外务工"),
                    Ask.people("inside", "省内务工")),
                Ask.people("returned", "返乡农民工人数"),
                Ask.group(
                    "visited",
                    "走访慰问人数",
                    Ask.people("returned", "返乡农民工"),
                    Ask.people("away", "未返乡农民工")),
                Ask.of("manner", "走访慰问形式", TEXT).optional(),
                Ask.group(
                    "spent",
                    "慰问金额（万元）",
                    Ask.group(
                        "goods",
                        "慰问品",
                        Ask.of("what", "具体物资", TEXT).optional(),
                        Ask.of("value", "价值金额", MONEY).in("万元")),
                    Ask.of("cash", "慰问金", MONEY).in("万元")))
            .stub("地域")
            .notes("慰问品栏填具体物资、价值金额。表格未尽事宜，可在周报中报告。")
            .row(FormRow.Kind.TOTAL, "own", "荣山镇", 0)
            .row(FormRow.Kind.OWN, "own", "荣山镇本级", 1);
    String[] villages = {
      "泉坝村", "中口村", "小口村", "二郎村", "花园村", "高坡村", "宝珠村", "石家沟村", "岩窝村", "新华村", "和平村", "高坑社区"
    };
    for (String village : villages) sheet.row(FormRow.Kind.TYPED, village, village, 1);
    sheet.write("own", 12, 30, 8, 6, 0, "集中慰问", "大米、食用油", "0.36", "0.2");
    for (int i = 0; i < 9; i++) {
      sheet.write(
          villages[i],
          112 + 17 * i,
          48 + 5 * i,
          96 + i,
          40 + i,
          3,
          i % 3 == 0 ? "入户走访" : i % 3 == 1 ? "电话、微信视频" : "",
          i % 2 == 0 ? "春联、棉被、食用油" : "慰问信",
          "0.128" + i,
          "0.5");
    }
    sheet.write("泉坝村", 112, 48, 170, 40, 3, "入户走访", "春联、棉被、食用油", "0.1285", "0.5");
    return sheet
        .writeCover("reporter", "王 敏")
        .problem(ProblemCode.ANSWERS_FORMAT, "", "phone", "1390812")
        .problem(
            ProblemCode.CHECK_FAILED, "泉坝村", "returned", "返乡人数不能多于总人数", "170 ≤ 112 + 48 不成立", "a")
        .problem(
            ProblemCode.CHECK_NEEDS_EXPLANATION,
            "小口村",
            "visited.returned",
            "走访的返乡农民工多于返乡农民工人数，请说明（如本周重复走访）",
            "142 ≤ 98 不成立",
            "visited-at-most-returned")
        .problem(ProblemCode.CHECK_REMARK, "花园村", "manner", "有走访人数而没有写形式", "", "b")
        .problem(ProblemCode.HOLIDAYS_UNKNOWN, "2031")
        .missingRow("和平村")
        .moved(new Round.Move(LocalDate.of(2031, 1, 9), LocalDate.of(2031, 1, 13), "春节"))
        .view();
  }

  /** A record sheet with groups in a group. */
  static FormView monthly() {
    return new Sheet("monthly", "新春返岗服务月报表", "", "")
        .cover(Ask.of("reporter", "填报人", words(50)), Ask.of("phone", "联系电话", words(11)))
        .columns(
            Ask.group(
                "trips",
                "点对点返岗",
                Ask.group(
                    "bus",
                    "专车",
                    Ask.of("runs", "趟数", PEOPLE).in("次"),
                    Ask.of("riders", "乘车", PEOPLE).in("人次")),
                Ask.group(
                    "train",
                    "专列",
                    Ask.of("runs", "列数", PEOPLE).in("次"),
                    Ask.of("riders", "乘车", PEOPLE).in("人次")),
                Ask.of("riders", "返岗合计", PEOPLE).in("人次").computed("专车.乘车 + 专列.乘车")),
            Ask.of("fairs", "招聘会场次", PEOPLE).in("场"),
            Ask.people("seekers", "进场求职人数"),
            Ask.people("agreed", "达成意向人数"),
            Ask.of("rate", "意向达成率", number(2)).in("%").computed("达成意向人数 ÷ 进场求职人数 × 100"),
            Ask.of("practice", "特色做法", LONG_TEXT).optional())
        .rows("东山镇")
        .write("东山镇", 12, 480, 2, 1200, 6, 900, 950, "一、组织专车。\n二、送岗到村，重点服务返乡人员。")
        .problem(
            ProblemCode.CHECK_FAILED, "东山镇", "agreed", "达成意向的人数不能多于进场求职的人数", "950 ≤ 900 不成立", "a")
        .problem(ProblemCode.CHECK_REMARK, "东山镇", "trips.bus.riders", "比上期多一倍", "480 > 240", "b")
        .notes("意向达成率由系统计算，不用填。", "特色做法写清做法、成效，不写姓名。")
        .view();
  }

  /** A small table with every kind of column, a sum and a warning. */
  static FormView small() {
    return new Sheet("small", "培训情况表", "附件1", "人")
        .cover(Ask.of("reporter", "填报人", words(50)))
        .columns(
            Ask.group("people", "人数", Ask.people("all", "合计"), Ask.people("women", "其中女")),
            Ask.of("share", "女性占比", number(2)).in("%").computed("其中女 ÷ 合计 × 100"),
            Ask.of("what", "内容", TEXT).optional())
        .stub("村")
        .notes("没有培训的村填 0。")
        .row(FormRow.Kind.TOTAL, "town", "东山镇", 0)
        .row(FormRow.Kind.OWN, "town", "东山镇本级", 1)
        .row(FormRow.Kind.TYPED, "west", "西村", 1)
        .write("town", 3, 1, "电工")
        .write("west", 20)
        .problem(ProblemCode.ANSWERS_MISSING_CELL, "west", "people.women")
        .view();
  }
}
