package nuanbao.engine.jasper;

import java.awt.Font;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.fill.TextMeasurer;
import net.sf.jasperreports.engine.fonts.FontFace;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.FontInfo;
import net.sf.jasperreports.engine.fonts.FontSetFamilyInfo;
import net.sf.jasperreports.engine.fonts.FontSetInfo;
import net.sf.jasperreports.engine.fonts.FontUtil;
import nuanbao.engine.report.Table;
import nuanbao.engine.report.TableLayout;

/** Fills tables with JasperReports, in a context of our own where no expression is compiled. */
final class TablePrinter {

  private static final List<String> FONTS = List.of("宋体", "黑体");

  private final SimpleJasperReportsContext context = new SimpleJasperReportsContext();

  /**
   * @throws IllegalStateException if no font of a name we print in is registered
   */
  TablePrinter() {
    context.setProperty("net.sf.jasperreports.compiler.java", NoCompiler.class.getName());
    // Measured as it will be drawn: the quicker way breaks some lines elsewhere.
    context.setProperty(TextMeasurer.PROPERTY_MEASURE_SIMPLE_TEXTS, "false");
    for (String name : FONTS) {
      if (fontsNamed(name).findAny().isEmpty()) {
        throw new IllegalStateException(
            "JasperReports knows no font named %s; add the dependency io.github.nuanbao:nuanbao-fonts or register a font extension of that name"
                .formatted(name));
      }
    }
  }

  JasperReportsContext context() {
    return context;
  }

  /** What a font has no glyph for, nor one it falls back to, is replaced by a visible mark. */
  UnaryOperator<String> printable() {
    List<List<Font>> fonts = FONTS.stream().map(name -> fontsNamed(name).toList()).toList();
    return new PrintableText(
        character ->
            fonts.stream()
                .allMatch(named -> named.stream().anyMatch(font -> font.canDisplay(character))));
  }

  JasperPrint print(
      Table table, TableLayout layout, Medium medium, UnaryOperator<String> printable) {
    try {
      TableDesign design = new TableDesign(table, layout, medium, printable);
      JasperReport report = JasperCompileManager.getInstance(context).compile(design.design());
      Map<String, Object> parameters = new HashMap<>(design.texts());
      parameters.put(JRParameter.REPORT_LOCALE, Locale.ROOT);
      return JasperFillManager.getInstance(context)
          .fill(report, parameters, new TableRows(table, layout, medium, printable));
    } catch (JRException e) {
      throw new IllegalStateException("cannot print the table " + table.title(), e);
    }
  }

  private Stream<Font> fontsNamed(String name) {
    FontUtil fonts = FontUtil.getInstance(context);
    FontInfo family = fonts.getFontInfo(name, null);
    FontSetInfo set = fonts.getFontSetInfo(name, null, true);
    Stream<FontFamily> ofSet =
        set == null
            ? Stream.of()
            : set.getFamilies().stream().map(FontSetFamilyInfo::getFontFamily);
    return Stream.concat(Stream.ofNullable(family).map(FontInfo::getFontFamily), ofSet)
        .map(FontFamily::getNormalFace)
        .filter(face -> face != null && face.getFont() != null)
        .map(FontFace::getFont);
  }
}
