package org.shareexplorer.engine.sql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.shareexplorer.engine.Session;
import org.shareexplorer.engine.SqlText;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;

/**
 * A database for one query, with nothing in it but the tables that the query is about. Once sealed
 * it reaches no file but those named, no network and no extension, and its settings stay. For one
 * thread.
 */
final class Sandbox implements AutoCloseable {

  /** The catalog in which what the views read is kept. No query can name it. */
  static final String STORED = "what is stored";

  /** What is nested too deeply is found out by looking at it. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(100_000).build())
              .build());

  private final Session session;

  private Sandbox(Session session) {
    this.session = session;
  }

  /**
   * Opens a database.
   *
   * @param memory how much it may use, such as {@code 1GB}
   * @param spill a folder for what it has no memory for
   * @param most bytes that may be kept there
   */
  static Sandbox open(String memory, Path spill, long most, Job job) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", memory);
    settings.setProperty("threads", Integer.toString(Runtime.getRuntime().availableProcessors()));
    settings.setProperty("temp_directory", spill.resolve("work").toString());
    settings.setProperty("max_temp_directory_size", most + "B");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_community_extensions", "false");
    settings.setProperty("errors_as_json", "true");
    Session session =
        new Session(
            DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class),
            job);
    try {
      session.run("SET GLOBAL TimeZone = 'UTC'");
      session.run("ATTACH ':memory:' AS " + SqlText.name(STORED));
      return new Sandbox(session);
    } catch (SQLException | RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  Session session() {
    return session;
  }

  /**
   * {@return a database with nothing in it, cut off, for all texts that are to be parsed: making
   * one takes its time}
   */
  static DuckDBConnection parser() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", "64MB");
    settings.setProperty("threads", "1");
    settings.setProperty("enable_external_access", "false");
    settings.setProperty("lock_configuration", "true");
    return DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
  }

  /** {@return a text as the parser understands it} */
  static JsonNode parsed(Session session, String text) throws SQLException {
    return json(session, "SELECT json_serialize_sql(" + SqlText.text(text) + ")", 1);
  }

  /** {@return a text as the parser understands it} */
  JsonNode parsed(String text) throws SQLException {
    return parsed(session, text);
  }

  private static JsonNode json(Session session, String sql, int column) throws SQLException {
    try {
      String answer = session.row(sql, row -> row.getString(column));
      return JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      throw new SQLException(e);
    }
  }

  /**
   * Has a table stand under its name, its rows those of a stored relation with columns by number.
   */
  void view(String catalog, SqlTable table, List<Field> fields, String stored) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      columns.add("c" + i + " AS " + SqlText.name(fields.get(i).name()));
    }
    String schema = SqlText.name(catalog) + "." + SqlText.name(table.name().schema());
    session.run("ATTACH IF NOT EXISTS ':memory:' AS " + SqlText.name(catalog));
    session.run("CREATE SCHEMA IF NOT EXISTS " + schema);
    session.run(
        "CREATE VIEW %s.%s AS SELECT %s FROM %s"
            .formatted(
                schema,
                SqlText.name(table.name().table()),
                String.join(", ", columns),
                stored(stored)));
  }

  /** {@return the name of what a view reads} */
  static String stored(String name) {
    return SqlText.name(STORED) + ".main." + name;
  }

  /** Ends the reach of whatever runs from now on: it may read and write the files given only. */
  void cutOff(Collection<Path> files) throws SQLException {
    session.run("SET allowed_paths = " + SqlText.list(files.stream().map(Path::toString).toList()));
    session.run("SET enable_external_access = false");
  }

  /** The same, and nothing about that can be changed. */
  void seal(Collection<Path> files) throws SQLException {
    cutOff(files);
    session.run("SET lock_configuration = true");
  }

  /**
   * {@return the columns of what a query would give: their names and types}
   *
   * @throws SQLException if it does not go with the tables; places are counted with {@link
   *     #DESCRIBE}
   */
  List<Map.Entry<String, String>> described(String query) throws SQLException {
    return session.rows(DESCRIBE + query, row -> Map.entry(row.getString(1), row.getString(2)));
  }

  /** What stands before a query to have it described. */
  static final String DESCRIBE = "DESCRIBE ";

  /**
   * {@return how a query would be run}
   *
   * @param without which rewritings of it are not wanted
   */
  JsonNode plan(String query, String without) throws SQLException {
    session.run("SET disabled_optimizers = " + SqlText.text(without));
    return json(session, "EXPLAIN (FORMAT json) " + query, 2);
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
