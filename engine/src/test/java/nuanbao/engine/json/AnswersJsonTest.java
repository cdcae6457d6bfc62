package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.formula.Value;
import nuanbao.engine.unit.UnitId;
import org.junit.jupiter.api.Test;

class AnswersJsonTest {
  private static final FormId FORM = new FormId("table");

  @Test
  void reads_back_exactly_what_it_wrote() {
    Answers answers =
        new Answers(
            FORM,
            Map.of(new ColumnPath("who"), Value.of("谯㛃")),
            Map.of(
                new RowKey(new UnitId("a")),
                Map.of(
                    new ColumnPath("g.x"), Value.of(new BigDecimal("1.10")),
                    new ColumnPath("y"), Value.of("a\n\"b\"")),
                new RowKey(new UnitId("b")),
                Map.of()),
            Map.of(new CheckId("c"), "因为"));
    String text = AnswersJson.write(Map.of(FORM, answers));
    assertThat(AnswersJson.read(text)).isEqualTo(Map.of(FORM, answers));
    assertThat(text)
        .isEqualTo(
            "{\"table\":{\"cover\":{\"who\":\"谯㛃\"},\"rows\":{\"a\":{\"g.x\":1.10,"
                + "\"y\":\"a\\n\\\"b\\\"\"},\"b\":{}},\"explanations\":{\"c\":\"因为\"}}}");
  }
}
