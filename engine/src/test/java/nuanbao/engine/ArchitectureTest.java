package nuanbao.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of packages: each may use only those above it, and only the edges know the outside. */
class ArchitectureTest {
  private static final String ROOT = "nuanbao.engine.";

  /** From the top down. The edges stand beside each other: none of them uses another. */
  private static final List<String> TABLE =
      List.of(
          "problem",
          "unit",
          "timeline",
          "formula",
          "measure",
          "form",
          "duty",
          "submission",
          "rollup",
          "report",
          "campaign",
          "intake");

  private static final List<String> EDGES = List.of("json", "html", "jasper", "memory");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("nuanbao.engine");

  @ParameterizedTest
  @MethodSource
  void uses_only_packages_above_it(String name, String[] below) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(below)
        .check(CLASSES);
  }

  static Stream<Arguments> uses_only_packages_above_it() {
    Stream<Arguments> inner =
        TABLE.stream()
            .map(
                name ->
                    Arguments.of(
                        name,
                        Stream.concat(
                                TABLE.subList(TABLE.indexOf(name) + 1, TABLE.size()).stream(),
                                EDGES.stream())
                            .map(other -> ROOT + other + "..")
                            .toArray(String[]::new)));
    Stream<Arguments> edges =
        EDGES.stream()
            .map(
                name ->
                    Arguments.of(
                        name,
                        EDGES.stream()
                            .filter(other -> !other.equals(name))
                            .map(other -> ROOT + other + "..")
                            .toArray(String[]::new)));
    return Stream.concat(inner, edges);
  }

  @ParameterizedTest
  @MethodSource
  void only_one_package_knows_a_library(String library, String mayUse) {
    noClasses()
        .that()
        .resideOutsideOfPackage(mayUse)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  static Stream<Arguments> only_one_package_knows_a_library() {
    return Stream.of(
        Arguments.of("com.fasterxml.jackson..", ROOT + "json.."),
        Arguments.of("com.networknt..", ROOT + "json.."),
        Arguments.of("gg.jte..", ROOT + "html.."),
        Arguments.of("net.sf.jasperreports..", ROOT + "jasper.."),
        Arguments.of("org.antlr..", ROOT + "formula.."),
        Arguments.of("com.tyme..", ROOT + "timeline.."));
  }

  @Test
  void reads_no_clock() {
    for (String type :
        List.of("Instant", "LocalDate", "LocalDateTime", "ZonedDateTime", "LocalTime")) {
      noClasses().should().callMethod("java.time." + type, "now").check(CLASSES);
    }
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(java.time.Clock.class)
        .check(CLASSES);
  }

  @Test
  void knows_no_http_and_no_sql() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "java.net.http..", "io.micronaut..")
        .check(CLASSES);
  }
}
