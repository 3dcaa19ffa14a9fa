package org.shareexplorer.chart;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.ZoneId;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Question;
import org.shareexplorer.job.Job;

/** What a chart shows, as data without figures: it can be kept as JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "chart")
@JsonSubTypes({
  @JsonSubTypes.Type(value = HistogramSpec.class, name = "histogram"),
  @JsonSubTypes.Type(value = BoxPlotSpec.class, name = "box-plot"),
  @JsonSubTypes.Type(value = TimeSeriesSpec.class, name = "time-series")
})
public sealed interface ChartSpec permits HistogramSpec, BoxPlotSpec, TimeSeriesSpec {

  /** {@return what people call this kind of chart} */
  @JsonIgnore
  String kind();

  /** {@return the title it has unless it is given another} */
  @JsonIgnore
  String title();

  /**
   * {@return what the engine must answer to draw it}
   *
   * @param zone where a day begins, for columns that hold instants
   */
  Question<?> question(ZoneId zone);

  /**
   * Asks a table for the figures; blocks.
   *
   * @throws org.shareexplorer.problem.ProblemException if the table cannot answer
   */
  Chart ask(OpenTable table, ZoneId zone, Job job);

  /** {@return the chart kind's definitions: how its figures are computed, for a person} */
  @JsonIgnore
  String definitions();
}
