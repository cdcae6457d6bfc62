package nuanbao.engine.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormView;
import nuanbao.engine.intake.SubmissionReader.Reading;
import nuanbao.engine.json.FormPost;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.UnitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of field and row, as the campaign {@code all-rows} asks for them. */
class FormControlsTest {
  private static final Campaign CAMPAIGN = Campaigns.read("all-rows");
  private static final Nuanbao NUANBAO = Nuanbao.create();

  private final FormPageWriter writer = new FormPageWriter();
  private final Map<String, String> typed = new LinkedHashMap<>();

  /** What is typed in a field; several answers stand in lines. */
  private FormControlsTest type(String name, String text) {
    typed.put(name, text);
    return this;
  }

  @Test
  void a_list_without_entries_says_so_and_offers_one() throws IOException {
    assertThat(edited("ledger", "ledger"))
        .contains("还没有条目。没有的，直接上报即为零报告。")
        .contains("name=\"do\" value=\"add:ledger\" formaction=\"#ledger-add\">添加一条</button>")
        .doesNotContain("nb-card\"");
  }

  @Test
  void a_page_that_stands_alone_shows_one_entry_to_be_filled_in_and_no_buttons()
      throws IOException {
    StringBuilder page = new StringBuilder();
    writer.write(view("ledger", "ledger", false), Samples.ZONE, page);
    assertThat(page).contains("ledger/rows/__new__/seen").doesNotContain("<button", "<script");
  }

  @Test
  void a_form_that_is_only_part_of_a_page_has_no_buttons() throws IOException {
    type("ledger/rows/a", "");
    StringBuilder body = new StringBuilder();
    writer.writeBody(view("ledger", "ledger", false), Samples.ZONE, body);
    assertThat(body).contains("ledger/rows/a/seen").doesNotContain("<button", "nb-live");
  }

  @Test
  void a_long_entry_is_a_card_with_whose_it_is_and_its_buttons() throws IOException {
    type("ledger/rows/a", "").type("ledger/rows/a/place", "桥下").type("ledger/rows/b", "");
    String body = edited("ledger", "ledger");
    assertThat(body)
        .contains("<input type=\"hidden\" name=\"ledger/rows/a\" value=\"\">")
        .contains("<select id=\"ledger-xa-u\" name=\"ledger/rows/a/unit\" required>")
        .contains("value=\"copy:ledger:a\"", "value=\"remove:ledger:a\"");
    assertThat(between("id=\"ledger-xa\"", "</legend>", body)).endsWith(">第1条");
    assertThat(between("id=\"ledger-xb\"", "</legend>", body)).endsWith(">新的一条");
    assertThat(between("ledger/rows/a/unit\"", "</select>", body))
        .contains("泉眼村", "板桥村")
        .doesNotContain("渡口村");
  }

  @Test
  void a_day_is_chosen_within_the_days_that_are_taken() throws IOException {
    type("ledger/rows/a/seen", "2026-03-04");
    assertThat(edited("ledger", "ledger"))
        .contains(
            "<input type=\"date\" id=\"ledger-xac1\" name=\"ledger/rows/a/seen\""
                + " value=\"2026-03-04\" min=\"1900-01-01\" max=\"2199-12-31\"");
  }

  @Test
  void what_is_no_day_is_still_shown() throws IOException {
    type("ledger/rows/a/seen", "昨天");
    assertThat(field("ledger", "ledger/rows/a/seen"))
        .contains("value=\"昨天\"")
        .doesNotContain("type=");
  }

  @Test
  void few_answers_are_radio_buttons_under_one_name() throws IOException {
    type("ledger/rows/a/kind", "有异味");
    assertThat(edited("ledger", "ledger"))
        .contains(
            "<span class=\"nb-label\" id=\"ledger-xac3-l\">情况</span>",
            "role=\"radiogroup\" aria-labelledby=\"ledger-xac3-l\" aria-required=\"true\"",
            "name=\"ledger/rows/a/kind\" value=\"有异味\" checked")
        .containsOnlyOnce(" checked");
  }

  @Test
  void a_field_whose_condition_does_not_hold_is_not_there() throws IOException {
    type("ledger/rows/a/kind", "正常");
    assertThat(edited("ledger", "ledger")).doesNotContain("ledger/rows/a/other");
    type("ledger/rows/a/kind", "其他");
    assertThat(edited("ledger", "ledger")).contains("name=\"ledger/rows/a/other\"", "nb-live");
  }

