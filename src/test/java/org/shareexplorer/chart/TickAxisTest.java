package org.shareexplorer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

class TickAxisTest {

  private static List<String> labels(double from, double to, double width) {
    TickAxis axis = new TickAxis(ChartTheme.LIGHT, Ticks.NUMBERS, new Span(from, to));
    Graphics2D g2 = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    List<?> ticks =
        axis.refreshTicks(
            g2, new AxisState(), new Rectangle2D.Double(0, 0, width, 100), RectangleEdge.BOTTOM);
    g2.dispose();
    return ticks.stream().map(tick -> ((NumberTick) tick).getText()).toList();
  }

  @Test
  void aNarrowAxisTellsItsScaleByTwoLabelsAtLeast() {
    assertThat(labels(32.9, 19_932, 500)).contains("2,000", "10,000", "18,000");
    assertThat(labels(32.9, 19_932, 210)).containsExactly("5,000", "10,000", "15,000");
    assertThat(labels(32.9, 19_932, 145)).containsExactly("5,000", "15,000");
  }

  @Test
  void whereThereIsRoomForOneLabelThereIsOne() {
    assertThat(labels(32.9, 19_932, 30)).hasSize(1);
  }
}
