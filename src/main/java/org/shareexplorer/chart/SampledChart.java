package org.shareexplorer.chart;

import java.util.Optional;

/**
 * A chart of some of the rows.
 *
 * @param chart what it shows of them
 * @param every one of so many rows counts
 */
public record SampledChart(Chart chart, int every) implements Chart {

  @Override
  public ChartSpec spec() {
    return chart.spec();
  }

  @Override
  public String exactness() {
    return "a sample, 1 of "
        + Figures.count(every)
        + " rows: "
        + chart.exactness().replaceFirst("^all ", "").replace(", exact", "")
        + "; counts and sums are those of the sample";
  }

  @Override
  public String description() {
    return "From a sample, 1 of "
        + Figures.count(every)
        + " rows: "
        + chart.description().replace(", exact", "").replace("all ", "");
  }

  @Override
  public Optional<String> emptiness() {
    return chart.emptiness();
  }
}
