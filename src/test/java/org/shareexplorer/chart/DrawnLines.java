package org.shareexplorer.chart;

import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;

/** Lines as they are drawn, for tests that compare them. */
public final class DrawnLines {

  private DrawnLines() {}

  /** {@return the moving average of a chart that has one} */
  public static XYDataset average(Chart chart) {
    return ((XYPlot) new ChartPicture(chart, ChartTheme.LIGHT).plotted(800).plot()).getDataset(0);
  }
}
