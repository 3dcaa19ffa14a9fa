package org.shareexplorer.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.shareexplorer.engine.Summary;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Snapshot;

/**
 * What there is to say of a table.
 *
 * @param rows its rows, where they are known
 * @param figures its columns' figures, if they were asked for
 */
record Description(Snapshot snapshot, OptionalLong rows, Optional<Summary> figures) {

  void text(Terminal terminal) {
    fact(terminal, "Table", snapshot.name().text());
    fact(terminal, "About", snapshot.head().description().orElse(""));
    fact(terminal, "Version", String.valueOf(snapshot.version()));
    OptionalLong known = figures.isPresent() ? OptionalLong.of(figures.get().rows()) : rows;
    fact(
        terminal,
        "Rows",
        known.isPresent() ? "%,d".formatted(known.getAsLong()) : "not known without reading");
    fact(
        terminal,
        "Files",
        "%,d, %,d bytes".formatted(snapshot.files().size(), snapshot.sizeInBytes()));
    fact(terminal, "Partitions", String.join(", ", snapshot.head().partitionColumns()));
    fact(terminal, "Format", format());
    terminal.print("");
    TextTable columns =
        new TextTable(
            List.of(
                TextTable.Column.left("column"),
                TextTable.Column.left("type"),
                TextTable.Column.left("null"),
                TextTable.Column.left("comment")));
    for (Field field : snapshot.fields()) {
      columns.row(
          field.name(),
          field.type().text(),
          field.nullable() ? "yes" : "no",
          field.comment().orElse(""));
    }
    columns.layout(terminal.width()).lines().forEach(terminal::print);
    figures.ifPresent(summary -> {
      terminal.print("");
      new SummaryFigures(summary).text(terminal);
    });
  }

  void json(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("share", snapshot.name().share());
    json.writeStringField("schema", snapshot.name().schema());
    json.writeStringField("table", snapshot.name().table());
    json.writeStringField("id", snapshot.head().id());
    json.writeStringField("description", snapshot.head().description().orElse(null));
    json.writeNumberField("version", snapshot.version());
    json.writeStringField("format", format());
    Json.figure(json, "rows", rows.isPresent() ? (Object) rows.getAsLong() : null);
    json.writeNumberField("files", snapshot.files().size());
    json.writeNumberField("sizeInBytes", snapshot.sizeInBytes());
    json.writeArrayFieldStart("partitionColumns");
    for (String column : snapshot.head().partitionColumns()) {
      json.writeString(column);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("properties");
    for (Map.Entry<String, String> property : snapshot.head().configuration().entrySet()) {
      json.writeStringField(property.getKey(), property.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("columns");
    for (Field field : snapshot.fields()) {
      json.writeStartObject();
      json.writeStringField("name", field.name());
      json.writeStringField("type", field.type().text());
      json.writeBooleanField("nullable", field.nullable());
      json.writeStringField("comment", field.comment().orElse(null));
      json.writeEndObject();
    }
    json.writeEndArray();
    if (figures.isPresent()) {
      json.writeFieldName("summary");
      new SummaryFigures(figures.get()).json(json);
    }
    json.writeEndObject();
  }

  private String format() {
    return snapshot.head().format().name().toLowerCase(Locale.ROOT);
  }

  private static void fact(Terminal terminal, String name, String value) {
    if (!value.isEmpty()) {
      terminal.print("%-11s %s".formatted(name, CellLine.harmless(value)));
    }
  }
}
