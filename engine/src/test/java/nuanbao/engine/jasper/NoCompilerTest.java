package nuanbao.engine.jasper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoCompilerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Runtime.getRuntime().exec(\"true\")",
        "$V{PAGE_NUMBER} + 1",
        "$V{PAGE_NUMBER}.toString()",
        "\"a constant\"",
      })
  void refuses_every_expression_that_is_more_than_a_name(String expression) {
    assertThatThrownBy(() -> compile(expression))
        .isInstanceOf(JRException.class)
        .hasMessageContaining("no Java expressions");
  }

  @Test
  void lets_a_bare_name_pass() throws JRException {
    assertThat(compile("$V{PAGE_NUMBER}")).isNotNull();
  }

  private static Object compile(String expression) throws JRException {
    JRDesignTextField field = new JRDesignTextField();
    field.setExpression(new JRDesignExpression(expression));
    field.setWidth(100);
    field.setHeight(20);
    JRDesignBand band = new JRDesignBand();
    band.setHeight(20);
    band.addElement(field);
    JasperDesign design = new JasperDesign();
    design.setName("expression");
    design.setTitle(band);
    return JasperCompileManager.getInstance(new TablePrinter().context()).compile(design);
  }
}
