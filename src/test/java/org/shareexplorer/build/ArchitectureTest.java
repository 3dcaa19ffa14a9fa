package org.shareexplorer.build;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.shareexplorer.build.planted.app.PlantedInApp;

/**
 * The walls of the house. Packages below each see only those above them; some libraries are for
 * some packages only. Each wall is shown, once, to stop a violation planted in {@code
 * build.planted}.
 */
class ArchitectureTest {

  private static final String ROOT = "org.shareexplorer";

  /** Top-level packages from the ground up; each may use those before it. */
  private static final List<String> LAYERS =
      List.of(
          "problem",
          "job",
          "settings",
          "net",
          "profile",
          "protocol",
          "doctor",
          "table",
          "parquet",
          "cache",
          "engine",
          "chart",
          "export",
          "dashboard",
          "provider",
          "workspace",
          "ui",
          "cli",
          "app");

  /** What a package may use less of than its place in the order allows. */
  private static final Map<String, List<String>> STRICTER =
      Map.of(
          "job", List.of(),
          "settings", List.of("problem", "job"),
          "net", List.of("problem", "job"),
          "profile", List.of("problem", "job", "settings"),
          // A rule misread by both sides would agree with itself.
          "provider", List.of("problem", "job"),
          // A terminal has no window, and starts without JavaFX.
          "cli", LAYERS.subList(0, LAYERS.indexOf("ui")));

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private static final JavaClasses PLANTED =
      new ClassFileImporter()
          .importPackages(PlantedInApp.class.getPackageName().replace(".app", ""));

  /**
   * The walls for code below a root package, so that planted code can stand before the same walls.
   */
  private static Map<String, ArchRule> walls(String root) {
    Map<String, ArchRule> walls = new LinkedHashMap<>();
    for (int i = 0; i < LAYERS.size(); i++) {
      String layer = LAYERS.get(i);
      List<String> allowed = new ArrayList<>(STRICTER.getOrDefault(layer, LAYERS.subList(0, i)));
      allowed.add(layer);
      String[] forbidden =
          LAYERS.stream()
              .filter(other -> !allowed.contains(other))
              .map(other -> root + "." + other + "..")
              .toArray(String[]::new);
      walls.put(
          layer + " uses only " + allowed,
          noClasses()
              .that()
              .resideInAPackage(root + "." + layer + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(forbidden)
              .allowEmptyShould(true));
    }
    walls.put(
        "JavaFX only in the window",
        only(root, List.of("ui", "app"), "javafx..", "org.controlsfx..", "atlantafx.."));
    walls.put(
        "OkHttp only on the wire", only(root, List.of("net", "protocol"), "okhttp3..", "okio.."));
    walls.put(
        "SQL only in the engine", only(root, List.of("engine"), "java.sql..", "org.duckdb.."));
    walls.put(
        "JFreeChart only where charts are",
        only(root, List.of("chart", "export", "ui"), "org.jfree.."));
    walls.put(
        "threads only in jobs",
        noClasses()
            .that(outside(root, List.of("job")))
            .should()
            .callConstructorWhere(target("a thread or a pool", t -> threadMaker(t.getTarget())))
            .orShould()
            .callMethodWhere(target("a thread or a pool", t -> threadMaker(t.getTarget())))
            .allowEmptyShould(true));
    walls.put(
        "Platform.runLater only in ui.fx",
        noClasses()
            .that(outside(root, List.of("ui.fx", "app")))
            .should()
            .callMethodWhere(
                target(
                    "Platform.runLater",
                    t ->
                        t.getTarget().getOwner().getName().equals("javafx.application.Platform")
                            && t.getTarget().getName().equals("runLater")))
            .allowEmptyShould(true));
    walls.put(
        "nouns of the field for names",
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .haveNameMatching(".*(Util|Utils|Manager|Impl|Helper)(\\$.*)?")
            .allowEmptyShould(true));
    return walls;
  }

  private static boolean threadMaker(AccessTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    boolean thread =
        owner.equals("java.lang.Thread") && (name.equals("<init>") || name.startsWith("of"));
    boolean pool = owner.endsWith("ThreadPoolExecutor") && name.equals("<init>");
    return thread
        || pool
        || owner.equals("java.util.concurrent.Executors")
        || owner.equals("java.util.Timer");
  }

  private static <T extends com.tngtech.archunit.core.domain.JavaAccess<?>>
      DescribedPredicate<T> target(String what, java.util.function.Predicate<T> test) {
    return DescribedPredicate.describe(what, test);
  }

  private static ArchRule only(String root, List<String> inside, String... libraries) {
    return noClasses()
        .that(outside(root, inside))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> outside(String root, List<String> packages) {
    return resideInAnyPackage(root + "..")
        .and(
            DescribedPredicate.not(
                resideInAnyPackage(
                    packages.stream().map(p -> root + "." + p + "..").toArray(String[]::new))));
  }

  @TestFactory
  Stream<DynamicTest> everyWallStands() {
    return walls(ROOT).entrySet().stream()
        .map(wall -> DynamicTest.dynamicTest(wall.getKey(), () -> wall.getValue().check(CODE)));
  }

  @TestFactory
  Stream<DynamicTest> everyWallStopsAPlantedViolation() {
    List<String> planted =
        List.of(
            "job uses only [job]",
            "provider uses only [problem, job, provider]",
            "JavaFX only in the window",
            "OkHttp only on the wire",
            "SQL only in the engine",
            "JFreeChart only where charts are",
            "threads only in jobs",
            "Platform.runLater only in ui.fx",
            "nouns of the field for names");
    Map<String, ArchRule> walls = walls(ROOT + ".build.planted");
    return planted.stream()
        .map(wall ->
            DynamicTest.dynamicTest(
                wall,
                () ->
                    assertThatThrownBy(
                            () -> java.util.Objects.requireNonNull(walls.get(wall)).check(PLANTED))
                        .isInstanceOf(AssertionError.class)));
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    classes()
        .that()
        .resideInAPackage(ROOT + "..")
        .should()
        .resideInAnyPackage(
            LAYERS.stream().map(layer -> ROOT + "." + layer + "..").toArray(String[]::new))
        .check(CODE);
  }

  @Test
  void everyPackageSaysWhatItIsForAndWhereNullIsAllowed() throws Exception {
    Path sources = Path.of("src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      List<Path> silent =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .filter(folder -> !speaks(folder.resolve("package-info.java")))
              .toList();
      assertThat(silent).isEmpty();
    }
  }

  private static boolean speaks(Path packageInfo) {
    try {
      return Files.exists(packageInfo)
          && Files.readString(packageInfo).contains("@NullMarked")
          && Files.readString(packageInfo).startsWith("/**");
    } catch (java.io.IOException e) {
      return false;
    }
  }
}
