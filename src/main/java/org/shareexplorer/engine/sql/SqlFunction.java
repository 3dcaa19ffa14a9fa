package org.shareexplorer.engine.sql;

import java.sql.SQLException;
import java.util.List;
import org.shareexplorer.engine.Session;

/**
 * A function that queries can use.
 *
 * @param name its name
 * @param parameters what goes into its parentheses, as words
 * @param about what it does, in a sentence; may be empty
 */
public record SqlFunction(String name, String parameters, String about) {

  static List<SqlFunction> all(Session session) throws SQLException {
    return session
        .rows(
            """
            SELECT function_name, any_value(array_to_string(parameters, ', ')),
              coalesce(any_value(description), '')
            FROM duckdb_functions()
            WHERE function_type IN ('scalar', 'aggregate', 'macro')
              AND regexp_full_match(function_name, '[a-z][a-z0-9_]*')
              AND schema_name = 'main'
            GROUP BY function_name ORDER BY function_name
            """,
            row -> new SqlFunction(row.getString(1), row.getString(2), row.getString(3)))
        .stream()
        .filter(function -> !Statement.refused(function.name()))
        .toList();
  }
}
