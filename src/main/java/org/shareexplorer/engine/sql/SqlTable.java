package org.shareexplorer.engine.sql;

import java.util.List;
import org.shareexplorer.engine.SqlText;
import org.shareexplorer.protocol.TableName;

/**
 * A table that queries may be about.
 *
 * @param connection the connection's name, for people
 * @param name the table's name there
 */
public record SqlTable(String connection, TableName name) {

  /** {@return the parts of its name, the connection's first} */
  List<String> path() {
    return List.of(connection, name.share(), name.schema(), name.table());
  }

  /** {@return how SQL names it within its connection, quoted where it must be} */
  public String sql() {
    return String.join(".", word(name.share()), word(name.schema()), word(name.table()));
  }

  /** {@return how SQL names it among several connections} */
  public String fullSql() {
    return word(connection) + "." + sql();
  }

  /** {@return a name as SQL has it, quoted only where it must be} */
  public static String word(String name) {
    return name.matches("[a-z_][a-z0-9_]*") && !SqlTokens.RESERVED.contains(name)
        ? name
        : SqlText.name(name);
  }
}
