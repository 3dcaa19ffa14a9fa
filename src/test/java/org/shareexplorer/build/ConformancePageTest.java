package org.shareexplorer.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The page on conformance names tests that there are. */
class ConformancePageTest {

  private static final Path PAGE = Path.of("docs/conformance.md");
  private static final Path SOURCES = Path.of("src/test/java");
  private static final Pattern CASE = Pattern.compile("\\| (\\d+) \\| (.+) \\| (.+) \\|");
  private static final Pattern NAME = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  @Test
  void everyCaseHasTestsAndEveryTestIsThere() throws Exception {
    List<Integer> cases = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    Map<String, String> classes = classes();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = CASE.matcher(line);
      if (!row.matches()) {
        continue;
      }
      cases.add(Integer.valueOf(row.group(1)));
      List<MatchResult> named = NAME.matcher(row.group(3)).results().toList();
      assertThat(named).as(line).isNotEmpty();
      for (MatchResult name : named) {
        if (!there(classes.getOrDefault(name.group(1), ""), name.group(2))) {
          missing.add(row.group(1) + ": " + name.group());
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(cases).isEqualTo(IntStream.rangeClosed(1, 46).boxed().toList());
  }

  private static boolean there(String type, String test) throws ClassNotFoundException {
    if (type.isEmpty()) {
      return false;
    }
    ClassLoader loader = ConformancePageTest.class.getClassLoader();
    return Arrays.stream(Class.forName(type, false, loader).getDeclaredMethods())
        .filter(ConformancePageTest::isTest)
        .anyMatch(method -> method.getName().equals(test));
  }

  private static boolean isTest(Method method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(ParameterizedTest.class);
  }

  /** Full names by simple ones. */
  private static Map<String, String> classes() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .map(file -> SOURCES.relativize(file).toString())
          .filter(file -> file.endsWith("Test.java"))
          .map(file -> file.replace(".java", "").replace('/', '.').replace('\\', '.'))
          .collect(
              Collectors.toMap(
                  name -> name.substring(name.lastIndexOf('.') + 1), name -> name, (a, b) -> a));
    }
  }
}