  @Test
  void a_sibling_narrows_what_can_be_chosen() throws IOException {
    type("ledger/rows/a/water", "");
    assertThat(field("ledger", "ledger/rows/a/stretch", "</select>")).contains("上段", "东塘", "斗渠");
    type("ledger/rows/a/water", "塘");
    assertThat(field("ledger", "ledger/rows/a/stretch", "</select>"))
        .contains("东塘", "西塘")
        .doesNotContain("上段", "斗渠");
  }

  @Test
  void an_answer_that_is_no_longer_among_them_is_kept_and_said() throws IOException {
    type("ledger/rows/a/water", "塘").type("ledger/rows/a/stretch", "上段");
    assertThat(field("ledger", "ledger/rows/a/stretch", "</select>"))
        .contains("<option value=\"上段\" selected>上段（不在可选之列）</option>");
  }

  @Test
  void several_answers_are_boxes_with_how_many_may_be_ticked() throws IOException {
    type("ledger/rows/a/tools", "net\nbag");
    String body = edited("ledger", "ledger");
    assertThat(body)
        .contains("用到的工具<small class=\"nb-remark\">最多3项</small>")
        .contains("value=\"net\" checked", "value=\"bag\" checked")
        .doesNotContain("value=\"boat\" checked");
  }

  @Test
  void a_unit_is_one_of_those_that_are_asked_for() throws IOException {
    type("ledger/rows/a/taken", "lower");
    assertThat(field("ledger", "ledger/rows/a/taken", "</select>"))
        .contains("（不填）", "<option value=\"lower\" selected>下游乡</option>")
        .doesNotContain("泉眼村");
  }

  @Test
  void what_may_not_apply_has_a_box_and_takes_it_back() throws IOException {
    type("ledger/rows/a/weight", "不适用");
    assertThat(edited("ledger", "ledger"))
        .contains("name=\"ledger/rows/a/weight\" value=\"\"")
        .contains("name=\"ledger/rows/a/weight\" value=\"不适用\" checked");
  }

  @Test
  void child_records_keep_their_numbers_and_have_buttons() throws IOException {
    type("ledger/rows/a/party/0/who", "甲").type("ledger/rows/a/party/4", "");
    String body = edited("ledger", "ledger");
    assertThat(body)
        .contains("name=\"ledger/rows/a/party/0/who\" value=\"甲\"")
        .contains("name=\"ledger/rows/a/party/4/hours\"")
        .contains("value=\"remove-record:ledger/rows/a/party:4\"")
        .contains("value=\"add-record:ledger/rows/a/party\"")
        .contains("<legend>第2条</legend>");
  }

  @Test
  void no_more_child_records_are_offered_than_are_taken() throws IOException {
    for (int i = 0; i < 5; i++) type("ledger/rows/a/party/" + i, "");
    assertThat(edited("ledger", "ledger")).doesNotContain("add-record:");
  }

  @Test
  void a_fixed_table_has_its_stubs_its_codes_and_its_headings() throws IOException {
    String body = edited("statistics", "statistics");
    assertThat(body)
        .contains("<td class=\"nb-code\">甲</td>", "<td class=\"nb-code\">3</td>")
        .contains("scope=\"rowgroup\" colspan=\"6\"><span>一、人手</span>")
        .contains("<td class=\"nb-side nb-narrow\">公里</td>")
        .contains("nb-depth-3\" scope=\"row\">小学生")
        .contains("aria-label=\"清出垃圾 / 完成情况.本周（吨）\"");
    assertThat(between("id=\"statistics-r2c1\"", "</output>", body)).contains("自动计算");
    assertThat(body.split("<tbody>", -1)).hasSize(3);
  }

  @Test
  void a_cell_that_does_not_apply_is_a_dash_that_can_be_heard() throws IOException {
    assertThat(between("id=\"statistics-r11c1\"", "</td>", edited("statistics", "statistics")))
        .contains(">—</span><span class=\"nb-unseen\">不适用</span>");
  }

  @Test
  void in_a_cell_that_it_may_not_apply_is_proposed() throws IOException {
    type("statistics/rows/boats/plan", "不适用");
    String body = edited("statistics", "statistics");
    assertThat(body)
        .contains("name=\"statistics/rows/boats/plan\" value=\"不适用\"")
        .contains("<datalist id=\"statistics-na\">\n<option value=\"不适用\">")
        .contains("list=\"statistics-na\" placeholder=\"或填不适用\"");
  }

