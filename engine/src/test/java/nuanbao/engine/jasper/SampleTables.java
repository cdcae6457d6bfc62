package nuanbao.engine.jasper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.form.HeaderGrid;
import nuanbao.engine.report.Cell;
import nuanbao.engine.report.PageLayout;
import nuanbao.engine.report.PageLayout.Orientation;
import nuanbao.engine.report.Report;
import nuanbao.engine.report.ReportWriter;
import nuanbao.engine.report.Table;
import nuanbao.engine.report.Table.Labelled;
import nuanbao.engine.report.TableColumn;
import nuanbao.engine.report.TableColumn.Kind;
import nuanbao.engine.report.TableRow;
import nuanbao.engine.report.TableRow.Role;

/**
 * Tables to print: a real form of a notice, and a plain one that a test fills with what it needs.
 */
final class SampleTables {

  private SampleTables() {}

  /** 附件2 of the notice of 利州 with a number of village rows. */
  static Table visits(int villages) {
    HeaderGrid header =
        new HeaderGrid(
            9,
            2,
            List.of(
                new HeaderGrid.Cell("地域", 0, 0, 1, 2),
                new HeaderGrid.Cell("农民工总人数", 1, 0, 2, 1),
                new HeaderGrid.Cell("返乡农民工人数", 3, 0, 1, 2),
                new HeaderGrid.Cell("走访慰问人数", 4, 0, 2, 1),
                new HeaderGrid.Cell("走访慰问形式", 6, 0, 1, 2),
                new HeaderGrid.Cell("慰问金额（万元）", 7, 0, 2, 1),
                new HeaderGrid.Cell("省外务工", 1, 1, 1, 1),
                new HeaderGrid.Cell("省内务工", 2, 1, 1, 1),
                new HeaderGrid.Cell("返乡农民工", 4, 1, 1, 1),
                new HeaderGrid.Cell("未返乡农民工", 5, 1, 1, 1),
                new HeaderGrid.Cell("慰问品", 7, 1, 1, 1),
                new HeaderGrid.Cell("慰问金", 8, 1, 1, 1)));
    List<TableRow> rows = new ArrayList<>();
    rows.add(visit(Role.TOTAL, 0, "全区", "19000", "23.91084"));
    rows.add(visit(Role.DETAIL, 1, "区本级", "0", "1.5"));
    rows.add(visit(Role.SUBTOTAL, 1, "东坝街道", "1900", "22.41084"));
    for (int village = 1; village <= villages; village++) {
      rows.add(visit(Role.DETAIL, 2, "泉坝村" + village, "" + village, "0.125"));
    }
    return new Table(
        Optional.of("附件2"),
        "广元市利州区走访慰问服务统计表",
        List.of(
            new Labelled("填报单位", "东坝街道办事处"), new Labelled("填报人", ""), new Labelled("填报人手机", "")),
        Optional.of("人、万元"),
        header,
        columns(
            Kind.STUB,
            Kind.NUMBER,
            Kind.NUMBER,
            Kind.NUMBER,
            Kind.NUMBER,
            Kind.NUMBER,
            Kind.TEXT,
            Kind.TEXT,
            Kind.NUMBER),
        rows,
        List.of("备注：慰问品栏填具体物资、价值金额。", "表格未尽事宜，可在周报中报告。"));
  }

  private static TableRow visit(Role role, int depth, String name, String people, String money) {
    return new TableRow(
        role,
        depth,
        List.of(
            words(name),
            number(people, 0),
            number("12", 0),
            number("7", 0),
            new Cell.Blank(),
            number("3", 0),
            words("发放慰问信、入户走访、开展慰问演出与政策宣讲"),
            words("大米、食用油，1.25"),
            number(money, 2)));
  }

  /** Two columns, 名称 and 内容, and a row for each content. */
  static Table contents(String title, Cell... contents) {
    List<TableRow> rows = new ArrayList<>();
    for (Cell content : contents) {
      rows.add(new TableRow(Role.DETAIL, 0, List.of(words("甲村"), content)));
    }
    return new Table(
        Optional.empty(),
        title,
        List.of(),
        Optional.empty(),
        new HeaderGrid(
            2,
            1,
            List.of(new HeaderGrid.Cell("名称", 0, 0, 1, 1), new HeaderGrid.Cell("内容", 1, 0, 1, 1))),
        columns(Kind.STUB, Kind.TEXT),
        rows,
        List.of());
  }

  static Report report(Table... tables) {
    return new Report("走访慰问周报", new PageLayout(Orientation.FIT), List.of(tables));
  }

  static byte[] written(ReportWriter writer, Table... tables) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(report(tables), out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  static Cell words(String text) {
    return new Cell.Words(text);
  }

  static Cell number(String value, int decimals) {
    return new Cell.Number(new BigDecimal(value), decimals);
  }

  private static List<TableColumn> columns(Kind... kinds) {
    return List.of(kinds).stream().map(TableColumn::new).toList();
  }
}
