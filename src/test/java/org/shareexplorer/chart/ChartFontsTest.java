package org.shareexplorer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartFontsTest {

  private static final Font SYSTEM = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

  @ParameterizedTest
  @ValueSource(strings = {"Größe", "東京都", "قطاع", "Київ", "ไทย", "→"})
  void whatTheSystemCanWriteChartsCanWriteToo(String text) {
    for (Font font : new Font[] {ChartFonts.LABEL, ChartFonts.TITLE.deriveFont(20f)}) {
      assertThat(font.getFontName()).startsWith("Inter");
      if (SYSTEM.canDisplayUpTo(text) < 0) {
        assertThat(font.canDisplayUpTo(text)).isEqualTo(-1);
      }
    }
  }
}
