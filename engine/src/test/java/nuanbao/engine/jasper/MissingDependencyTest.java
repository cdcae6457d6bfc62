package nuanbao.engine.jasper;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MissingDependencyTest {

  @ParameterizedTest
  @MethodSource
  void says_what_to_add(Class<?> writer, String missing, String artifact) throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader classes = classPathWithout(missing)) {
      Thread.currentThread().setContextClassLoader(classes);
      Class<?> same = classes.loadClass(writer.getName());
      assertThatThrownBy(() -> same.getConstructor().newInstance())
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(artifact);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  static Stream<Arguments> says_what_to_add() {
    String core = "net/sf/jasperreports/engine/JasperReport.class";
    String pdf = "net/sf/jasperreports/pdf/JRPdfExporter.class";
    String fonts = "nuanbao/fonts/fonts.xml";
    return Stream.of(
        argumentSet(
            "PDF without JasperReports",
            PdfReportWriter.class,
            core,
            "net.sf.jasperreports:jasperreports"),
        argumentSet(
            "PDF without its library",
            PdfReportWriter.class,
            pdf,
            "net.sf.jasperreports:jasperreports-pdf"),
        argumentSet(
            "PDF without fonts", PdfReportWriter.class, fonts, "io.github.nuanbao:nuanbao-fonts"),
        argumentSet(
            "workbook without JasperReports",
            XlsxReportWriter.class,
            core,
            "net.sf.jasperreports:jasperreports"),
        argumentSet(
            "workbook without fonts",
            XlsxReportWriter.class,
            fonts,
            "io.github.nuanbao:nuanbao-fonts"));
  }

  private static URLClassLoader classPathWithout(String resource) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.exists(path) && !holds(path, resource)) urls.add(path.toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static boolean holds(Path entry, String resource) throws Exception {
    if (Files.isDirectory(entry)) return Files.exists(entry.resolve(resource));
    try (JarFile jar = new JarFile(entry.toFile())) {
      return jar.getEntry(resource) != null;
    }
  }
}
