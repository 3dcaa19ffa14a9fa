package org.shareexplorer.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Tiles as JSON. */
final class TileJson {

  private static final int USUAL_ROWS = 10;

  private TileJson() {}

  static void write(Tile tile, ObjectNode json) {
    if (!tile.title().isBlank()) {
      json.put("title", tile.title());
    }
    if (!tile.note().isBlank()) {
      json.put("note", tile.note());
    }
    json.put("width", tile.width());
    json.put("height", tile.height());
    switch (tile.content()) {
      case TextContent(String text) -> json.put("text", text);
      case ChartContent(Source source, var chart) -> {
        write(source, json);
        json.set("chart", ChartJson.write(chart));
      }
      case SummaryContent(Source source, List<String> columns) -> {
        write(source, json);
        ArrayNode names = json.putObject("summary").putArray("columns");
        columns.forEach(names::add);
      }
      case FiguresContent(Source source) -> {
        write(source, json);
        json.putObject("figures");
      }
      case RowsContent(Source source, int most) -> {
        write(source, json);
        json.putObject("rows").put("most", most);
      }
    }
  }

  private static void write(Source source, ObjectNode json) {
    switch (source) {
      case Source.OfTable(String table, String filter) -> {
        json.put("table", table);
        if (!filter.isBlank()) {
          json.put("filter", filter);
        }
      }
      case Source.OfQuery(String sql) -> json.put("sql", sql);
    }
  }

  static Tile read(JsonPlace tile, Map<String, TableReference> tables) {
    tile.only(
        "title", "note", "width", "height", "table", "filter", "sql", "text", "chart", "summary",
        "figures", "rows");
    Content content = content(tile, tables);
    return new Tile(
        tile.optional("title").map(JsonPlace::text).orElse(""),
        tile.optional("note").map(JsonPlace::text).orElse(""),
        tile.optional("width")
            .map(width -> width.number(Tile.NARROWEST, Tile.COLUMNS))
            .orElse(content.usualWidth()),
        tile.optional("height")
            .map(height -> height.number(1, Tile.HIGHEST))
            .orElse(content.usualHeight()),
        content);
  }

  private static Content content(JsonPlace tile, Map<String, TableReference> tables) {
    List<String> kinds =
        List.of("text", "chart", "summary", "figures", "rows").stream()
            .filter(tile.node()::has)
            .toList();
    if (kinds.size() != 1) {
      throw tile.wrong("must have one of text, chart, summary, figures and rows.");
    }
    JsonPlace shown = tile.part(kinds.getFirst());
    if (kinds.getFirst().equals("text")) {
      for (String part : List.of("table", "filter", "sql")) {
        if (tile.node().has(part)) {
          throw tile.part(part).wrong("means nothing in a tile of text.");
        }
      }
      return new TextContent(shown.text());
    }
    Source source = source(tile, tables);
    return switch (kinds.getFirst()) {
      case "chart" -> new ChartContent(source, ChartJson.read(shown));
      case "summary" -> {
        shown.only("columns");
        yield new SummaryContent(
            source,
            shown
                .optional("columns")
                .map(columns -> columns.items().stream().map(JsonPlace::words).toList())
                .orElse(List.of()));
      }
      case "figures" -> {
        shown.only();
        yield new FiguresContent(source);
      }
      default -> {
        shown.only("most");
        yield new RowsContent(
            source,
            shown
                .optional("most")
                .map(most -> most.number(1, RowsContent.MOST))
                .orElse(USUAL_ROWS));
      }
    };
  }

  private static Source source(JsonPlace tile, Map<String, TableReference> tables) {
    if (tile.node().has("table") == tile.node().has("sql")) {
      throw tile.wrong("must be about rows: of a \"table\", or of a query in \"sql\".");
    }
    if (tile.node().has("sql")) {
      if (tile.node().has("filter")) {
        throw tile.part("filter").wrong("goes with a table; put it into the query.");
      }
      return new Source.OfQuery(tile.part("sql").words());
    }
    String table = tile.part("table").words();
    if (!tables.containsKey(table)) {
      throw tile.part("table").wrong("must be one of the names under \"tables\".");
    }
    return new Source.OfTable(table, tile.optional("filter").map(JsonPlace::text).orElse(""));
  }
}
