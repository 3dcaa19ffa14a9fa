package org.shareexplorer.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.shareexplorer.chart.BoxPlotChart;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.HistogramChart;
import org.shareexplorer.chart.TimeSeriesChart;
import org.shareexplorer.engine.BoxPlot;
import org.shareexplorer.engine.Histogram;
import org.shareexplorer.engine.TimeSeries;

/** The figures behind a chart, for programs. */
final class ChartFigures {

  private ChartFigures() {}

  static void json(Chart chart, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("title", chart.spec().title());
    json.writeStringField("definitions", chart.spec().definitions());
    switch (chart) {
      case HistogramChart histogram -> histogram(histogram.answer(), json);
      case BoxPlotChart boxPlot -> boxes(boxPlot.answer(), json);
      case TimeSeriesChart series -> steps(series.answer(), json);
    }
    json.writeEndObject();
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
      for (Histogram.Point point : answer.density()) {
        json.writeStartObject();
        Json.figure(json, "x", point.x());
        Json.figure(json, "y", point.y());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
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
