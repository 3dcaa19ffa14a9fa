package org.shareexplorer.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.export.JsonCell;
import org.shareexplorer.table.Field;

/** Rows on a terminal, for people or for programs. */
record PrintedRows(Terminal terminal, RowPage page) {

  /**
   * Prints a text table.
   *
   * @param rowCount how many rows there are in all, if that is known
   */
  void text(OptionalLong rowCount) {
    TextTable.Layout layout = table().layout(terminal.width());
    layout.lines().forEach(terminal::print);
    terminal.print("");
    terminal.print(footnote(rowCount, layout.columnsLeftOut()));
  }

  /** {@return the rows as a text table, to which others may be added} */
  TextTable table() {
    TextTable text =
        new TextTable(
            page.columns().stream()
                .map(f -> new TextTable.Column(f.name(), f.type().numeric()))
                .toList());
    page.rows().forEach(row -> text.row(cells(row)));
    return text;
  }

  /** {@return values as the terminal shows them} */
  List<String> cells(List<@Nullable Object> row) {
    List<String> cells = new ArrayList<>(row.size());
    for (Object value : row) {
      cells.add(Cell.text(value, terminal.zone()));
    }
    return cells;
  }

  private String footnote(OptionalLong rowCount, int leftOut) {
    int shown = page.rows().size();
    String which =
        shown == 0
            ? "No rows"
            : "Rows %,d to %,d".formatted(page.first() + 1, page.first() + shown);
    String of = rowCount.isPresent() ? " of %,d".formatted(rowCount.getAsLong()) : "";
    return which
        + of
        + (leftOut == 0
            ? ""
            : "; %d more columns (choose with --columns, or pipe for all)".formatted(leftOut));
  }

  /**
   * Prints JSON: the columns, and an object per row.
   *
   * @param version the table's, if the rows are those of one table
   */
  void json(OptionalLong version) {
    Json.print(
        terminal,
        out -> {
          out.writeStartObject();
          columns(out);
          if (version.isPresent()) {
            out.writeNumberField("version", version.getAsLong());
          }
          out.writeNumberField("offset", page.first());
          out.writeBooleanField("end", page.end());
          rows(out);
          out.writeEndObject();
        });
  }

  /** Writes the columns' names and types. */
  void columns(JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("columns");
    for (Field field : page.columns()) {
      out.writeStartObject();
      out.writeStringField("name", field.name());
      out.writeStringField("type", field.type().text());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** Writes an object per row. */
  void rows(JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("rows");
    for (List<@Nullable Object> row : page.rows()) {
      object(out, page.columns(), row);
    }
    out.writeEndArray();
  }

  /** Writes values under their columns' names. */
  static void object(JsonGenerator out, List<Field> columns, List<@Nullable Object> values)
      throws IOException {
    out.writeStartObject();
    for (int c = 0; c < values.size(); c++) {
      out.writeFieldName(columns.get(c).name());
      JsonCell.write(out, values.get(c));
    }
    out.writeEndObject();
  }
}
