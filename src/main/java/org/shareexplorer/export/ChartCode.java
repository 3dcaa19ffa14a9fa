package org.shareexplorer.export;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shareexplorer.chart.AnnotatedSpec;
import org.shareexplorer.chart.BarSpec;
import org.shareexplorer.chart.BoxPlotSpec;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.CorrelationSpec;
import org.shareexplorer.chart.DensitySpec;
import org.shareexplorer.chart.HeatMapSpec;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.MultiplesSpec;
import org.shareexplorer.chart.PieSpec;
import org.shareexplorer.chart.ScatterSpec;
import org.shareexplorer.chart.TimeSeriesSpec;

/**
 * Charts of a data frame {@code rows} by pandas and matplotlib. Each is a function of rows and of
 * the axes that they are drawn on, so that small multiples are the same function several times.
 */
final class ChartCode {

  /** As many groups as have a colour of their own. */
  static final int LINES = 7;

  private ChartCode() {}

  /** {@return what is to be run: what all charts share, then a part for each} */
  static List<String> parts(Recipe recipe) {
    List<String> parts = new ArrayList<>();
    if (!recipe.charts().isEmpty()) {
      parts.add(shared(recipe.zone()));
      recipe.charts().forEach(chart -> parts.add(part(chart)));
    }
    return parts;
  }

  /** What the functions of all charts stand on. */
  private static String shared(ZoneId zone) {
    return """
    import matplotlib.pyplot as plt
    import numpy as np
    from scipy.stats import gaussian_kde

    ZONE = %s  # where days begin


    def name(value):
        return "null" if pd.isna(value) else str(value).replace("$", "\\\\$")


    def numbers(rows, column):
        values = rows[column].astype("float64")
        return values.where(np.isfinite(values))


    def local(rows, column):
        times = pd.to_datetime(rows[column])
        return times if times.dt.tz is None else times.dt.tz_convert(ZONE).dt.tz_localize(None)


    def steps(rows, column, step):
        return local(rows, column).dt.to_period(step).dt.start_time


    def finished(line, rows, column, step):
        # Without the last step, if its rows end farther before its end than those of any step before it.
        times = local(rows, column)
        periods = times.dt.to_period(step)
        left = (periods.dt.end_time - times).dt.days.groupby(periods).min()
        part = len(left) > 0 and left.iloc[-1] > max(left.iloc[:-1], default=0)
        return line.iloc[:-1] if part else line


    def trace(axes, line, whole, label=None):
        axes.plot(whole, label=label)
        if len(whole) < len(line):
            axes.set_prop_cycle(None)
            axes.plot(line.iloc[max(len(whole) - 1, 0) :], "o--", markevery=[-1], markerfacecolor="white")


    def figures(rows, by, how="size", column=None):
        if column is None:
            return rows.groupby(by, dropna=False).size()
        exact = how == "nunique" or not pd.api.types.is_numeric_dtype(rows[column])
        values = rows[column] if exact and how in ("count", "nunique") else numbers(rows, column)
        groups = values.groupby(by, dropna=False)
        return groups.sum(min_count=1) if how == "sum" else getattr(groups, how)()


    def largest(rows, column, most):
        return list(rows[column].value_counts(dropna=False).index[:most])


    def others(rows, column, kept):
        return rows.assign(**{column: rows[column].where(rows[column].isin(kept), "others")})


    def curve(axes, values, label=None):
        x = np.linspace(values.min(), values.max(), 200)
        axes.plot(x, gaussian_kde(values)(x), label=label)\
    """
        .formatted(PythonText.quoted(zone.getId()));
  }

  private static String part(ChartSpec chart) {
    ChartSpec plain = AnnotatedSpec.plain(chart);
    String title = words(chart.title());
    if (plain instanceof MultiplesSpec(ChartSpec each, String by, int most)) {
      return function(each)
          + """


          groups = largest(rows, %1$s, %2$d)
          figure, grid = plt.subplots((len(groups) + 2) // 3, 3, figsize=(12, 8), sharex=True, sharey=True, squeeze=False)
          for axes, group in zip(grid.flat, groups):
              draw(rows[rows[%1$s].isin([group])], axes)
              axes.set_title(name(group))
          figure.suptitle(%3$s)
          figure.tight_layout()
          plt.show()\
          """
              .formatted(PythonText.quoted(by), most, title);
    }
    return function(plain)
        + """


        figure, axes = plt.subplots(figsize=(9, 5))
        draw(rows, axes)
        axes.set_title(%s)
        figure.tight_layout()
        plt.show()\
        """
            .formatted(title);
  }

  private static String function(ChartSpec chart) {
    List<String> lines =
        switch (chart) {
          case HistogramSpec histogram -> SpreadCode.histogram(histogram);
          case DensitySpec(String column, String group) -> SpreadCode.density(column, group);
          case BoxPlotSpec boxes -> SpreadCode.boxes(boxes);
          case BarSpec bars -> GroupCode.bars(bars);
          case PieSpec pie -> GroupCode.pie(pie);
          case TimeSeriesSpec series -> GroupCode.series(series);
          case ScatterSpec scatter -> SpreadCode.scatter(scatter);
          case HeatMapSpec cells -> GroupCode.cells(cells);
          case CorrelationSpec(List<String> columns) -> SpreadCode.correlation(columns);
          case MultiplesSpec _, AnnotatedSpec _ -> throw new IllegalArgumentException();
        };
    return lines.stream().collect(Collectors.joining("\n    ", "def draw(rows, axes):\n    ", ""));
  }

  /** {@return what names the rows and columns of cells} */
  static List<String> ticks(String cells) {
    return List.of(
        "axes.set_xticks(range(len(%1$s.columns)), [name(each) for each in %1$s.columns], rotation=45)"
            .formatted(cells),
        "axes.set_yticks(range(len(%1$s.index)), [name(each) for each in %1$s.index])"
            .formatted(cells));
  }

  /** {@return a text to be drawn, in which a dollar begins no formula} */
  static String words(String text) {
    return PythonText.quoted(text.replace("$", "\\$"));
  }
}
