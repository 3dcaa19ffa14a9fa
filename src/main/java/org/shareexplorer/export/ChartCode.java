package org.shareexplorer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.shareexplorer.chart.Quantity;
import org.shareexplorer.chart.ScatterSpec;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.GroupKey.Rank;
import org.shareexplorer.engine.HistogramQuestion.Scale;

/**
 * Charts of a data frame {@code rows} by pandas and matplotlib. Each is a function of rows and of
 * the axes that they are drawn on, so that small multiples are the same function several times.
 */
final class ChartCode {

  /** As many groups as have a colour of their own. */
  private static final int LINES = 7;

  private ChartCode() {}

  /** {@return what is to be run: what all charts share, then a part for each} */
  static List<String> parts(Recipe recipe) {
    List<String> parts = new ArrayList<>();
    if (!recipe.charts().isEmpty()) {
      parts.add(SHARED.formatted(PythonText.quoted(recipe.zone().getId())));
      recipe.charts().forEach(chart -> parts.add(part(chart)));
    }
    return parts;
  }

  private static final String SHARED =
      """
      import matplotlib.pyplot as plt
      import numpy as np
      from scipy.stats import gaussian_kde

      ZONE = %s  # where days begin


      def name(value):
          return "null" if pd.isna(value) else str(value).replace("$", "\\\\$")


      def numbers(rows, column):
          values = rows[column].astype("float64")
          return values.where(np.isfinite(values))


      def steps(rows, column, step):
          times = pd.to_datetime(rows[column])
          if times.dt.tz is not None:
              times = times.dt.tz_convert(ZONE).dt.tz_localize(None)
          return times.dt.to_period(step).dt.start_time


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
      """;

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
          case HistogramSpec histogram -> histogram(histogram);
          case DensitySpec(String column, String group) -> density(column, group);
          case BoxPlotSpec boxes -> boxes(boxes);
          case BarSpec bars -> bars(bars);
          case PieSpec pie -> pie(pie);
          case TimeSeriesSpec series -> series(series);
          case ScatterSpec scatter -> scatter(scatter);
          case HeatMapSpec cells -> cells(cells);
          case CorrelationSpec(List<String> columns) -> correlation(columns);
          case MultiplesSpec _, AnnotatedSpec _ -> throw new IllegalArgumentException();
        };
    return lines.stream().collect(Collectors.joining("\n    ", "def draw(rows, axes):\n    ", ""));
  }

  private static List<String> histogram(HistogramSpec spec) {
    boolean log = spec.scale() == Scale.LOG;
    List<String> lines = new ArrayList<>();
    lines.add("values = numbers(rows, %s).dropna()".formatted(PythonText.quoted(spec.column())));
    if (log) {
      lines.add("values = np.log10(values[values > 0])");
    }
    Double width = spec.binWidth();
    if (width == null) {
      lines.add("edges = np.histogram_bin_edges(values, bins=%d)".formatted(spec.bins()));
    } else {
      lines.add(
          "first, last = np.floor(values.min() / %1$s), np.ceil(values.max() / %1$s)"
              .formatted(width));
      lines.add("edges = np.arange(first, max(first + 1, last) + 1) * %s".formatted(width));
    }
    if (log) {
      lines.add("axes.set_xscale(\"log\")");
      lines.add("axes.hist(10**values, bins=10**edges)");
    } else {
      lines.add("axes.hist(values, bins=edges)");
      if (spec.density()) {
        lines.add("curve(axes.twinx(), values)");
      }
    }
    lines.add("axes.set_xlabel(%s)".formatted(words(spec.column())));
    return lines;
  }

  private static List<String> density(String column, @Nullable String group) {
    String name = PythonText.quoted(column);
    return group == null
        ? List.of("curve(axes, numbers(rows, %s).dropna())".formatted(name))
        : List.of(
            "for group in largest(rows, %s, %d):".formatted(PythonText.quoted(group), LINES),
            "    values = numbers(rows[rows[%s].isin([group])], %s).dropna()"
                .formatted(PythonText.quoted(group), name),
            "    if values.nunique() > 1:",
            "        curve(axes, values, name(group))",
            "axes.legend()");
  }

  private static List<String> boxes(BoxPlotSpec spec) {
    String column = PythonText.quoted(spec.column());
    List<String> lines = new ArrayList<>();
    String group = spec.group();
    if (group == null) {
      lines.add("names, boxes = [\"\"], [numbers(rows, %s).dropna()]".formatted(column));
    } else {
      String by = PythonText.quoted(group);
      lines.add("names = largest(rows, %s, %d)".formatted(by, spec.mostGroups()));
      lines.add(
          "boxes = [numbers(rows[rows[%s].isin([each])], %s).dropna() for each in names]"
              .formatted(by, column));
    }
    if (spec.violin()) {
      lines.add("drawn = [i for i, values in enumerate(boxes) if values.nunique() > 1]");
      lines.add(
          "axes.violinplot([boxes[i] for i in drawn], positions=[i + 1 for i in drawn], bw_method=\"scott\", showmedians=True)");
    } else {
      lines.add("axes.boxplot(boxes, showmeans=True)");
    }
    lines.add("axes.set_xticks(range(1, len(names) + 1), [name(each) for each in names])");
    if (!spec.violin() && spec.scale() == Scale.LOG) {
      lines.add("axes.set_yscale(\"log\")");
    }
    lines.add("axes.set_ylabel(%s)".formatted(words(spec.column())));
    return lines;
  }

  private static List<String> bars(BarSpec spec) {
    String category = PythonText.quoted(spec.category());
    List<String> lines = new ArrayList<>();
    lines.add("by = [rows[%s]]".formatted(category));
    lines.add(
        switch (spec.order()) {
          case KEY -> "order = figures(rows, by).sort_index()";
          case ROWS ->
              "order = figures(rows, by).sort_index().sort_values(ascending=False, kind=\"stable\")";
          case GREATEST, LEAST ->
              "order = figures(rows, by%s).sort_index().sort_values(ascending=%s, kind=\"stable\")"
                  .formatted(how(spec.quantity()), spec.order() == Rank.LEAST ? "True" : "False");
        });
    lines.add("kept = list(order.index[:%d])".formatted(spec.most()));
    if (spec.others()) {
      lines.add("rows = others(rows, %s, kept)".formatted(category));
      lines.add("kept += [\"others\"] if len(order) > len(kept) else []");
    }
    String split = spec.split();
    if (split == null) {
      lines.add(
          "bars = figures(rows, [rows[%s]]%s).reindex(kept)"
              .formatted(category, how(spec.quantity())));
      lines.add("axes.bar([name(each) for each in kept], bars)");
    } else {
      String by = PythonText.quoted(split);
      lines.add("rows = others(rows, %1$s, largest(rows, %1$s, %2$d))".formatted(by, LINES));
      lines.add(
          "bars = figures(rows, [rows[%s], rows[%s]]%s).unstack().reindex(kept)"
              .formatted(category, by, how(spec.quantity())));
      if (spec.arrangement() == BarSpec.Arrangement.SHARES) {
        lines.add("bars = bars.div(bars.sum(axis=1), axis=0)");
      }
      boolean grouped =
          spec.arrangement() == BarSpec.Arrangement.GROUPED || !spec.quantity().additive();
      lines.add("bars.index = [name(each) for each in bars.index]");
      lines.add("bars.columns = [name(each) for each in bars.columns]");
      lines.add("bars.plot.bar(ax=axes, stacked=%s)".formatted(grouped ? "False" : "True"));
    }
    lines.add("axes.tick_params(axis=\"x\", labelrotation=45)");
    lines.add("axes.set_ylabel(%s)".formatted(words(spec.quantity().title())));
    return lines;
  }

  private static List<String> pie(PieSpec spec) {
    String category = PythonText.quoted(spec.category());
    return List.of(
        "order = figures(rows, [rows[%s]]%s).sort_index().sort_values(ascending=False, kind=\"stable\")"
            .formatted(category, how(spec.quantity())),
        "parts = list(order[:%d])".formatted(spec.most()),
        "names = [name(each) for each in order.index[:%d]]".formatted(spec.most()),
        "if len(order) > len(parts):",
        "    parts, names = parts + [order[len(parts):].sum()], names + [\"others\"]",
        "axes.pie(parts, labels=names, startangle=90, counterclock=False%s)"
            .formatted(spec.ring() ? ", wedgeprops={\"width\": 0.4}" : ""));
  }

  private static List<String> series(TimeSeriesSpec spec) {
    Quantity quantity = spec.quantity();
    List<String> lines = new ArrayList<>();
    lines.add(
        "times = steps(rows, %s, %s)"
            .formatted(PythonText.quoted(spec.time()), period(spec.bucket())));
    lines.add("rows, times = rows[times.notna()], times[times.notna()]");
    String fill = quantity.additive() ? ".fillna(0)" : "";
    String split = spec.split();
    if (split == null) {
      lines.add(
          "line = figures(rows, [times]%s).asfreq(%s)%s"
              .formatted(how(quantity), frequency(spec.bucket()), fill));
      lines.add("axes.plot(line)");
      if (spec.average() > 1) {
        lines.add("axes.plot(line.rolling(%d).mean())".formatted(spec.average()));
      }
    } else {
      String by = PythonText.quoted(split);
      lines.add("rows = others(rows, %1$s, largest(rows, %1$s, %2$d))".formatted(by, LINES));
      lines.add(
          "lines = figures(rows, [times, rows[%s]]%s).unstack().asfreq(%s)%s"
              .formatted(by, how(quantity), frequency(spec.bucket()), fill));
      if (spec.stacked() && quantity.additive()) {
        lines.add(
            "axes.stackplot(lines.index, *[lines[each] for each in lines], labels=[name(each) for each in lines])");
      } else {
        lines.add("axes.plot(lines, label=[name(each) for each in lines])");
      }
      lines.add("axes.legend()");
    }
    lines.add("axes.set_ylabel(%s)".formatted(words(quantity.title())));
    lines.add("axes.figure.autofmt_xdate()");
    return lines;
  }

  private static List<String> scatter(ScatterSpec spec) {
    List<String> lines = new ArrayList<>();
    boolean logAcross = spec.acrossScale() == Scale.LOG;
    boolean logUp = spec.upScale() == Scale.LOG;
    lines.add(
        "x, y = numbers(rows, %s), numbers(rows, %s)"
            .formatted(PythonText.quoted(spec.across()), PythonText.quoted(spec.up())));
    lines.add(
        "both = x.notna() & y.notna()%s%s"
            .formatted(logAcross ? " & (x > 0)" : "", logUp ? " & (y > 0)" : ""));
    lines.add("if both.sum() > %d:".formatted(ScatterSpec.MOST_POINTS));
    lines.add(
        "    axes.hexbin(x[both], y[both], gridsize=48, bins=\"log\", mincnt=1, xscale=\"%s\", yscale=\"%s\")"
            .formatted(logAcross ? "log" : "linear", logUp ? "log" : "linear"));
    lines.add("else:");
    lines.add("    axes.scatter(x[both], y[both], s=4)");
    if (logAcross) {
      lines.add("    axes.set_xscale(\"log\")");
    }
    if (logUp) {
      lines.add("    axes.set_yscale(\"log\")");
    }
    lines.add("axes.set_xlabel(%s)".formatted(words(spec.across())));
    lines.add("axes.set_ylabel(%s)".formatted(words(spec.up())));
    return lines;
  }

  private static List<String> cells(HeatMapSpec spec) {
    String up = PythonText.quoted(spec.up());
    String across = PythonText.quoted(spec.across());
    List<String> lines = new ArrayList<>();
    lines.add("rows = rows[rows[%1$s].isin(largest(rows, %1$s, 30))]".formatted(up));
    Bucket bucket = spec.bucket();
    if (bucket == null) {
      lines.add("rows = rows[rows[%1$s].isin(largest(rows, %1$s, 30))]".formatted(across));
      lines.add("across = rows[%s]".formatted(across));
    } else {
      lines.add("across = steps(rows, %s, %s).dt.date".formatted(across, period(bucket)));
    }
    lines.add(
        "cells = figures(rows, [rows[%s], across]%s).unstack()"
            .formatted(up, how(spec.quantity())));
    lines.add("drawn = axes.imshow(cells, aspect=\"auto\")");
    lines.addAll(ticks("cells"));
    lines.add(
        "axes.figure.colorbar(drawn, ax=axes, label=%s)".formatted(words(spec.quantity().title())));
    return lines;
  }

  private static List<String> correlation(List<String> columns) {
    List<String> lines = new ArrayList<>();
    lines.add("names = " + PythonText.list(columns));
    lines.add("cells = pd.DataFrame({name: numbers(rows, name) for name in names}).corr()");
    lines.add("drawn = axes.imshow(cells, vmin=-1, vmax=1, cmap=\"RdBu\")");
    lines.addAll(ticks("cells"));
    lines.add("axes.figure.colorbar(drawn, ax=axes)");
    return lines;
  }

  private static List<String> ticks(String cells) {
    return List.of(
        "axes.set_xticks(range(len(%1$s.columns)), [name(each) for each in %1$s.columns], rotation=45)"
            .formatted(cells),
        "axes.set_yticks(range(len(%1$s.index)), [name(each) for each in %1$s.index])"
            .formatted(cells));
  }

  /** A text to be drawn, in which a dollar begins no formula. */
  private static String words(String text) {
    return PythonText.quoted(text.replace("$", "\\$"));
  }

  private static String how(Quantity quantity) {
    String column = quantity.column();
    if (column == null) {
      return "";
    }
    String how =
        switch (quantity.aggregate()) {
          case DISTINCT -> "nunique";
          case DEVIATION -> "std";
          default -> quantity.aggregate().name().toLowerCase(Locale.ROOT);
        };
    return ", \"" + how + "\", " + PythonText.quoted(column);
  }

  private static String period(Bucket bucket) {
    return '"' + bucket.name().substring(0, 1) + '"';
  }

  private static String frequency(Bucket bucket) {
    return switch (bucket) {
      case DAY -> "\"D\"";
      case WEEK -> "\"W-MON\"";
      case MONTH -> "\"MS\"";
      case QUARTER -> "\"QS\"";
      case YEAR -> "\"YS\"";
    };
  }
}
