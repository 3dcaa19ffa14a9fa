package org.shareexplorer.chart;

import java.util.Optional;
import org.shareexplorer.engine.SampledTable;

/**
 * A chart of some of the rows.
 *
 * @param chart what it shows of them
 * @param share which rows those are
 */
public record SampledChart(Chart chart, SampledTable.Share share) implements Chart {

  @Override
  public ChartSpec spec() {
    return chart.spec();
  }

  @Override
  public String exactness() {
    return "a sample, "
        + words()
        + ": "
        + chart.exactness().replaceFirst("^all ", "").replace(", exact", "")
        + "; counts and sums are those of the sample";
  }

  @Override
  public String description() {
    return "From a sample, "
        + words()
        + ": "
        + chart.description().replace(", exact", "").replace("all ", "");
  }

  private String words() {
    if (share.files() == 1) {
      return "1 of " + Figures.count(share.rows()) + " rows";
    }
    return "1 of "
        + Figures.count(share.files())
        + " files"
        + (share.rows() == 1 ? "" : " and 1 of " + Figures.count(share.rows()) + " of their rows");
  }

  @Override
  public Optional<String> emptiness() {
    return chart.emptiness();
  }
}
