package org.shareexplorer.export;

import java.util.stream.Collectors;
import org.shareexplorer.engine.SqlText;

/** Code for DuckDB in Python, over what the Delta Sharing client reads. */
final class DuckDbCode {

  private DuckDbCode() {}

  static String of(Recipe recipe) {
    return """
    # pip install delta-sharing duckdb
    import delta_sharing
    import duckdb

    %s
    shared = %s

    duckdb.sql("SET TimeZone = 'UTC'")
    rows = duckdb.sql(%s)
    print(rows)
    """
        .formatted(PythonCode.profile(), PythonCode.load(recipe), PythonText.quoted(sql(recipe)));
  }

  /** {@return a query of a table that is called {@code shared}} */
  static String sql(Recipe recipe) {
    String columns =
        recipe.columns().isEmpty()
            ? "*"
            : recipe.columns().stream().map(SqlText::name).collect(Collectors.joining(", "));
    return "SELECT " + columns + " FROM shared" + Recipe.clauses(recipe.view());
  }
}
