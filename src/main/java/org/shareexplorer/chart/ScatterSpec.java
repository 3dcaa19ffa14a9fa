package org.shareexplorer.chart;

import java.time.ZoneId;
import java.util.List;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.PairsQuestion;
import org.shareexplorer.job.Job;

/**
 * How two numeric columns go together: a point per row, or where these are too many, hexagons.
 *
 * @param across the column from left to right
 * @param up the column from bottom to top
 * @param acrossScale linear or logarithmic
 * @param upScale linear or logarithmic
 */
public record ScatterSpec(String across, String up, Scale acrossScale, Scale upScale)
    implements ChartSpec {

  /** More points than a picture shows apart. */
  public static final int MOST_POINTS = 50_000;

  private static final int HEXAGONS = 48;

  /** On linear scales. */
  public ScatterSpec(String across, String up) {
    this(across, up, Scale.LINEAR, Scale.LINEAR);
  }

  @Override
  public ChartKind kind() {
    return ChartKind.SCATTER;
  }

  @Override
  public String title() {
    return up + " against " + across;
  }

  @Override
  public String mainColumn() {
    return up;
  }

  @Override
  public boolean measured() {
    return true;
  }

  @Override
  public Chart ask(OpenTable table, ZoneId zone, Job job) {
    return new ScatterChart(
        this,
        table.ask(new PairsQuestion(across, up, acrossScale, upScale, MOST_POINTS, HEXAGONS), job));
  }

  @Override
  public List<Setting> settings(ChartColumns columns) {
    List<Scale> scales = List.of(Scale.values());
    return List.of(
        new Setting.OneOf(
            "across",
            columns.values(),
            across,
            name -> new ScatterSpec(name, up, acrossScale, upScale)),
        new Setting.OneOf(
            "up",
            columns.values(),
            up,
            name -> new ScatterSpec(across, name, acrossScale, upScale)),
        Setting.of(
            "scale across",
            scales,
            acrossScale,
            chosen -> new ScatterSpec(across, up, chosen, upScale)),
        Setting.of(
            "scale up",
            scales,
            upScale,
            chosen -> new ScatterSpec(across, up, acrossScale, chosen)));
  }

  @Override
  public String definitions() {
    return "A point for each row that has both values. Beyond "
        + Figures.count(MOST_POINTS)
        + " rows, points are counted into hexagons, the darker the more.";
  }
}
