package org.shareexplorer.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Summary;
import org.shareexplorer.engine.Summary.ColumnSummary;
import org.shareexplorer.table.CellText;

/**
 * The figures of columns, as text and as JSON.
 *
 * @param summary the figures
 */
record SummaryFigures(Summary summary) {

  void text(Terminal terminal) {
    TextTable table =
        new TextTable(
            List.of(
                TextTable.Column.left("column"),
                TextTable.Column.right("nulls"),
                TextTable.Column.right("distinct"),
                TextTable.Column.right("least"),
                TextTable.Column.right("mean"),
                TextTable.Column.right("greatest"),
                TextTable.Column.right("q1"),
                TextTable.Column.right("median"),
                TextTable.Column.right("q3"),
                TextTable.Column.right("deviation")));
    for (ColumnSummary column : summary.columns()) {
      table.row(
          column.field().name(),
          "%,d".formatted(column.nulls()),
          column.distinct() == null ? "" : "%,d".formatted(column.distinct()),
          value(column.min(), terminal),
          rounded(column.mean()),
          value(column.max(), terminal),
          rounded(column.q1()),
          rounded(column.median()),
          rounded(column.q3()),
          rounded(column.deviation()));
    }
    table.layout(terminal.width()).lines().forEach(terminal::print);
  }

  void json(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("rows", summary.rows());
    json.writeArrayFieldStart("columns");
    for (ColumnSummary column : summary.columns()) {
      json.writeStartObject();
      json.writeStringField("name", column.field().name());
      json.writeNumberField("nulls", column.nulls());
      json.writeNumberField("notNumbers", column.notNumbers());
      Json.figure(json, "distinct", column.distinct());
      Json.figure(json, "min", column.min());
      Json.figure(json, "max", column.max());
      Json.figure(json, "mean", column.mean());
      Json.figure(json, "deviation", column.deviation());
      Json.figure(json, "q1", column.q1());
      Json.figure(json, "median", column.median());
      Json.figure(json, "q3", column.q3());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String value(@Nullable Object value, Terminal terminal) {
    return value == null ? "" : CellText.display(value, terminal.zone());
  }

  /** Six digits are enough for eyes; JSON has them all. */
  private static String rounded(@Nullable Double figure) {
    return figure == null ? "" : CellText.plain(Double.valueOf("%.6g".formatted(figure)));
  }
}
