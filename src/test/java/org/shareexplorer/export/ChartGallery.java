package org.shareexplorer.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.ChartPicture;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.chart.SampleCharts;
import org.shareexplorer.job.Job;

/** Writes a picture of every sample chart, light and dark, to be looked at. */
final class ChartGallery {

  private ChartGallery() {}

  /** Writes into the folder that is named first. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (Map.Entry<String, Chart> sample : SampleCharts.all().entrySet()) {
      for (boolean dark : new boolean[] {false, true}) {
        new ChartImage(new ChartPicture(sample.getValue(), ChartTheme.of(dark)), 480, 320)
            .save(
                folder.resolve(sample.getKey() + (dark ? "-dark.png" : ".png")), Job.unattended());
      }
    }
  }
}
