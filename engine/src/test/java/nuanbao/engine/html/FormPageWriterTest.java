package nuanbao.engine.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.FormView;
import nuanbao.engine.html.Samples.Ask;
import nuanbao.engine.html.Samples.Sheet;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.timeline.Round;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormPageWriterTest {
  private static final String MISCHIEF = "<script>alert('x')</script> \"]]>&amp; </textarea>";

  private final FormPageWriter writer = new FormPageWriter();

  @Test
  void a_small_form_reads_as_expected() throws IOException {
    assertThat(body(Samples.small())).isEqualTo(expected("small.html"));
  }

  @Test
  void a_page_stands_alone() throws IOException {
    StringBuilder page = new StringBuilder();
    writer.write(Samples.small(), Samples.ZONE, page);

    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">")
        .contains("<title>培训情况表</title>", writer.style(), body(Samples.small()))
        .containsOnlyOnce("<form method=\"post\" novalidate>")
        .doesNotContain("<script", "<link", "<img", "src=", "http:", "https:", "url(", "@import");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_id_is_unique_and_every_reference_finds_one(FormView view) throws IOException {
    String body = body(view);
    List<String> ids = found(" id=\"([^\"]*)\"", body).toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("\\S+"));
    assertThat(
            Stream.concat(
                found(" href=\"#([^\"]*)\"", body),
                found(" (?:for|headers|aria-labelledby|aria-describedby)=\"([^\"]*)\"", body)
                    .flatMap(several -> Stream.of(several.split(" ", -1)))))
        .isSubsetOf(ids);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_typed_value_is_posted_under_its_name(FormView view) throws IOException {
    Stream<FormView.Field> fields =
        Stream.concat(
            view.cover().stream(), view.rows().stream().flatMap(row -> row.fields().stream()));
    List<String> names =
        fields.filter(field -> !field.indicator().isComputed()).map(FormView.Field::name).toList();

    assertThat(found(" name=\"([^\"]*)\"", body(view)).toList()).isEqualTo(names);
  }

  static Stream<FormView> samples() {
    return Stream.of(Samples.small(), Samples.visits(), Samples.monthly());
  }

  @Test
  void a_head_of_three_lines_spans_its_columns() throws IOException {
    assertThat(body(Samples.visits()))
        .contains(
            head("visits-h1-1", "nb-stub", "col", 1, 3, "地域"),
            head("visits-h1-2", "", "colgroup", 2, 1, "农民工总人数"),
            head("visits-h1-8", "", "colgroup", 3, 1, "慰问金额（万元）"),
            head("visits-h2-8", "", "colgroup", 2, 1, "慰问品"),
            head("visits-h3-9", "nb-number", "col", 1, 1, "价值金额"),
            head("visits-h2-10", "nb-number", "col", 1, 2, "慰问金"));
  }

  @Test
  void a_cell_below_three_lines_names_its_heads() throws IOException {
    assertThat(body(Samples.visits()))
        .contains("headers=\"visits-r2 visits-h1-8 visits-h2-8 visits-h3-9\"");
    assertThat(body(Samples.small())).doesNotContain("headers=");
  }

  @Test
  void a_unit_of_measure_is_not_told_twice() throws IOException {
    assertThat(body(Samples.visits()))
        .contains("<small class=\"nb-unit\">人</small>")
        .doesNotContain("<small class=\"nb-unit\">万元</small>");
  }

  @Test
  void a_row_that_is_added_up_has_nothing_to_fill_in() throws IOException {
    String row = between("id=\"visits-r1\"", "</tr>", body(Samples.visits()));

    assertThat(row).contains("系统汇总", "colspan=\"9\"").doesNotContain("<input");
  }

  @Test
  void a_computed_cell_is_read_only_and_rounded_as_in_print() throws IOException {
    String cell = between("id=\"small-r2c3\"", "</output>", body(Samples.small()));

    assertThat(cell).endsWith(">33.33").doesNotContain("name=");
  }

  @Test
  void a_computed_cell_without_figures_says_that_it_will_be_computed() throws IOException {
    assertThat(between("id=\"small-r3c3\"", "</output>", body(Samples.small()))).contains("自动计算");
  }

  @Test
  void a_typed_figure_stands_as_typed() throws IOException {
    assertThat(body(table("数").write("a", "0.128500").view())).contains("value=\"0.128500\"");
  }

  @Test
  void a_record_is_a_list_of_labels_in_groups() throws IOException {
    assertThat(body(Samples.monthly()))
        .doesNotContain("<table")
        .containsSubsequence(
            "<legend>点对点返岗</legend>",
            "<legend>专车</legend>",
            "<label for=\"monthly-c1\">趟数</label>",
            "<input class=\"nb-number\" id=\"monthly-c1\"",
            "<legend>专列</legend>",
            "</fieldset>",
            "返岗合计",
            "</fieldset>",
            "招聘会场次");
  }

  @Test
  void a_record_does_not_repeat_whose_it_is() throws IOException {
    assertThat(body(Samples.monthly())).doesNotContain("东山镇 / ");
  }

  @Test
  void problems_stand_above_the_form_and_lead_to_their_cells() throws IOException {
    String summary = between("role=\"alert\"", "</section>", body(Samples.visits()));

    assertThat(summary)
        .contains("有 3 处要改", "<b>错误</b>")
        .contains("<a href=\"#visits-r3c3\">泉坝村 / 返乡农民工人数：返乡人数不能多于总人数")
        .contains("<a href=\"#visits-k2\">填报人手机：");
  }

  @Test
  void warnings_and_hints_are_told_apart_from_errors() throws IOException {
    String others = between("<details", "</details>", body(Samples.visits()));

    assertThat(others)
        .startsWith(" class=\"nb-problems nb-warning\">")
        .contains("有 3 处请核对", "<b>警告</b>", ">!</span>", "<b>提示</b>", ">i</span>")
        .doesNotContain("<b>错误</b>");
  }

  @Test
  void without_errors_the_warnings_are_open() throws IOException {
    String body = body(table("数").problem(ProblemCode.HOLIDAYS_UNKNOWN, "2031").view());

    assertThat(body).doesNotContain("role=\"alert\"");
    assertThat(body).contains("<details class=\"nb-problems nb-warning\" open>");
  }

  @Test
  void a_problem_stands_beside_its_cell() throws IOException {
    String body = body(Samples.visits());

    assertThat(between("id=\"visits-r3c3\"", ">", body))
        .contains("aria-invalid=\"true\"", "aria-describedby=\"visits-r3c3-p1\"");
    assertThat(between("id=\"visits-r3c3-p1\"", "</li>", body))
        .contains("<b>错误</b> 返乡农民工人数：返乡人数不能多于总人数：170 ≤ 112 + 48 不成立")
        .doesNotContain("泉坝村");
    assertThat(between("id=\"visits-r4c3\"", ">", body))
        .doesNotContain("aria-invalid", "aria-describedby");
  }

  @Test
  void a_hint_does_not_make_a_cell_invalid() throws IOException {
    assertThat(between("id=\"visits-r7c6\"", ">", body(Samples.visits())))
        .contains("aria-describedby=\"visits-r7c6-p1\"")
        .doesNotContain("aria-invalid");
  }

  @Test
  void what_is_said_of_a_row_stands_below_it_and_leads_to_its_first_cell() throws IOException {
    assertThat(body(Samples.visits()))
        .contains("<a href=\"#visits-r13c1\">和平村：本期没有填这一行</a>")
        .contains("id=\"visits-r13-p1\"");
  }

  @Test
  void whatever_is_written_stays_text() throws IOException {
    String id = "r\"><b>";
    FormView view =
        new Sheet("a b\"<", MISCHIEF, MISCHIEF, MISCHIEF)
            .cover(Ask.of("k", MISCHIEF, Samples.TEXT))
            .columns(
                Ask.group("g", MISCHIEF, Ask.of("t", MISCHIEF, Samples.TEXT).in(MISCHIEF)),
                Ask.of("l", MISCHIEF, Samples.LONG_TEXT))
            .stub(MISCHIEF)
            .notes(MISCHIEF)
            .row(FormRow.Kind.TYPED, id, MISCHIEF, 0)
            .write(id, MISCHIEF, MISCHIEF)
            .writeCover("k", MISCHIEF)
            .problem(ProblemCode.CHECK_FAILED, id, "g.t", MISCHIEF, MISCHIEF, "")
            .view();
    StringBuilder page = new StringBuilder();
    writer.write(view, Samples.ZONE, page);
    String body = between("<body", "</body>", page.toString());

    assertThat(body).doesNotContain("<script", "\"><b>", "&amp; ").contains("]]&gt;");
    assertThat(found("(</textarea>)", body)).hasSize(1);
    assertThat(body)
        .contains("value=\"&lt;script>alert(&#39;x&#39;)&lt;/script> &#34;]]>&amp;amp;");
  }

  @Test
  void a_very_long_text_is_whole() throws IOException {
    String text = "慰问".repeat(10_000);
    FormView view =
        new Sheet("f", "表", "", "").columns(longText()).rows("a").write("a", text).view();

    assertThat(body(view)).contains(text + "</textarea>", "maxlength=\"20000\"");
  }

  @Test
  void line_breaks_survive_even_where_one_line_was_asked() throws IOException {
    FormView view =
        new Sheet("f", "表", "", "")
            .columns(Ask.of("t", "做法", Samples.TEXT))
            .rows("a")
            .write("a", "\n一\n二")
            .view();

    // A browser drops the first line break of a textarea, so there has to be one more.
    assertThat(body(view)).contains(">\n\n一\n二</textarea>");
  }

  @Test
  void a_column_that_may_fall_below_zero_asks_for_no_numeric_keys() throws IOException {
    FieldType balance =
        new FieldType.Number(Optional.of(BigDecimal.ONE.negate()), none(), 0, none());
    FieldType open = new FieldType.Number(none(), none(), 0, none());
    FieldType share = new FieldType.Number(Optional.of(BigDecimal.ZERO), none(), 2, none());
    String body =
        body(
            new Sheet("f", "表", "", "")
                .columns(
                    Ask.of("a", "甲", balance),
                    Ask.of("b", "乙", open),
                    Ask.of("c", "丙", share),
                    Ask.of("d", "丁", Samples.PEOPLE))
                .rows("a")
                .view());

    assertThat(between("id=\"f-c1\"", ">", body)).doesNotContain("inputmode");
    assertThat(between("id=\"f-c2\"", ">", body)).doesNotContain("inputmode");
    assertThat(between("id=\"f-c3\"", ">", body)).contains("inputmode=\"decimal\"");
    assertThat(between("id=\"f-c4\"", ">", body)).contains("inputmode=\"numeric\"");
  }

  @Test
  void the_due_moment_is_told_in_the_zone_asked_for() throws IOException {
    StringBuilder utc = new StringBuilder();
    writer.writeBody(Samples.small(), ZoneId.of("UTC"), utc);

    assertThat(body(Samples.small())).contains("2031年1月9日（星期四）18:00");
    assertThat(utc).contains("2031年1月9日（星期四）10:00");
  }

  @Test
  void a_due_day_that_moved_says_why() throws IOException {
    LocalDate nominal = LocalDate.of(2031, 1, 9);
    Round.Move earlier = new Round.Move(nominal, nominal.minusDays(1), "周末");

    assertThat(body(Samples.visits())).contains("2031年1月13日（星期一）18:00", "原为1月9日，遇春节顺延");
    assertThat(body(table("数").moved(earlier).view())).contains("原为1月9日，遇周末提前");
  }

  @Test
  void a_missing_library_is_named() throws Exception {
    URL classes = FormPageWriter.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader alone =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
      Class<?> without = alone.loadClass(FormPageWriter.class.getName());

      assertThatThrownBy(() -> without.getConstructor().newInstance())
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("gg.jte:jte-runtime");
    }
  }

  @Test
  void a_full_disk_is_told_to_the_caller() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("no space left");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };

    assertThatThrownBy(() -> writer.write(Samples.small(), Samples.ZONE, full))
        .isInstanceOf(IOException.class);
  }

  private static Optional<BigDecimal> none() {
    return Optional.empty();
  }

  private static Sheet table(String column) {
    return new Sheet("f", "表", "", "")
        .columns(Ask.of("n", column, Samples.MONEY))
        .stub("村")
        .rows("a", "b");
  }

  private static Ask longText() {
    return Ask.of("t", "做法", Samples.LONG_TEXT);
  }

  private static String head(
      String id, String style, String scope, int columns, int lines, String text) {
    String styled = style.isEmpty() ? "" : " class=\"%s\"".formatted(style);
    return "<th id=\"%s\"%s scope=\"%s\" colspan=\"%d\" rowspan=\"%d\">%s"
        .formatted(id, styled, scope, columns, lines, text);
  }

  private String body(FormView view) throws IOException {
    StringBuilder body = new StringBuilder();
    writer.writeBody(view, Samples.ZONE, body);
    return body.toString();
  }

  private static String between(String from, String to, String text) {
    assertThat(text).contains(from);
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }

  private static Stream<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map((MatchResult m) -> m.group(1));
  }

  private static String expected(String file) throws IOException {
    try (InputStream in = FormPageWriterTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
