package org.shareexplorer.export;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.shareexplorer.engine.SqlText;
import org.shareexplorer.engine.View;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.filter.Predicate;

/**
 * What rows of a table are on screen, to be had elsewhere by code.
 *
 * @param version the table's version, if it is not the newest that is wanted
 * @param columns names of the columns, in their order; empty for all
 * @param view which rows, in which order
 */
public record Recipe(TableName table, OptionalLong version, List<String> columns, View view) {

  public Recipe {
    columns = List.copyOf(columns);
  }

  /** {@return a filter as DuckDB's SQL has it, null in neither truth nor falsehood} */
  public static String condition(Predicate filter) {
    return new Conditions(new SqlPhrases(SqlText::name, SqlText::text, "TIMESTAMPTZ", "TIMESTAMP"))
        .truth(filter);
  }

  /** {@return what follows a FROM in DuckDB's SQL to have just these rows; empty for all} */
  public static String clauses(View view) {
    String where = view.filter().matchesAll() ? "" : " WHERE " + condition(view.filter());
    return view.order().isEmpty()
        ? where
        : view.order().stream()
            .map(order ->
                SqlText.name(order.column()) + (order.descending() ? " DESC" : "") + " NULLS LAST")
            .collect(Collectors.joining(", ", where + " ORDER BY ", ""));
  }
}
