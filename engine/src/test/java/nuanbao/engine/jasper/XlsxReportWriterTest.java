package nuanbao.engine.jasper;

import static nuanbao.engine.jasper.SampleTables.contents;
import static nuanbao.engine.jasper.SampleTables.number;
import static nuanbao.engine.jasper.SampleTables.visits;
import static nuanbao.engine.jasper.SampleTables.words;
import static nuanbao.engine.jasper.SampleTables.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import nuanbao.engine.report.Cell;
import nuanbao.engine.report.Table;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class XlsxReportWriterTest {

  private final XlsxReportWriter writer = new XlsxReportWriter();

  @Test
  void merges_the_head_as_printed() {
    Workbook workbook = workbook(visits(2));

    assertThat(workbook.text("A5")).isEqualTo("地域");
    assertThat(workbook.text("E6")).isEqualTo("返乡农民工");
    assertThat(workbook.attributes("mergeCell", "ref"))
        .containsExactlyInAnyOrder(
            "A1:I1", "A2:I2", "A3:D3", "E3:G3", "H3:I3", "A4:I4", "A5:A6", "B5:C5", "D5:D6",
            "E5:F5", "G5:G6", "H5:I5", "A12:I12");
  }

  @Test
  void has_a_row_for_each_row_and_no_other() {
    Workbook workbook = workbook(visits(2));

    assertThat(workbook.attributes("row", "r")).hasSize(12);
    assertThat(workbook.attributes("col", "min")).hasSize(9);
    assertThat(workbook.text("A7")).isEqualTo("全区");
    assertThat(workbook.text("A12")).startsWith("备注：").endsWith("报告。");
  }

  @Test
  void a_figure_is_a_number_exact_in_the_cell_and_shown_rounded() {
    Workbook workbook = workbook(visits(2));

    assertThat(workbook.cell("B7").getAttribute("t")).isEqualTo("n");
    assertThat(workbook.text("B7")).isEqualTo("19000.0");
    assertThat(workbook.format("B7")).isEqualTo("0");
    assertThat(workbook.text("I7")).isEqualTo("23.91084");
    assertThat(workbook.format("I7")).isEqualTo("0.00");
  }

  @Test
  void blank_is_not_zero() {
    Workbook workbook = workbook(visits(2));

    assertThat(workbook.text("E7")).isEmpty();
    assertThat(workbook.text("B8")).isEqualTo("0.0");
  }

  @Test
  void a_name_is_bare_and_set_in_by_its_format() {
    Workbook workbook = workbook(visits(2));

    assertThat(workbook.text("A10")).isEqualTo("泉坝村1");
    assertThat(workbook.format("A10")).isEqualTo("\\　\\　@");
  }

  @Test
  void what_looks_like_a_formula_stays_text() {
    Workbook workbook = workbook(contents("甲", words("=1+1"), words("00123"), words("+8")));

    assertThat(workbook.nodes("f")).isEmpty();
    for (String cell : List.of("B3", "B4", "B5")) {
      assertThat(workbook.cell(cell).getAttribute("t")).isEqualTo("s");
    }
    assertThat(workbook.text("B3")).isEqualTo("=1+1");
  }

  @Test
  void a_figure_longer_than_excel_keeps_stays_text() {
    Workbook workbook =
        workbook(
            contents(
                "甲",
                number("123456789012345678901234567890", 0),
                number("0.3333333333333333333333333333333333", 2)));

    assertThat(workbook.cell("B3").getAttribute("t")).isEqualTo("s");
    assertThat(workbook.text("B3")).isEqualTo("123456789012345678901234567890");
    assertThat(workbook.cell("B4").getAttribute("t")).isEqualTo("n");
  }

  @Test
  void keeps_text_whole_and_leaves_out_only_what_xml_forbids() {
    String text = "逐户登记。".repeat(400);
    Workbook workbook =
        workbook(contents("甲", words(text), words("𠮷🙂\u0001<&>"), new Cell.Failed("除数为零")));

    assertThat(workbook.text("B3")).isEqualTo(text);
    assertThat(workbook.text("B4")).isEqualTo("𠮷🙂〓<&>");
    assertThat(workbook.text("B5")).isEqualTo("!除数为零");
    assertThat(workbook.attributes("row", "ht"))
        .allSatisfy(height -> assertThat(Integer.parseInt(height)).isLessThanOrEqualTo(409));
  }

  @Test
  void is_ready_to_print() {
    Workbook workbook = workbook(visits(60));

    assertThat(workbook.attributes("pane", "ySplit")).containsExactly("6");
    assertThat(workbook.attributes("pageSetup", "orientation")).containsExactly("landscape");
    assertThat(workbook.attributes("pageSetup", "paperSize")).as("A4").containsExactly("9");
    assertThat(workbook.attributes("pageSetup", "fitToHeight")).containsExactly("0");
    assertThat(workbook.attributes("pageSetUpPr", "fitToPage")).containsExactly("1");
    assertThat(workbook.nodes("oddFooter").get(0).getTextContent()).contains("— &P —");
    assertThat(workbook.part("xl/workbook.xml").getElementsByTagName("definedName"))
        .extracting(NodeList::getLength)
        .isEqualTo(1);
    assertThat(workbook.definedNames()).containsExactly("'广元市利州区走访慰问服务统计表'!$5:$6");
  }

  @Test
  void gives_each_table_a_sheet_of_its_own_name_and_orientation() {
    byte[] bytes =
        written(
            writer,
            contents("甲/乙:[统计]*表?", words("一")),
            visits(1),
            contents("甲/乙:[统计]*表?", words("二")),
            contents("很长很长的表名".repeat(8), words("三")));

    Workbook first = new Workbook(bytes, 1);
    assertThat(first.sheetNames())
        .containsExactly(
            "甲 乙  统计  表",
            "广元市利州区走访慰问服务统计表",
            "甲 乙  统计  表 (2)",
            "很长很长的表名".repeat(8).substring(0, 31));
    assertThat(first.attributes("pageSetup", "orientation")).containsExactly("portrait");
    assertThat(new Workbook(bytes, 2).attributes("pageSetup", "orientation"))
        .containsExactly("landscape");
    assertThat(new Workbook(bytes, 3).attributes("pageSetup", "orientation"))
        .containsExactly("portrait");
    assertThat(new Workbook(bytes, 3).text("B3")).isEqualTo("二");
  }

  @Test
  void names_the_document() {
    assertThat(
            workbook(visits(1))
                .part("docProps/core.xml")
                .getElementsByTagName("dc:title")
                .item(0)
                .getTextContent())
        .isEqualTo("走访慰问周报");
  }

  @Test
  void the_same_report_gives_the_same_bytes() {
    assertThat(written(writer, visits(9))).isEqualTo(written(new XlsxReportWriter(), visits(9)));
  }

  private Workbook workbook(Table table) {
    return new Workbook(written(writer, table), 1);
  }

  /** A workbook's parts as XML, looked at through one of its sheets. */
  private static final class Workbook {

    private final Map<String, Document> parts = new HashMap<>();
    private final Document sheet;

    Workbook(byte[] bytes, int sheetNumber) {
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          byte[] xml = zip.readAllBytes();
          parts.put(
              entry.getName(),
              DocumentBuilderFactory.newInstance()
                  .newDocumentBuilder()
                  .parse(new ByteArrayInputStream(xml)));
        }
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      this.sheet = part("xl/worksheets/sheet" + sheetNumber + ".xml");
    }

    Document part(String name) {
      Document part = parts.get(name);
      if (part == null) throw new AssertionError("no part " + name + " among " + parts.keySet());
      return part;
    }

    List<Element> nodes(String name) {
      return elements(sheet, name);
    }

    List<String> attributes(String element, String name) {
      return nodes(element).stream().map(node -> node.getAttribute(name)).toList();
    }

    List<String> sheetNames() {
      return elements(part("xl/workbook.xml"), "sheet").stream()
          .map(element -> element.getAttribute("name"))
          .toList();
    }

    List<String> definedNames() {
      return elements(part("xl/workbook.xml"), "definedName").stream()
          .map(Element::getTextContent)
          .toList();
    }

    Element cell(String reference) {
      return nodes("c").stream()
          .filter(cell -> cell.getAttribute("r").equals(reference))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no cell " + reference));
    }

    String text(String reference) {
      Element cell = cell(reference);
      String value = cell.getTextContent();
      if (value.isEmpty() || !cell.getAttribute("t").equals("s")) return value;
      return elements(part("xl/sharedStrings.xml"), "si")
          .get(Integer.parseInt(value))
          .getTextContent()
          .strip();
    }

    String format(String reference) {
      int style = Integer.parseInt(cell(reference).getAttribute("s"));
      Element styles = elements(part("xl/styles.xml"), "cellXfs").get(0);
      String id =
          ((Element) styles.getElementsByTagName("xf").item(style)).getAttribute("numFmtId");
      return elements(part("xl/styles.xml"), "numFmt").stream()
          .filter(format -> format.getAttribute("numFmtId").equals(id))
          .map(format -> format.getAttribute("formatCode"))
          .findFirst()
          .orElseThrow();
    }

    private static List<Element> elements(Document document, String name) {
      NodeList nodes = document.getElementsByTagName(name);
      List<Element> elements = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        elements.add((Element) nodes.item(i));
      }
      return elements;
    }
  }
}
