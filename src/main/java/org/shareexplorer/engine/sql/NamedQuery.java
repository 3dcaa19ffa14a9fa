package org.shareexplorer.engine.sql;

import java.util.List;

/**
 * A query that names its tables as any database can have them: by catalog, schema and table.
 *
 * @param sql the query, without a semicolon at its end
 * @param tables the tables that it is about
 */
public record NamedQuery(String sql, List<Place> tables) {

  /**
   * Where the query looks for a table.
   *
   * @param catalog the catalog; its schema is that of the table's name
   */
  public record Place(SqlTable table, String catalog) {}

  public NamedQuery {
    tables = List.copyOf(tables);
  }
}
