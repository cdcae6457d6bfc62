package nuanbao.engine.jasper;

import static nuanbao.engine.jasper.SampleTables.contents;
import static nuanbao.engine.jasper.SampleTables.number;
import static nuanbao.engine.jasper.SampleTables.visits;
import static nuanbao.engine.jasper.SampleTables.words;
import static nuanbao.engine.jasper.SampleTables.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nuanbao.engine.form.HeaderGrid;
import nuanbao.engine.report.Cell;
import nuanbao.engine.report.Table;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PdfReportWriterTest {

  private final PdfReportWriter writer = new PdfReportWriter();

  @Test
  void prints_the_title_block_the_rows_and_the_notes() {
    List<String> pages = pagesOf(written(writer, visits(3)));

    assertThat(pages).hasSize(1);
    assertThat(pages.get(0))
        .contains("附件2", "广元市利州区走访慰问服务统计表", "填报单位：东坝街道办事处", "填报人：", "填报人手机：")
        .contains("计量单位：人、万元", "农民工总人数", "慰问金额（万元）", "大米、食用油，1.25")
        .contains("备注：慰问品栏填具体物资、价值金额。", "表格未尽事宜，可在周报中报告。")
        .as("rounded half-up")
        .contains("23.91", "0.13");
  }

  @Test
  void repeats_the_head_on_every_page_and_the_title_on_none() {
    List<String> pages = pagesOf(written(writer, visits(60)));

    assertThat(pages).hasSizeGreaterThan(2);
    assertThat(pages.get(0)).contains("统计表");
    assertThat(pages.subList(1, pages.size()))
        .allSatisfy(page -> assertThat(page).contains("省外", "慰问品").doesNotContain("统计表"));
  }

  @Test
  void numbers_the_pages_on_over_all_tables() {
    List<String> pages =
        pagesOf(written(writer, visits(20), contents("第二张表", words("甲")), visits(20)));

    for (int page = 1; page <= pages.size(); page++) {
      assertThat(pages.get(page - 1)).endsWith("—" + page + "—");
    }
  }

  @Test
  void begins_each_table_on_a_page_that_lies_as_it_needs() throws IOException {
    byte[] pdf = written(writer, contents("第一张表", words("甲")), visits(1));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getPages()).extracting(PDPage::getRotation).containsExactly(0, 90);
      assertThat(document.getPages())
          .extracting(PDPage::getMediaBox)
          .as("A4")
          .allSatisfy(box -> assertThat(box).hasToString("[0.0,0.0,595.0,842.0]"));
    }
  }

  @Test
  void embeds_every_font_it_prints_with() throws IOException {
    try (PDDocument document = Loader.loadPDF(written(writer, visits(1)))) {
      Set<PDFont> fonts = new HashSet<>();
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition text) {
          fonts.add(text.getFont());
        }
      }.getText(document);

      assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
      assertThat(fonts).extracting(PDFont::getName).anyMatch(name -> name.contains("NotoSerifSC"));
    }
  }

  @Test
  void names_the_document() throws IOException {
    try (PDDocument document = Loader.loadPDF(written(writer, visits(1)))) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("走访慰问周报");
      assertThat(document.getDocumentInformation().getCreationDate()).isNull();
    }
  }

  @Test
  void the_same_report_gives_the_same_bytes() {
    assertThat(written(writer, visits(40))).isEqualTo(written(new PdfReportWriter(), visits(40)));
  }

  @ParameterizedTest
  @MethodSource
  void shows_every_character(String text, String printed) {
    assertThat(textOf(written(writer, contents("甲", words(text))))).contains(printed);
  }

  static Stream<Arguments> shows_every_character() {
    return Stream.of(
        argumentSet("rare names", "谯燚喆堃㛃", "谯燚喆堃㛃"),
        argumentSet("signs", "〇㎡￥№①—…", "〇㎡￥№①—…"),
        argumentSet("only one font has it, and the next only the other", "甲𰻝乙䶵䶶丙", "甲𰻝乙䶵䶶丙"),
        argumentSet("no font has it", "甲𠮷乙🙂丙", "甲〓乙〓丙"),
        argumentSet("half a character", "甲\uD840乙", "甲〓乙"),
        argumentSet("control character", "甲\u0007乙", "甲〓乙"),
        argumentSet("invisible marks", "甲\u200B乙\uFEFF丙\uFE0F", "甲乙丙"),
        argumentSet("markup is text", "<b>甲</b>&amp;$F{value0}", "<b>甲</b>&amp;$F{value0}"));
  }

  @ParameterizedTest
  @MethodSource
  void cuts_nothing_off(Table table, String printed) {
    assertThat(textOf(written(writer, table))).contains(printed);
  }

  static Stream<Arguments> cuts_nothing_off() {
    String long60 = "关于特别长的标题".repeat(7) + "统计表。";
    return Stream.of(
        argumentSet(
            "30 digits",
            contents("甲", number("123456789012345678901234567890", 0)),
            "123456789012345678901234567890"),
        argumentSet("a title of 60 characters", contents(long60, words("甲")), long60),
        argumentSet("a cell that failed", contents("甲", new Cell.Failed("除数为零")), "!除数为零"),
        argumentSet(
            "six lines of head",
            withHeader(
                new HeaderGrid(
                    2,
                    6,
                    List.of(
                        new HeaderGrid.Cell("地域", 0, 0, 1, 6),
                        new HeaderGrid.Cell("一级栏目", 1, 0, 1, 1),
                        new HeaderGrid.Cell("二级栏目", 1, 1, 1, 1),
                        new HeaderGrid.Cell("三级栏目", 1, 2, 1, 1),
                        new HeaderGrid.Cell("四级栏目", 1, 3, 1, 1),
                        new HeaderGrid.Cell("五级栏目", 1, 4, 1, 1),
                        new HeaderGrid.Cell("六级栏目", 1, 5, 1, 1)))),
            "六级栏目"));
  }

  private static Table withHeader(HeaderGrid header) {
    Table table = contents("甲", words("乙"));
    return new Table(
        Optional.empty(),
        table.title(),
        table.cover(),
        table.measuredIn(),
        header,
        table.columns(),
        table.rows(),
        table.notes());
  }

  @Test
  void prints_a_cell_longer_than_a_page_to_its_end() {
    String text = "慰问了张三、李四等“五户”，发放大米10.5公斤；".repeat(80);

    String printed = textOf(written(writer, contents("甲", words(text), words("最后一行"))));

    assertThat(printed.replaceAll("名称内容|—\\d+—|甲村", "")).contains(text + "最后一行");
  }

  /** Random texts find the widths at which two ways of breaking lines part. */
  @Test
  void loses_no_character_wherever_lines_break() {
    int[] characters =
        "农民工返乡慰问大米，。、；“”（）《》0123456789.%abcdefgijklmWMQ -/￥㎡〇谯№—…".codePoints().toArray();
    Random random = new Random(7);
    for (int round = 0; round < 8; round++) {
      List<Cell> cells = new ArrayList<>();
      StringBuilder all = new StringBuilder();
      for (int row = 0; row < 40; row++) {
        StringBuilder text = new StringBuilder();
        for (int length = 20 + random.nextInt(120); length > 0; length--) {
          text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        cells.add(words(text + "\n第二段"));
        all.append(text).append("第二段");
      }

      String printed = textOf(written(writer, contents("甲", cells.toArray(Cell[]::new))));

      assertThat(sorted(printed.replaceAll("名称内容|—\\d+—$|甲村|^甲", "")))
          .contains(sorted(all.toString().replace(" ", "")));
    }
  }

  private static String sorted(String text) {
    return text.codePoints()
        .filter(c -> "名称内容甲村—".indexOf(c) < 0 && !Character.isDigit(c))
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void does_not_split_a_row_that_fits_a_page() {
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < 12; row++) {
      cells.add(words("首" + "逐户登记、走访慰问。".repeat(40) + "尾"));
    }

    assertThat(pagesOf(written(writer, contents("甲", cells.toArray(Cell[]::new)))))
        .hasSizeGreaterThan(2)
        .allSatisfy(
            page ->
                assertThat(page.chars().filter(c -> c == '首').count())
                    .isEqualTo(page.chars().filter(c -> c == '尾').count()));
  }

  @Test
  void finds_room_for_a_long_cover_and_long_notes() {
    Table plain = visits(1);
    String unit = "很长的单位名称".repeat(20);
    String note = "表格未尽事宜，可在周报中报告。".repeat(150);
    Table table =
        new Table(
            plain.attachment(),
            plain.title(),
            List.of(new Table.Labelled("填报单位", unit), new Table.Labelled("填报人：", "谯燚")),
            Optional.of("计量单位：元"),
            plain.header(),
            plain.columns(),
            plain.rows(),
            List.of(note, "完"));

    assertThat(textOf(written(writer, table)).replaceAll("—\\d+—", ""))
        .contains("填报单位：" + unit + "填报人：谯燚计量单位：元", note + "完");
  }

  @Test
  void prints_a_table_without_rows() {
    assertThat(textOf(written(writer, contents("空表")))).contains("空表", "名称", "内容");
  }

  private static String textOf(byte[] pdf) {
    return String.join("", pagesOf(pdf));
  }

  /** The text of each page in reading order, without spaces and line ends. */
  private static List<String> pagesOf(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> pages = new ArrayList<>();
      Function<PDPage, Integer> numberOf = page -> document.getPages().indexOf(page) + 1;
      for (PDPage page : document.getPages()) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(numberOf.apply(page));
        stripper.setEndPage(numberOf.apply(page));
        pages.add(stripper.getText(document).replaceAll("[\\s　]", ""));
      }
      return pages;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
