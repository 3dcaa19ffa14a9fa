package org.shareexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.chart.ChartTheme;

/** How well the style sheets' colours stand out from each other, as WCAG 2.2 measures it. */
class ContrastTest {

  private static final Path SHEETS = Path.of("src/main/resources/org/shareexplorer/ui");
  private static final Pattern COLOUR = Pattern.compile("-se-([a-z-]+): (#[0-9a-f]{6});");

  /** Colours that text is written in, and what any of them may stand on. */
  private static final List<String> WORDS =
      List.of("fg", "fg-soft", "fg-faint", "accent", "warn", "danger", "number", "null");

  private static final List<String> GROUNDS = List.of("bg", "bg-side", "bg-raised", "accent-soft");

  /** Text on a ground of its own. */
  private static final Map<String, List<String>> OWN =
      Map.of(
          "warn-soft", List.of("fg", "fg-soft", "fg-faint", "warn", "number", "null"),
          "danger-soft", List.of("fg", "fg-soft", "danger"),
          "accent", List.of("on-accent"),
          "fg", List.of("bg"));

  private static Function<String, Color> colours(boolean dark) throws IOException {
    String sheet = Files.readString(SHEETS.resolve("tokens.css"));
    int half = sheet.indexOf(".root.dark");
    Map<String, Color> colours = read(sheet.substring(0, half));
    assertThat(colours).hasSizeGreaterThan(15);
    if (dark) {
      assertThat(read(sheet.substring(half))).hasSameSizeAs(colours);
      colours.putAll(read(sheet.substring(half)));
    }
    return name -> Objects.requireNonNull(colours.get(name), name);
  }

  private static Map<String, Color> read(String sheet) {
    return COLOUR
        .matcher(sheet)
        .results()
        .collect(
            Collectors.toMap(
                found -> found.group(1),
                found -> Color.decode(found.group(2)),
                (_, later) -> later,
                HashMap::new));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void textIsReadable(boolean dark) throws IOException {
    Function<String, Color> colours = colours(dark);
    Stream<List<String>> anywhere =
        WORDS.stream().flatMap(word -> GROUNDS.stream().map(ground -> List.of(word, ground)));
    Stream<List<String>> own =
        OWN.entrySet().stream()
            .flatMap(
                ground -> ground.getValue().stream().map(word -> List.of(word, ground.getKey())));
    assertThat(Stream.concat(anywhere, own))
        .allSatisfy(pair ->
            assertThat(contrast(colours.apply(pair.getFirst()), colours.apply(pair.getLast())))
                .as("%s on %s", pair.toArray())
                .isGreaterThanOrEqualTo(4.5));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void barsStandOutFromTheirGround(boolean dark) throws IOException {
    Function<String, Color> colours = colours(dark);
    for (String ground : List.of("bg", "bg-side")) {
      for (String bar : List.of("bar", "bar-strong")) {
        assertThat(contrast(colours.apply(bar), colours.apply(ground)))
            .as("%s on %s", bar, ground)
            .isGreaterThanOrEqualTo(3);
      }
    }
    assertThat(contrast(colours.apply("bar"), colours.apply("bar-strong")))
        .as("what is picked out of bars")
        .isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void drawnChartsHaveTheSameColours(boolean dark) throws IOException {
    Function<String, Color> colours = colours(dark);
    ChartTheme theme = ChartTheme.of(dark);
    assertThat(theme)
        .isEqualTo(
            new ChartTheme(
                colours.apply("bg"),
                colours.apply("line"),
                colours.apply("fg"),
                colours.apply("fg-soft"),
                colours.apply("accent-soft"),
                colours.apply("bar"),
                colours.apply("bar-strong"),
                1));
  }

  /** A colour for text that is not among those measured would be none of this test's. */
  @Test
  void textHasNoOtherColours() throws IOException {
    Pattern text = Pattern.compile("(?m)(?:-fx-text-fill|-fx-prompt-text-fill): ([^;]+);");
    Set<String> used = new TreeSet<>();
    try (var files = Files.list(SHEETS)) {
      for (Path sheet : files.filter(file -> file.toString().endsWith(".css")).toList()) {
        text.matcher(Files.readString(sheet)).results().forEach(found -> used.add(found.group(1)));
      }
    }
    used.remove("transparent");
    Set<String> known = new TreeSet<>(Set.of("-se-on-accent", "-se-bg"));
    WORDS.forEach(word -> known.add("-se-" + word));
    assertThat(used).hasSizeGreaterThan(5).isSubsetOf(known);
  }

  /** WCAG 2.2, “contrast ratio”. */
  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /** WCAG 2.2, “relative luminance”. */
  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int part) {
    double c = part / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
