package org.shareexplorer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.shareexplorer.engine.SqlText;
import org.shareexplorer.engine.sql.NamedQuery.Place;
import org.shareexplorer.export.Recipe.Origin;
import org.shareexplorer.protocol.TableName;

/** Code for DuckDB in Python, over what the Delta Sharing client reads. */
final class DuckDbCode {

  private DuckDbCode() {}

  static String of(Recipe recipe) {
    return switch (recipe.origin()) {
      case Origin.Table(TableName table, OptionalLong version) ->
          """
          # pip install delta-sharing duckdb
          import delta_sharing
          import duckdb

          %s
          shared = %s

          duckdb.sql("SET TimeZone = 'UTC'")
          rows = duckdb.sql(%s)
          print(rows)
          """
              .formatted(
                  PythonCode.profile(),
                  PythonCode.load("profile", table, version),
                  PythonText.quoted(sql(recipe)));
      case Origin.Query query ->
          """
          # pip install delta-sharing duckdb
          import delta_sharing
          import duckdb

          %s

          %s

          rows = database.sql(%s)
          print(rows)
          """
              .formatted(profiles(query), loading(query, DuckDbCode::pandas), quoted(recipe));
    };
  }

  /**
   * {@return a query: of the table that is called {@code shared}, or of tables by their full names}
   */
  static String sql(Recipe recipe) {
    if (recipe.origin() instanceof Origin.Query(var query)
        && recipe.columns().isEmpty()
        && recipe.view().plain()) {
      return query.sql();
    }
    String from =
        switch (recipe.origin()) {
          case Origin.Table _ -> "shared";
          case Origin.Query(var query) -> "(\n" + query.sql() + "\n)";
        };
    String columns =
        recipe.columns().isEmpty()
            ? "*"
            : recipe.columns().stream().map(SqlText::name).collect(Collectors.joining(", "));
    return "SELECT " + columns + " FROM " + from + Recipe.clauses(recipe.view());
  }

  /** {@return the query as a literal, a line for each of its own} */
  static String quoted(Recipe recipe) {
    return sql(recipe)
        .lines()
        .map(line -> "\n    " + PythonText.quoted(line + "\n"))
        .collect(Collectors.joining())
        .concat("\n");
  }

  /** {@return a variable for each provider's file: tables may be of several connections} */
  static String profiles(Origin.Query query) {
    List<String> connections = connections(query);
    if (connections.size() < 2) {
      return PythonCode.profile();
    }
    List<String> lines = new ArrayList<>();
    lines.add("# The paths of the files that your providers sent you.");
    for (String connection : connections) {
      lines.add(
          "%s = \"config-%d.share\"  # %s"
              .formatted(
                  profile(query, connection),
                  connections.indexOf(connection) + 1,
                  PythonText.quoted(connection)));
    }
    return String.join("\n", lines);
  }

  private static List<String> connections(Origin.Query query) {
    return query.query().tables().stream()
        .map(place -> place.table().connection())
        .distinct()
        .toList();
  }

  private static String profile(Origin.Query query, String connection) {
    List<String> connections = connections(query);
    return connections.size() < 2 ? "profile" : "profile_" + (connections.indexOf(connection) + 1);
  }

  /** {@return what reads a table as a data frame of pandas} */
  static String pandas(String profile, TableName table) {
    return PythonCode.load(profile, table, OptionalLong.empty());
  }

  /**
   * {@return what puts tables into a database where a query finds them}
   *
   * @param frame reads a table, of a profile that a variable names, as a data frame of pandas
   */
  static String loading(Origin.Query query, BiFunction<String, TableName, String> frame) {
    List<String> lines = new ArrayList<>();
    lines.add("database = duckdb.connect()");
    lines.add("database.execute(\"SET TimeZone = 'UTC'\")");
    for (Place place : query.query().tables()) {
      TableName table = place.table().name();
      String catalog = SqlText.name(place.catalog());
      String schema = catalog + "." + SqlText.name(table.schema());
      lines.add("shared = " + frame.apply(profile(query, place.table().connection()), table));
      lines.add(execute("ATTACH IF NOT EXISTS ':memory:' AS " + catalog));
      lines.add(execute("CREATE SCHEMA IF NOT EXISTS " + schema));
      lines.add(
          execute(
              "CREATE TABLE " + schema + "." + SqlText.name(table.table()) + " AS FROM shared"));
    }
    return String.join("\n", lines);
  }

  private static String execute(String sql) {
    return "database.execute(" + PythonText.quoted(sql) + ")";
  }
}
