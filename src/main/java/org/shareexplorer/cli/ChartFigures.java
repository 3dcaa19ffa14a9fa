package org.shareexplorer.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.shareexplorer.chart.AnnotatedChart;
import org.shareexplorer.chart.BarChart;
import org.shareexplorer.chart.BoxPlotChart;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.CorrelationChart;
import org.shareexplorer.chart.DensityChart;
import org.shareexplorer.chart.HeatMapChart;
import org.shareexplorer.chart.HistogramChart;
import org.shareexplorer.chart.LinesChart;
import org.shareexplorer.chart.MultiplesChart;
import org.shareexplorer.chart.PieChart;
import org.shareexplorer.chart.SampledChart;
import org.shareexplorer.chart.ScatterChart;
import org.shareexplorer.chart.TimeSeriesChart;
import org.shareexplorer.engine.BoxPlot;
import org.shareexplorer.engine.Correlations;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Histogram;
import org.shareexplorer.engine.Pairs;
import org.shareexplorer.engine.SampledTable.Share;
import org.shareexplorer.engine.TimeSeries;

/** The figures behind a chart, for programs. */
final class ChartFigures {

  private ChartFigures() {}

  static void json(Chart chart, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("title", chart.spec().title());
    if (!chart.spec().note().isEmpty()) {
      json.writeStringField("note", chart.spec().note());
    }
    json.writeStringField("definitions", chart.spec().definitions());
    figures(chart, json);
    json.writeEndObject();
  }

  private static void figures(Chart chart, JsonGenerator json) throws IOException {
    switch (chart) {
      case HistogramChart histogram -> histogram(histogram.answer(), json);
      case BoxPlotChart boxPlot -> {
        boxes(boxPlot.answer(), json);
        densities(boxPlot.answer(), json);
      }
      case TimeSeriesChart series -> steps(series.answer(), json);
      case LinesChart lines -> groups(lines.answer(), json);
      case BarChart bars -> groups(bars.answer(), json);
      case PieChart pie -> groups(pie.answer(), json);
      case HeatMapChart cells -> groups(cells.answer(), json);
      case DensityChart curves -> {
        boxes(curves.answer(), json);
        densities(curves.answer(), json);
      }
      case ScatterChart scatter -> pairs(scatter.answer(), json);
      case CorrelationChart matrix -> correlations(matrix.answer(), json);
      case SampledChart some -> {
        if (some.share() instanceof Share.Spread(int files, int rows)) {
          if (files > 1) {
            json.writeNumberField("oneOfFiles", files);
          }
          json.writeNumberField("oneOfRows", rows);
        }
        figures(some.chart(), json);
      }
      case AnnotatedChart annotated -> figures(annotated.chart(), json);
      case MultiplesChart panels -> {
        json.writeNumberField("groupsLeftOut", panels.leftOut());
        json.writeArrayFieldStart("panels");
        for (MultiplesChart.Panel panel : panels.panels()) {
          json.writeStartObject();
          Json.figure(json, "group", panel.value());
          figures(panel.chart(), json);
          json.writeEndObject();
        }
        json.writeEndArray();
      }
    }
  }

  private static void histogram(Histogram answer, JsonGenerator json) throws IOException {
    json.writeNumberField("rows", answer.rows());
    json.writeNumberField("nulls", answer.nulls());
    json.writeNumberField("notPlaced", answer.notPlaced());
    json.writeArrayFieldStart("bins");
    for (int i = 0; i < answer.counts().size(); i++) {
      json.writeStartObject();
      Json.figure(json, "from", answer.edges().get(i));
      Json.figure(json, "to", answer.edges().get(i + 1));
      Json.figure(json, "count", answer.counts().get(i));
      json.writeEndObject();
    }
    json.writeEndArray();
    if (!answer.density().isEmpty()) {
      json.writeArrayFieldStart("density");
      curve(answer.density(), json);
      json.writeEndArray();
    }
  }

