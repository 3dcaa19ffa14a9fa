package org.shareexplorer.export;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.engine.SqlText;
import org.shareexplorer.engine.View;
import org.shareexplorer.engine.sql.NamedQuery;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.filter.Predicate;

/**
 * What is on screen, to be had elsewhere by code: rows, and the charts of them if these are shown.
 *
 * @param origin what the rows are of
 * @param columns names of the columns, in their order; empty for all
 * @param view which rows, in which order
 * @param charts the charts of these rows
 * @param zone where days begin on the charts, for columns that hold instants
 */
public record Recipe(
    Origin origin, List<String> columns, View view, List<ChartSpec> charts, ZoneId zone) {

  /** What rows are of. */
  public sealed interface Origin {

    /**
     * A table.
     *
     * @param version the table's version, if it is not the newest that is wanted
     */
    record Table(TableName name, OptionalLong version) implements Origin {}

    /** A query over tables. */
    record Query(NamedQuery query) implements Origin {}
  }

  public Recipe {
    columns = List.copyOf(columns);
    charts = List.copyOf(charts);
  }

  /** Rows of a table. */
  public Recipe(TableName table, OptionalLong version, List<String> columns, View view) {
    this(new Origin.Table(table, version), columns, view, List.of(), ZoneOffset.UTC);
  }

  /** Rows of a query. */
  public Recipe(NamedQuery query, List<String> columns) {
    this(new Origin.Query(query), columns, View.ALL, List.of(), ZoneOffset.UTC);
  }

  /** {@return the same with charts, if there are any; they may be of any column} */
  public Recipe drawing(List<ChartSpec> charts, ZoneId zone) {
    return charts.isEmpty() ? this : new Recipe(origin, List.of(), view, charts, zone);
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
