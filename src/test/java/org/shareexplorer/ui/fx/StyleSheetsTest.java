package org.shareexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What style sheets ask for that JavaFX passes over in silence. */
class StyleSheetsTest {

  /** JavaFX knows regular and bold; what lies between has a family of its own. */
  private static final Pattern UNKNOWN_WEIGHT =
      Pattern.compile("-fx-font-weight:\\s*+(?!bold|normal|700|400)[^;]*;");

  @Test
  void weightsBetweenRegularAndBoldAreFamiliesOfTheirOwn() throws IOException {
    List<Path> sheets;
    try (var files = Files.walk(Path.of("src/main/resources/org/shareexplorer/ui"))) {
      sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
    }
    assertThat(sheets).hasSizeGreaterThan(10);
    for (Path sheet : sheets) {
      assertThat(UNKNOWN_WEIGHT.matcher(Files.readString(sheet)).results().map(r -> r.group()))
          .as(sheet.toString())
          .isEmpty();
    }
  }
}
