package org.shareexplorer.dashboard;

import org.shareexplorer.chart.ChartSpec;

/**
 * A chart.
 *
 * @param source of which rows
 * @param chart what it shows of them
 */
public record ChartContent(Source source, ChartSpec chart) implements Content.OfRows {

  @Override
  public String title() {
    return chart.title();
  }

  @Override
  public String definitions() {
    return chart.definitions();
  }

  @Override
  public int usualWidth() {
    return 6;
  }

  @Override
  public int usualHeight() {
    return 4;
  }
}
