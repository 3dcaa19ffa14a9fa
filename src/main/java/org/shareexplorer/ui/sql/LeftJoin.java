package org.shareexplorer.ui.sql;

import java.util.List;
import java.util.stream.Collectors;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.settings.OpenPages.OpenPage;

/**
 * A join that is being put together, as far as a later start has to know it.
 *
 * @param tables those that are chosen, in their order
 */
record LeftJoin(List<SqlTable> tables) {

  /** What such pages are called among those that come back with the window. */
  static final String KIND = "join";

  LeftJoin {
    tables = List.copyOf(tables);
  }

  /** {@return what brings it back: a line for each table} */
  OpenPage page() {
    return new OpenPage(
        KIND,
        tables.stream()
            .map(table ->
                String.join(
                    "\t",
                    table.connection(),
                    table.name().share(),
                    table.name().schema(),
                    table.name().table()))
            .collect(Collectors.joining("\n")));
  }

  /** {@return the join of a page that was open} */
  static LeftJoin of(String text) {
    return new LeftJoin(
        text.lines()
            .map(line -> line.split("\t", -1))
            .filter(parts -> parts.length == 4)
            .map(parts -> new SqlTable(parts[0], new TableName(parts[1], parts[2], parts[3])))
            .toList());
  }

  /** {@return its tables on one line} */
  String about() {
    return tables.stream().map(table -> table.name().table()).collect(Collectors.joining(", "));
  }
}
