package org.shareexplorer.chart;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;

/** What a chart shows, as data without figures: it can be kept as JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "chart")
@JsonSubTypes({
  @JsonSubTypes.Type(value = HistogramSpec.class, name = "histogram"),
  @JsonSubTypes.Type(value = DensitySpec.class, name = "density"),
  @JsonSubTypes.Type(value = BoxPlotSpec.class, name = "box-plot"),
  @JsonSubTypes.Type(value = BarSpec.class, name = "bar"),
  @JsonSubTypes.Type(value = TimeSeriesSpec.class, name = "time-series"),
  @JsonSubTypes.Type(value = ScatterSpec.class, name = "scatter"),
  @JsonSubTypes.Type(value = PieSpec.class, name = "pie"),
  @JsonSubTypes.Type(value = HeatMapSpec.class, name = "heat-map"),
  @JsonSubTypes.Type(value = CorrelationSpec.class, name = "correlation"),
  @JsonSubTypes.Type(value = MultiplesSpec.class, name = "panels"),
  @JsonSubTypes.Type(value = AnnotatedSpec.class, name = "annotated")
})
public sealed interface ChartSpec
    permits HistogramSpec,
        DensitySpec,
        BoxPlotSpec,
        BarSpec,
        TimeSeriesSpec,
        ScatterSpec,
        PieSpec,
        HeatMapSpec,
        CorrelationSpec,
        MultiplesSpec,
        AnnotatedSpec {

  /** {@return the kind of chart} */
  @JsonIgnore
  ChartKind kind();

  /** {@return the title it has unless it is given another} */
  @JsonIgnore
  String title();

  /** {@return what a person says of it below the title; may be empty} */
  @JsonIgnore
  default String note() {
    return "";
  }

  /** {@return the column that it is about in the first place} */
  @JsonIgnore
  String mainColumn();

  /**
   * {@return whether a few parts of a table, of rows that may lie beside each other by their time,
   * give a picture that is like that of all} Until that is there, it can be shown.
   */
  @JsonIgnore
  default boolean glimpsed() {
    return true;
  }

  /**
   * {@return whether figures take so long that, where a few parts do not do, rows that are evenly
   * spread over the table are worth a look before all rows are}
   */
  @JsonIgnore
  default boolean spread() {
    return false;
  }

  /**
   * Asks a table for the figures; blocks.
   *
   * @param zone where a day begins, for columns that hold instants
   * @throws org.shareexplorer.problem.ProblemException if the table cannot answer
   */
  Chart ask(OpenTable table, ZoneId zone, Job job);

  /** {@return what there is to choose, on a table's columns} */
  List<Setting> settings(ChartColumns columns);

  /** {@return what there is to choose, and whether there is a panel for each of some groups} */
  static List<Setting> choices(ChartSpec spec, ChartColumns columns) {
    List<Setting> choices = new ArrayList<>(spec.settings(columns));
    if (spec.measured()) {
      choices.add(
          Setting.of(
              "format",
              List.of(FigureFormat.values()),
              AnnotatedSpec.format(spec),
              AnnotatedSpec.of(spec)::written));
    }
    choices.add(
        MultiplesSpec.panels(AnnotatedSpec.plain(spec), columns).then(AnnotatedSpec.of(spec)::on));
    return choices;
  }

  /** {@return whether its figures are values of a column or made of them, and no counts} */
  @JsonIgnore
  boolean measured();

  /** {@return whether figures depend on where a day begins} */
  @JsonIgnore
  default boolean timed() {
    return false;
  }

  /** {@return the chart kind's definitions: how its figures are computed, for a person} */
  @JsonIgnore
  String definitions();
}
