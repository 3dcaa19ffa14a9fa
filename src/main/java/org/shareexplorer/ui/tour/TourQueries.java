package org.shareexplorer.ui.tour;

import java.util.Optional;
import org.shareexplorer.dashboard.retail.Role;
import org.shareexplorer.engine.sql.Join;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.table.Field;

/** The tour's queries, written as a person would. */
record TourQueries(TourTables tables) {

  static final String SEGMENT = "segment";
  static final String REVENUE = "revenue";

  /** {@return what customers of each segment bought; empty where there are no segments} */
  Optional<String> bySegment() {
    return tables
        .column(Role.SEGMENT)
        .map(segment ->
            """
            SELECT c.%s AS segment,
                   count(*) AS sales,
                   sum(s.%2$s) AS revenue,
                   round(avg(s.%2$s), 2) AS mean,
                   count(DISTINCT %3$s) AS customers
            %4$s
            GROUP BY ALL
            ORDER BY revenue DESC\
            """
                .formatted(
                    SqlTable.word(segment), name(Role.AMOUNT), column("s", Role.BUYER), joined()));
  }

  /** {@return the customers who bought most} */
  String best() {
    Role called =
        tables.column(Role.CUSTOMER_NAME).isPresent() ? Role.CUSTOMER_NAME : Role.CUSTOMER;
    return """
    SELECT %s AS customer,
           count(*) AS sales,
           sum(s.%s) AS revenue
    %s
    GROUP BY ALL
    ORDER BY revenue DESC
    LIMIT 10\
    """
        .formatted(column("c", called), name(Role.AMOUNT), joined());
  }

  private String joined() {
    Field buyer = tables.shape().column(Role.BUYER).orElseThrow();
    Field customer = tables.shape().column(Role.CUSTOMER).orElseThrow();
    boolean asText = new Join.Key(0, buyer, customer).asText();
    String equal = asText ? "CAST(%s AS VARCHAR) = CAST(%s AS VARCHAR)" : "%s = %s";
    return "FROM %s s\nJOIN %s c ON "
            .formatted(tables.inSql(tables.sales()), tables.inSql(tables.customers()))
        + equal.formatted(column("s", Role.BUYER), column("c", Role.CUSTOMER));
  }

  private String column(String table, Role role) {
    return table + "." + name(role);
  }

  private String name(Role role) {
    return SqlTable.word(tables.column(role).orElseThrow());
  }
}
