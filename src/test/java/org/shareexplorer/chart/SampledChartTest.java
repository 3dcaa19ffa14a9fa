package org.shareexplorer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shareexplorer.engine.SampledTable.Share;

class SampledChartTest {

  private static SampledChart of(int files, int rows) {
    return new SampledChart(SampleCharts.histogram(), new Share.Spread(files, rows));
  }

  @Test
  void saysWhetherRowsOrFilesWereLeftOut() {
    assertThat(of(1, 40).exactness()).startsWith("a sample, 1 of 40 rows: ");
    assertThat(of(1_000, 1).exactness()).startsWith("a sample, 1 of 1,000 files: ");
    assertThat(of(1_000, 3).description())
        .startsWith("From a sample, 1 of 1,000 files and 1 of 3 of their rows: ");
  }
}
