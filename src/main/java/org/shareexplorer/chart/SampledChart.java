package org.shareexplorer.chart;

import java.util.Optional;
import org.shareexplorer.engine.SampledTable.Share;

/**
 * A chart of some of the rows.
 *
 * @param chart what it shows of them
 * @param share which rows those are
 */
public record SampledChart(Chart chart, Share share) implements Chart {

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
    return switch (share) {
      case Share.Spread(int files, int rows) when files == 1 ->
          "1 of " + Figures.count(rows) + " rows";
      case Share.Spread(int files, int rows) ->
          "1 of "
              + Figures.count(files)
              + " files"
              + (rows == 1 ? "" : " and 1 of " + Figures.count(rows) + " of their rows");
      case Share.Parts() -> "a few parts of the table";
    };
  }

  @Override
  public Optional<String> emptiness() {
    return chart.emptiness();
  }
}