  private static void curve(List<Histogram.Point> curve, JsonGenerator json) throws IOException {
    for (Histogram.Point point : curve) {
      json.writeStartObject();
      Json.figure(json, "x", point.x());
      Json.figure(json, "y", point.y());
      json.writeEndObject();
    }
  }

  /** A curve for each box, in their order. */
  private static void densities(BoxPlot answer, JsonGenerator json) throws IOException {
    if (answer.densities().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("densities");
    for (List<Histogram.Point> curve : answer.densities()) {
      json.writeStartArray();
      curve(curve, json);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void groups(Grouped answer, JsonGenerator json) throws IOException {
    json.writeNumberField("rows", answer.rows());
    Json.figure(json, "groupsLeftOut", answer.leftOut());
    json.writeArrayFieldStart("groups");
    for (Grouped.Group group : answer.groups()) {
      json.writeStartObject();
      json.writeArrayFieldStart("keys");
      for (Grouped.Key key : group.keys()) {
        json.writeStartObject();
        switch (key) {
          case Grouped.Key.Of(Object value) -> Json.figure(json, "value", value);
          case Grouped.Key.Others() -> json.writeBooleanField("others", true);
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      Json.figure(json, "rows", group.rows());
      Json.figure(json, "value", group.totals().getFirst());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void pairs(Pairs answer, JsonGenerator json) throws IOException {
    json.writeNumberField("rows", answer.rows());
    json.writeNumberField("placed", answer.placed());
    json.writeArrayFieldStart("points");
    for (Pairs.Point point : answer.points()) {
      json.writeStartObject();
      Json.figure(json, "x", point.x());
      Json.figure(json, "y", point.y());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("hexagons");
    for (Pairs.Hexagon hexagon : answer.hexagons().cells()) {
      json.writeStartObject();
      Json.figure(json, "x", hexagon.x());
      Json.figure(json, "y", hexagon.y());
      Json.figure(json, "count", hexagon.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void correlations(Correlations answer, JsonGenerator json) throws IOException {
    json.writeNumberField("rows", answer.rows());
    json.writeArrayFieldStart("pairs");
    for (Correlations.Pair pair : answer.pairs()) {
      json.writeStartObject();
      Json.figure(json, "first", answer.columns().get(pair.first()));
      Json.figure(json, "second", answer.columns().get(pair.second()));
      Json.figure(json, "coefficient", pair.coefficient());
      Json.figure(json, "rows", pair.rows());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void boxes(BoxPlot answer, JsonGenerator json) throws IOException {
    json.writeNumberField("groupsLeftOut", answer.groupsLeftOut());
    json.writeArrayFieldStart("boxes");
    for (BoxPlot.Box box : answer.boxes()) {
      json.writeStartObject();
      Json.figure(json, "group", box.group());
      Json.figure(json, "count", box.count());
      Json.figure(json, "nulls", box.nulls());
      Json.figure(json, "min", box.min());
      Json.figure(json, "lowerWhisker", box.lowerWhisker());
      Json.figure(json, "q1", box.q1());
      Json.figure(json, "median", box.median());
      Json.figure(json, "mean", box.mean());
      Json.figure(json, "q3", box.q3());
      Json.figure(json, "upperWhisker", box.upperWhisker());
      Json.figure(json, "max", box.max());
      Json.figure(json, "outlierCount", box.outlierCount());
      Json.figure(json, "outliers", box.outliers());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void steps(TimeSeries answer, JsonGenerator json) throws IOException {
    json.writeNumberField("rowsWithoutTime", answer.rowsWithoutTime());
    json.writeArrayFieldStart("steps");
    for (TimeSeries.Step step : answer.steps()) {
      json.writeStartObject();
      Json.figure(json, "start", step.start());
      Json.figure(json, "value", step.value());
      Json.figure(json, "rows", step.rows());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
