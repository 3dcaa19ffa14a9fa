package org.shareexplorer.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shareexplorer.protocol.TableName;

/**
 * Dashboards as JSON that people can read and write. What is not known is refused with the place
 * where it stands: a word passed over would change what figures mean.
 */
public final class DashboardJson {

  /** The format's number; a newer one is refused. */
  public static final int FORMAT = 1;

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private DashboardJson() {}

  /** {@return a dashboard's text, in lines} */
  public static String write(Dashboard dashboard) {
    ObjectNode root = MAPPER.createObjectNode().put("format", FORMAT).put("name", dashboard.name());
    ObjectNode tables = root.putObject("tables");
    dashboard.tables().forEach((alias, table) -> write(table, tables.putObject(alias)));
    ArrayNode tiles = root.putArray("tiles");
    dashboard.tiles().forEach(tile -> TileJson.write(tile, tiles.addObject()));
    try {
      DefaultPrettyPrinter lines =
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
              .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"))
              .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
      return MAPPER.writer(lines).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(TableReference table, ObjectNode json) {
    table.connection().ifPresent(connection -> json.put("connection", connection));
    json.put("share", table.name().share());
    json.put("schema", table.name().schema());
    json.put("table", table.name().table());
    table.version().ifPresent(version -> json.put("version", version));
  }

  /**
   * {@return the dashboard that a text describes}
   *
   * @throws org.shareexplorer.problem.ProblemException with code {@code DASHBOARD_MALFORMED} if it
   *     describes none, {@code DASHBOARD_UNSUPPORTED} if its format is a newer one
   */
  public static Dashboard read(String text) {
    try {
      return read(new JsonPlace("", MAPPER.readTree(text)));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw JsonPlace.malformed(
          at == null
              ? "It is not JSON."
              : "It is not JSON at line "
                  + at.getLineNr()
                  + ", character "
                  + at.getColumnNr()
                  + ".");
    }
  }

  private static Dashboard read(JsonPlace root) {
    root.object();
    int format = root.part("format").number(1, Integer.MAX_VALUE);
    if (format > FORMAT) {
      throw JsonPlace.newer(format);
    }
    root.only("format", "name", "tables", "tiles");
    Map<String, TableReference> tables = new LinkedHashMap<>();
    root.optional("tables")
        .ifPresent(all -> all.parts().forEach((alias, table) -> tables.put(alias, table(table))));
    List<Tile> tiles = new ArrayList<>();
    root.optional("tiles")
        .ifPresent(all -> all.items().forEach(tile -> tiles.add(TileJson.read(tile, tables))));
    String name = root.part("name").words();
    try {
      return new Dashboard(name, tables, tiles);
    } catch (IllegalArgumentException e) {
      throw JsonPlace.malformed(
          tiles.size() > Dashboard.MOST_TILES || tables.size() > Dashboard.MOST_TABLES
              ? "It has more than "
                  + Dashboard.MOST_TILES
                  + " tiles or "
                  + Dashboard.MOST_TABLES
                  + " tables."
              : "Names of tables must not be blank, and differ in more than case.");
    }
  }

  private static TableReference table(JsonPlace table) {
    table.only("connection", "share", "schema", "table", "version");
    return new TableReference(
        table.optional("connection").map(JsonPlace::words),
        new TableName(
            table.part("share").words(), table.part("schema").words(), table.part("table").words()),
        table.optional("version").map(JsonPlace::version).orElseGet(java.util.OptionalLong::empty));
  }

  /** {@return how a value of another make is written} */
  static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }
}
