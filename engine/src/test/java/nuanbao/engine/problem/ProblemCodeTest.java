package nuanbao.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTest {
  private static final Pattern BLANK = Pattern.compile("\\{(\\d)}");

  @ParameterizedTest
  @EnumSource
  void says_the_same_in_both_languages(ProblemCode code) {
    assertThat(code.says().chinese()).isNotBlank();
    assertThat(code.says().english()).isNotBlank();
    assertThat(blanks(code.says().english())).isEqualTo(blanks(code.says().chinese()));
    assertThat(blanks(code.remedy().english())).isEqualTo(blanks(code.remedy().chinese()));
    assertThat(code.remedy().english().isEmpty()).isEqualTo(code.remedy().chinese().isEmpty());
  }

  private static Set<String> blanks(String template) {
    Set<String> blanks = new TreeSet<>();
    Matcher matcher = BLANK.matcher(template);
    while (matcher.find()) blanks.add(matcher.group(1));
    return blanks;
  }

  @Test
  void leaves_out_a_remedy_that_has_nothing_to_offer() {
    Problem near = Problem.of(ProblemCode.UNKNOWN_KEY, "optinal", "optional");
    Problem far = Problem.of(ProblemCode.UNKNOWN_KEY, "colour", "");
    assertThat(near.remedy(Language.CHINESE)).contains("您是不是要写：optional");
    assertThat(far.remedy(Language.CHINESE)).isEmpty();
    assertThat(far.message(Language.ENGLISH)).isEqualTo("unknown key “colour”");
  }

  @Test
  void never_reads_an_argument_as_a_template() {
    Problem problem = Problem.of(ProblemCode.UNKNOWN_KEY, "{1}{9}", "x");
    assertThat(problem.message(Language.CHINESE)).isEqualTo("不认识的键“{1}{9}”");
  }
}
