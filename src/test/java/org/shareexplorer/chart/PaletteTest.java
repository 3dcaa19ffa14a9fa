package org.shareexplorer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours of series as people see them who lack one kind of cone. */
class PaletteTest {

  /** How linear red, green and blue are seen, after Machado et al. (2009), severity 1. */
  enum Vision {
    FULL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998),
    DEUTERANOPIA(
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    TRITANOPIA(
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
        0.303900);

    @SuppressWarnings("ImmutableEnumChecker") // never written to
    private final double[] seen;

    Vision(double... seen) {
      this.seen = seen;
    }

    /** {@return a colour in CIELAB, white being 1, 1, 1} */
    double[] of(Color colour) {
      double[] light = {
        linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())
      };
      double[] rgb = new double[3];
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          rgb[i] += seen[3 * i + j] * light[j];
        }
        rgb[i] = Math.clamp(rgb[i], 0, 1);
      }
      double x = root((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
      double y = root(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
      double z = root((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
      return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(int part) {
      double c = part / 255.0;
      return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double root(double t) {
      return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }
  }

  static Stream<Arguments> views() {
    return Stream.of(ChartTheme.LIGHT, ChartTheme.DARK)
        .flatMap(theme -> Stream.of(Vision.values()).map(vision -> Arguments.of(theme, vision)));
  }

  @ParameterizedTest
  @MethodSource("views")
  void seriesAreToldApartFromEachOtherAndFromTheGround(ChartTheme theme, Vision vision) {
    for (int i = 0; i < Palette.SIZE; i++) {
      double[] one = vision.of(theme.palette().of(i));
      assertThat(apart(one, vision.of(theme.background()))).isGreaterThan(20);
      for (int j = 0; j < i; j++) {
        assertThat(apart(one, vision.of(theme.palette().of(j))))
            .as("colours %d and %d for %s", j, i, vision)
            .isGreaterThan(17);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void seriesStandOutFromTheGround(boolean dark) {
    ChartTheme theme = ChartTheme.of(dark);
    double ground = luminance(theme.background());
    for (int i = 0; i < Palette.SIZE; i++) {
      double one = luminance(theme.palette().of(i));
      assertThat((Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05))
          .as("colour %d", i)
          .isGreaterThanOrEqualTo(3);
    }
  }

  /** WCAG 2.2, “relative luminance”. */
  private static double luminance(Color colour) {
    return 0.2126 * Vision.linear(colour.getRed())
        + 0.7152 * Vision.linear(colour.getGreen())
        + 0.0722 * Vision.linear(colour.getBlue());
  }

  private static double apart(double[] one, double[] other) {
    return Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aChartThatIsPassingHasPalerSeriesButNotPalerWords(boolean dark) {
    ChartTheme theme = ChartTheme.of(dark);
    ChartTheme passing = theme.passing();
    assertThat(passing.text()).isEqualTo(theme.text());
    assertThat(passing.softText()).isEqualTo(theme.softText());
    assertThat(passing.line()).isEqualTo(theme.line());
    double[] ground = Vision.FULL.of(theme.background());
    for (int i = 0; i < Palette.SIZE; i++) {
      assertThat(apart(Vision.FULL.of(passing.palette().of(i)), ground))
          .isLessThan(0.8 * apart(Vision.FULL.of(theme.palette().of(i)), ground));
    }
    assertThat(apart(Vision.FULL.of(passing.bar()), ground))
        .isLessThan(0.8 * apart(Vision.FULL.of(theme.bar()), ground));
  }
}
