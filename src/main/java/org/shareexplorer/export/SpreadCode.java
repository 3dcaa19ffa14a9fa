package org.shareexplorer.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.BoxPlotSpec;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.ScatterSpec;
import org.shareexplorer.engine.HistogramQuestion.Scale;

/** Charts of how numbers are spread: the lines of a function of {@code rows} and {@code axes}. */
final class SpreadCode {

  private SpreadCode() {}

  static List<String> histogram(HistogramSpec spec) {
    boolean log = spec.scale() == Scale.LOG;
    List<String> lines = new ArrayList<>();
    lines.add("values = numbers(rows, %s).dropna()".formatted(PythonText.quoted(spec.column())));
    if (log) {
      lines.add("values = np.log10(values[values > 0])");
    }
    Double width = spec.binWidth();
    if (width == null) {
      lines.add("edges = np.histogram_bin_edges(values, bins=%d)".formatted(spec.bins()));
      if (!log) {
        // As the chart does: few integers have a bin each.
        lines.add(
            "if pd.api.types.is_integer_dtype(rows[%s]) and edges[-1] - edges[0] <= %d:"
                .formatted(PythonText.quoted(spec.column()), spec.bins()));
        lines.add("    edges = np.arange(values.min(), values.max() + 2) - 0.5");
      }
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
    lines.add("axes.set_xlabel(%s)".formatted(ChartCode.words(spec.column())));
    return lines;
  }

  static List<String> density(String column, @Nullable String group) {
    String name = PythonText.quoted(column);
    return group == null
        ? List.of("curve(axes, numbers(rows, %s).dropna())".formatted(name))
        : List.of(
            "for group in largest(rows, %s, %d):"
                .formatted(PythonText.quoted(group), ChartCode.LINES),
            "    values = numbers(rows[rows[%s].isin([group])], %s).dropna()"
                .formatted(PythonText.quoted(group), name),
            "    if values.nunique() > 1:",
            "        curve(axes, values, name(group))",
            "axes.legend()");
  }

  static List<String> boxes(BoxPlotSpec spec) {
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
    lines.add("axes.set_ylabel(%s)".formatted(ChartCode.words(spec.column())));
    return lines;
  }

  static List<String> scatter(ScatterSpec spec) {
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
    lines.add("axes.set_xlabel(%s)".formatted(ChartCode.words(spec.across())));
    lines.add("axes.set_ylabel(%s)".formatted(ChartCode.words(spec.up())));
    return lines;
  }

  static List<String> correlation(List<String> columns) {
    List<String> lines = new ArrayList<>();
    lines.add("names = " + PythonText.list(columns));
    lines.add("cells = pd.DataFrame({name: numbers(rows, name) for name in names}).corr()");
    lines.add("drawn = axes.imshow(cells, vmin=-1, vmax=1, cmap=\"RdBu\")");
    lines.addAll(ChartCode.ticks("cells"));
    lines.add("axes.figure.colorbar(drawn, ax=axes)");
    return lines;
  }
}
