package org.shareexplorer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shareexplorer.chart.BarSpec;
import org.shareexplorer.chart.HeatMapSpec;
import org.shareexplorer.chart.PieSpec;
import org.shareexplorer.chart.Quantity;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.GroupKey.Rank;

/** Charts of groups' figures: the lines of a function of {@code rows} and {@code axes}. */
final class GroupCode {

  private GroupCode() {}

  static List<String> bars(BarSpec spec) {
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
      lines.add(
          "rows = others(rows, %1$s, largest(rows, %1$s, %2$d))".formatted(by, ChartCode.LINES));
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
    lines.add("axes.set_ylabel(%s)".formatted(ChartCode.words(spec.quantity().title())));
    return lines;
  }

  static List<String> pie(PieSpec spec) {
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

  static List<String> series(TimeSeriesSpec spec) {
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
      lines.add(finished("line", spec));
      lines.add("trace(axes, line, whole)");
      if (quantity.additive()) {
        lines.add("axes.fill_between(line.index, line.astype(\"float64\"), alpha=0.15)");
      }
      if (spec.average() > 1) {
        lines.add("axes.plot(whole.rolling(%d).mean())".formatted(spec.average()));
      }
    } else {
      String by = PythonText.quoted(split);
      lines.add(
          "rows = others(rows, %1$s, largest(rows, %1$s, %2$d))".formatted(by, ChartCode.LINES));
      lines.add(
          "lines = figures(rows, [times, rows[%s]]%s).unstack().asfreq(%s)%s"
              .formatted(by, how(quantity), frequency(spec.bucket()), fill));
      lines.add(finished("lines", spec));
      if (spec.stacked() && quantity.additive()) {
        lines.add(
            "axes.stackplot(lines.index, *[lines[each] for each in lines], labels=[name(each) for each in lines])");
        lines.add("if len(whole) < len(lines) > 1:");
        lines.add(
            "    axes.axvspan(lines.index[-2], lines.index[-1], color=\"white\", alpha=0.5, linewidth=0)");
      } else {
        lines.add("trace(axes, lines, whole, [name(each) for each in lines])");
        if (quantity.additive()) {
          lines.add("axes.axhline(0, color=\"lightgrey\", linewidth=0.8)");
        }
      }
      lines.add("axes.legend()");
    }
    lines.add("axes.set_ylabel(%s)".formatted(ChartCode.words(quantity.title())));
    lines.add("axes.figure.autofmt_xdate()");
    return lines;
  }

  /** {@return what finds the steps that are over, as no mean of several has a part of one} */
  private static String finished(String line, TimeSeriesSpec spec) {
    return "whole = finished(%s, rows, %s, %s)"
        .formatted(line, PythonText.quoted(spec.time()), period(spec.bucket()));
  }

  static List<String> cells(HeatMapSpec spec) {
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
    lines.addAll(ChartCode.ticks("cells"));
    lines.add(
        "axes.figure.colorbar(drawn, ax=axes, label=%s)"
            .formatted(ChartCode.words(spec.quantity().title())));
    return lines;
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
