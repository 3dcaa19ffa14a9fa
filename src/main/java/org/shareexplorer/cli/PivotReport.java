package org.shareexplorer.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.engine.sql.PivotTable;
import org.shareexplorer.export.JsonCell;
import org.shareexplorer.table.Field;

/** A pivot on a terminal, for people or for programs. */
record PivotReport(Terminal terminal, PivotTable pivot, RowPage page) {

  /** Prints a text table, and below its rows the figures of all of them together. */
  void text() {
    TextTable text =
        new TextTable(
            page.columns().stream()
                .map(f -> new TextTable.Column(f.name(), f.type().numeric()))
                .toList());
    page.rows().forEach(row -> text.row(cells(row)));
    int keys = pivot.pivot().rows().size();
    if (keys > 0 && page.end()) {
      List<String> totals = new ArrayList<>(cells(pivot.totals()));
      for (int i = 0; i < keys; i++) {
        totals.add(i, i == 0 ? "all" : "");
      }
      text.row(totals);
    }
    TextTable.Layout layout = text.layout(terminal.width());
    layout.lines().forEach(terminal::print);
    terminal.print("");
    terminal.print(footnote(layout.columnsLeftOut()));
  }

  private List<String> cells(List<@Nullable Object> row) {
    List<String> cells = new ArrayList<>();
    for (Object value : row) {
      cells.add(Cell.text(value, terminal.zone()));
    }
    return cells;
  }

  private String footnote(int leftOut) {
    long groups = pivot.result().rows();
    String rows =
        page.end()
            ? "%,d %s".formatted(groups, groups == 1 ? "row" : "rows")
            : "The first %,d of %,d rows; --limit says how many are wanted"
                .formatted(page.rows().size(), groups);
    return rows
        + ", exact"
        + (leftOut == 0 ? "" : "; %d more columns (pipe for all)".formatted(leftOut));
  }

  /** Prints JSON: the columns, an object per row, and the figures of all rows together. */
  void json(long version) {
    Json.print(
        terminal,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("columns");
          for (Field field : page.columns()) {
            out.writeStartObject();
            out.writeStringField("name", field.name());
            out.writeStringField("type", field.type().text());
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeNumberField("version", version);
          out.writeBooleanField("end", page.end());
          out.writeArrayFieldStart("rows");
          for (List<@Nullable Object> row : page.rows()) {
            object(out, page.columns(), row);
          }
          out.writeEndArray();
          out.writeFieldName("totals");
          object(out, pivot.figures(), pivot.totals());
          out.writeEndObject();
        });
  }

  private static void object(JsonGenerator out, List<Field> columns, List<@Nullable Object> values)
      throws IOException {
    out.writeStartObject();
    for (int c = 0; c < values.size(); c++) {
      out.writeFieldName(columns.get(c).name());
      JsonCell.write(out, values.get(c));
    }
    out.writeEndObject();
  }
}
