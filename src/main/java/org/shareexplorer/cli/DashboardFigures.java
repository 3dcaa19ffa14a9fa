package org.shareexplorer.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.dashboard.PagePicture;
import org.shareexplorer.dashboard.Shown;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.dashboard.TileAnswer;
import org.shareexplorer.dashboard.TileOutcome;
import org.shareexplorer.dashboard.UsedTable;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.table.Field;

/**
 * The figures of a dashboard's tiles, for programs.
 *
 * @param page the dashboard and what came of its tiles
 */
record DashboardFigures(PagePicture page) {

  void json(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", page.dashboard().name());
    json.writeArrayFieldStart("tiles");
    for (int i = 0; i < page.outcomes().size(); i++) {
      Tile tile = page.dashboard().tiles().get(i);
      json.writeStartObject();
      json.writeStringField("title", tile.heading());
      switch (page.outcomes().get(i)) {
        case TileOutcome.Failed(Problem problem) -> {
          json.writeStringField("problem", problem.sentence());
          json.writeStringField("code", problem.code().text());
        }
        case TileOutcome.Answered(TileAnswer answer) -> answered(answer, json);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void answered(TileAnswer answer, JsonGenerator json) throws IOException {
    json.writeStringField("standing", answer.standing());
    json.writeArrayFieldStart("tables");
    for (UsedTable table : answer.tables()) {
      json.writeStartObject();
      json.writeStringField("table", table.alias());
      json.writeNumberField("version", table.version());
      json.writeBooleanField("pinned", table.pinned());
      json.writeEndObject();
    }
    json.writeEndArray();
    switch (answer.shown()) {
      case Shown.Drawing(Chart chart) -> {
        json.writeFieldName("chart");
        ChartFigures.json(chart, json);
      }
      case Shown.Described(var summary, List<@Nullable Object> totals) -> {
        json.writeFieldName("summary");
        new SummaryFigures(summary).json(json);
        json.writeObjectFieldStart("totals");
        for (int i = 0; i < totals.size(); i++) {
          if (totals.get(i) != null) {
            Json.figure(json, summary.columns().get(i).field().name(), totals.get(i));
          }
        }
        json.writeEndObject();
      }
      case Shown.Numbers(List<Field> columns, List<@Nullable Object> values) -> {
        json.writeFieldName("figures");
        row(columns, values, json);
      }
      case Shown.Listed(List<Field> columns, List<List<@Nullable Object>> rows, var _) -> {
        json.writeArrayFieldStart("rows");
        for (List<@Nullable Object> row : rows) {
          row(columns, row, json);
        }
        json.writeEndArray();
      }
      case Shown.Said(String text) -> json.writeStringField("text", text);
    }
  }

  private static void row(List<Field> columns, List<@Nullable Object> values, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    for (int i = 0; i < columns.size(); i++) {
      Json.figure(json, columns.get(i).name(), values.get(i));
    }
    json.writeEndObject();
  }
}
