package org.shareexplorer.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.CellChange;
import org.shareexplorer.engine.ChangeCounts;
import org.shareexplorer.engine.ChangeKind;
import org.shareexplorer.engine.ChangedRows;
import org.shareexplorer.engine.Changes;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.export.JsonCell;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.TimeText;

/**
 * What there is to say of a table's changes.
 *
 * @param page some of the changed rows with all their columns, if any were asked for
 */
record ChangesReport(
    Changes changes, List<ChangeCounts> counts, ChangedRows rows, Optional<RowPage> page) {

  /** How many of a changed row's columns come before the table's own. */
  private static final int OWN = 3;

  void text(Terminal terminal) {
    TextTable versions =
        new TextTable(
            List.of(
                TextTable.Column.right("version"),
                TextTable.Column.left("time"),
                TextTable.Column.right("inserted"),
                TextTable.Column.right("updated"),
                TextTable.Column.right("deleted")));
    for (ChangeCounts each : counts) {
      versions.row(
          Long.toString(each.version()),
          each.timestamp().isPresent()
              ? TimeText.shown(Instant.ofEpochMilli(each.timestamp().getAsLong()), terminal.zone())
              : "",
          "%,d".formatted(each.inserted()),
          "%,d".formatted(each.updated()),
          "%,d".formatted(each.deleted()));
    }
    if (counts.isEmpty()) {
      terminal.print("No rows changed.");
    } else {
      versions.layout(terminal.width()).lines().forEach(terminal::print);
    }
    page.filter(some -> !some.rows().isEmpty()).ifPresent(some -> text(some, terminal));
    remark().ifPresent(terminal::say);
  }

  private void text(RowPage some, Terminal terminal) {
    terminal.print("");
    List<TextTable.Column> columns = new ArrayList<>();
    columns.add(TextTable.Column.left("change"));
    columns.add(TextTable.Column.right("version"));
    some.columns()
        .subList(OWN, some.columns().size())
        .forEach(field -> columns.add(new TextTable.Column(field.name(), field.type().numeric())));
    TextTable text = new TextTable(columns);
    for (List<@Nullable Object> row : some.rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(row.getFirst() instanceof ChangeKind kind ? kind.text() : "");
      cells.add(String.valueOf(row.get(1)));
      for (Object value : row.subList(OWN, row.size())) {
        cells.add(Cell.text(value, terminal.zone()));
      }
      text.row(cells);
    }
    TextTable.Layout layout = text.layout(terminal.width());
    layout.lines().forEach(terminal::print);
    terminal.print("");
    terminal.print(
        "%,d of %,d changed rows"
            .formatted(some.rows().size(), rows.rowCount().orElse(some.rows().size())));
  }

  /** What one must know of the way in which rows were matched. */
  private Optional<String> remark() {
    ChangedRows.Matching matching = rows.matching();
    if (matching.repeated() == 0 && matching.withoutKey() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        "The key (%s) does not tell all rows apart: %,d share theirs with another, %,d have none."
            .formatted(
                String.join(", ", matching.key()), matching.repeated(), matching.withoutKey()));
  }

  void json(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("firstVersion", changes.firstVersion());
    json.writeNumberField("lastVersion", changes.lastVersion());
    json.writeArrayFieldStart("versions");
    for (ChangeCounts each : counts) {
      json.writeStartObject();
      json.writeNumberField("version", each.version());
      time(json, each.timestamp());
      json.writeNumberField("inserted", each.inserted());
      json.writeNumberField("updated", each.updated());
      json.writeNumberField("deleted", each.deleted());
      json.writeEndObject();
    }
    json.writeEndArray();
    ChangedRows.Matching matching = rows.matching();
    json.writeArrayFieldStart("key");
    for (String column : matching.key()) {
      json.writeString(column);
    }
    json.writeEndArray();
    json.writeNumberField("rowsThatShareTheirKey", matching.repeated());
    json.writeNumberField("rowsWithoutKey", matching.withoutKey());
    if (page.isPresent()) {
      json.writeNumberField("rows", rows.rowCount().orElse(0));
      json.writeArrayFieldStart("changes");
      for (List<@Nullable Object> row : page.get().rows()) {
        row(json, row, page.get().columns());
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void time(JsonGenerator json, OptionalLong time) throws IOException {
    if (time.isPresent()) {
      json.writeStringField("timestamp", Instant.ofEpochMilli(time.getAsLong()).toString());
    } else {
      json.writeNullField("timestamp");
    }
  }

  private static void row(JsonGenerator json, List<@Nullable Object> row, List<Field> columns)
      throws IOException {
    ChangeKind kind = row.getFirst() instanceof ChangeKind known ? known : ChangeKind.UPDATE;
    json.writeStartObject();
    json.writeStringField("change", kind.text());
    json.writeFieldName("version");
    JsonCell.write(json, row.get(1));
    json.writeFieldName("timestamp");
    JsonCell.write(json, row.get(2));
    if (kind != ChangeKind.INSERT) {
      state(json, "before", row, columns, true);
    }
    if (kind != ChangeKind.DELETE) {
      state(json, "after", row, columns, false);
    }
    json.writeEndObject();
  }

  private static void state(
      JsonGenerator json,
      String name,
      List<@Nullable Object> row,
      List<Field> columns,
      boolean before)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (int i = OWN; i < row.size(); i++) {
      Object cell = row.get(i);
      json.writeFieldName(columns.get(i).name());
      Object value =
          cell instanceof CellChange change ? (before ? change.before() : change.after()) : cell;
      JsonCell.write(json, value);
    }
    json.writeEndObject();
  }
}