  @Test
  void a_task_is_a_card_with_its_text_and_who_answers_for_it() throws IOException {
    assertThat(edited("tasks", "tasks"))
        .containsSubsequence(
            "<h2 class=\"nb-section\">一、水面清洁</h2>",
            "<legend>1.打捞漂浮物",
            "沿河各村每周至少打捞一次",
            "<dt>牵头单位</dt><dd>各乡镇</dd>",
            "<dt>目标</dt><dd>不少于40次</dd>",
            "是否开始",
            "<h2 class=\"nb-section\">二、岸上整理</h2>");
  }

  @Test
  void a_register_says_that_only_changes_are_written() throws IOException {
    type("cases/rows/a", "");
    assertThat(edited("cases", "cases"))
        .contains("只写本期新增的和有变动的", "<th id=\"cases-xa\"", "已销账", "name=\"cases/rows/a/changed\"")
        .contains("aria-label=\"复制新的一条\"");
  }

  @Test
  void what_others_fill_in_is_read_only_and_says_so() throws IOException {
    assertThat(edited("summary", "visits"))
        .contains("户数<small class=\"nb-unit\">户</small><small class=\"nb-remark\">由其他单位填</small>")
        .doesNotContain("name=\"visits/rows/spring/share\"");
  }

  @Test
  void a_problem_of_an_entry_leads_to_its_field() throws IOException {
    type("ledger/rows/a/place", "桥下").type("ledger/rows/a/unit", "mill");
    StringBuilder body = new StringBuilder();
    writer.writeEdited(view("ledger", "ledger", true), Samples.ZONE, body);
    String summary = between("role=\"alert\"", "</section>", body.toString());
    assertThat(summary).contains("<a href=\"#ledger-xac1\">", "<a href=\"#ledger-xac8\">");
    assertThat(between("id=\"ledger-xac1\"", ">", body.toString()))
        .contains("aria-invalid=\"true\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledger", "statistics", "tasks", "cases", "summary", "summary/visits"})
  void every_id_is_unique_and_every_reference_finds_one(String where) throws IOException {
    type("ledger/rows/a/kind", "其他").type("ledger/rows/a/cleared", "false");
    type("ledger/rows/a/party/0/who", "甲").type("ledger/rows/b", "").type("cases/rows/a", "");
    String duty = where.split("/")[0];
    String body = edited(duty, where.substring(where.indexOf('/') + 1));
    List<String> ids = found(" id=\"([^\"]*)\"", body).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(
            found(" (?:for|headers|list|aria-labelledby|aria-describedby)=\"([^\"]*)\"", body)
                .flatMap(several -> Stream.of(several.split(" ", -1))))
        .isSubsetOf(ids);
    assertThat(found(" formaction=\"#([^\"]*)\"", body)).isSubsetOf(ids);
  }

  private String edited(String duty, String form) throws IOException {
    StringBuilder body = new StringBuilder();
    writer.writeEdited(view(duty, form, false), Samples.ZONE, body);
    return body.toString();
  }

  private String field(String form, String name, String to) throws IOException {
    return between("name=\"" + name + "\"", to, edited(form, form));
  }

  private String field(String form, String name) throws IOException {
    String body = edited(form, form);
    int at = body.indexOf("name=\"" + name + "\"");
    return body.substring(body.lastIndexOf('<', at), body.indexOf('>', at));
  }

  /** As a page shows it after the fields were posted. */
  private FormView view(String duty, String form, boolean isTold) {
    Duty asked = CAMPAIGN.duty(new DutyId(duty));
    RoundId round = CAMPAIGN.rounds(asked).get(0).id();
    SubmissionKey key = new SubmissionKey(asked.id(), round, new UnitId("upper"));
    Map<String, List<String>> posted = new LinkedHashMap<>();
    typed.forEach((name, text) -> posted.put(name, List.of(text.split("\n", -1))));
    byte[] json = new FormPost(CAMPAIGN, key).toJson(posted, "", 0);
    Reading reading =
        NUANBAO.intake(CAMPAIGN, new MemorySubmissionStore()).look(key, json, "answers");
    FormId id = new FormId(form);
    Answers answers = reading.contents().forms().getOrDefault(id, Answers.none(id));
    List<Problem> problems = isTold ? reading.problems() : List.of();
    return NUANBAO.form(
        CAMPAIGN, key, id, new FormView.Written(answers, typed, entries(form)), problems);
  }

  private List<String> entries(String form) {
    Set<String> ids = new LinkedHashSet<>();
    for (String name : typed.keySet()) {
      if (name.startsWith(form + "/rows/")) ids.add(name.split("/", -1)[2]);
    }
    return new ArrayList<>(ids);
  }

  private static String between(String from, String to, String text) {
    assertThat(text).contains(from);
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }

  private static Stream<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map((MatchResult m) -> m.group(1));
  }
}
