package org.shareexplorer.ui.tour;

import java.util.List;
import java.util.Optional;
import org.shareexplorer.dashboard.TableReference;
import org.shareexplorer.dashboard.retail.Candidate;
import org.shareexplorer.dashboard.retail.Part;
import org.shareexplorer.dashboard.retail.RetailSearch;
import org.shareexplorer.dashboard.retail.Role;
import org.shareexplorer.dashboard.retail.Shape;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/**
 * The tables that a tour walks through: those of customers and of sales of a connection.
 *
 * @param connectionName what people call the connection
 * @param shape the tables, and what their columns are
 * @param others whether there are other connections too
 */
record TourTables(ConnectionId connection, String connectionName, Shape shape, boolean others) {

  /** {@return those of the demo share, which need not run for that} */
  static TourTables demo() {
    Candidate customers =
        candidate(
            "customers",
            List.of(
                new Field("customer_id", Simple.INTEGER, true),
                new Field("customer_name", Simple.STRING, true),
                new Field("country", Simple.STRING, true),
                new Field("signup_date", Simple.DATE, true),
                new Field("customer_segment", Simple.STRING, true)));
    Candidate sales =
        candidate(
            "sales_transactions",
            List.of(
                new Field("transaction_id", Simple.INTEGER, true),
                new Field("customer_id", Simple.INTEGER, true),
                new Field("product_name", Simple.STRING, true),
                new Field("quantity", Simple.INTEGER, true),
                new Field("total_amount", new DataType.Decimal(10, 2), true),
                new Field("transaction_date", Simple.DATE, true),
                new Field("region", Simple.STRING, true)));
    return new TourTables(
        ConnectionId.DEMO, "Demo share", Shape.of(List.of(customers, sales)).orElseThrow(), false);
  }

  private static Candidate candidate(String table, List<Field> fields) {
    return new Candidate(
        new TableReference(new TableName("external_retail", "retail", table)), fields);
  }

  /**
   * {@return those of a connection; empty if it has no tables of customers and of sales that belong
   * together} Blocks; asks for names and columns, and for no data.
   */
  static Optional<TourTables> of(Connection connection, SharingClient client, Job job) {
    return Shape.of(RetailSearch.candidates(client, Optional.empty(), job))
        .filter(Shape::joinable)
        .filter(shape -> shape.has(Role.AMOUNT))
        .map(shape -> new TourTables(connection.id(), connection.name(), shape, false));
  }

  boolean ofDemo() {
    return connection.equals(ConnectionId.DEMO);
  }

  TableName customers() {
    return shape.table(Part.CUSTOMERS).orElseThrow().table().name();
  }

  TableName sales() {
    return shape.table(Part.SALES).orElseThrow().table().name();
  }

  /** {@return the same where there are other connections too, so that queries name this one} */
  TourTables amongOthers() {
    return new TourTables(connection, connectionName, shape, true);
  }

  /** {@return a table as queries know it} */
  SqlTable sql(TableName name) {
    return new SqlTable(connectionName, name);
  }

  /** {@return how queries name a table} */
  String inSql(TableName name) {
    return others ? sql(name).fullSql() : sql(name).sql();
  }

  Optional<String> column(Role role) {
    return shape.column(role).map(Field::name);
  }
}
