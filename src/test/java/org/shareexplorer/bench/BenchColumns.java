package org.shareexplorer.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Columns of made-up data, in SQL over a row's number {@code i}. Every run makes the same.
 *
 * @param columns names, Delta types and expressions
 */
public record BenchColumns(List<Column> columns) {

  /**
   * A column.
   *
   * @param type the type's name in a Delta schema
   */
  public record Column(String name, String type, String sql) {}

  /** Twenty columns of an order, some 240 compressed bytes in all: most of it cannot be guessed. */
  static final BenchColumns ORDER =
      new BenchColumns(
          List.of(
              new Column("order_id", "long", "i"),
              new Column("customer_id", "long", "CAST(" + hash(1) + " % 900000000000 AS BIGINT)"),
              new Column("amount", "double", "round(exp(4 + 2 * " + share(2) + "), 2)"),
              new Column("tax", "double", share(3) + " * 20"),
              new Column("ordered_at", "timestamp", time(4)),
              new Column("shipped_on", "date", "DATE '2023-01-01' + CAST(i % 900 AS INTEGER)"),
              new Column("status", "string", pick(5, "'open', 'paid', 'sent', 'returned'")),
              new Column("country", "string", pick(6, "'DE', 'FR', 'IT', 'PL', 'ES', 'NL'")),
              new Column("quantity", "integer", "CAST(1 + " + hash(7) + " % 12 AS INTEGER)"),
              new Column("device", "string", digest(8) + " || left(" + digest(19) + ", 16)"),
              new Column("session", "string", digest(9) + " || " + digest(20)),
              new Column("voucher", "string", digest(10)),
              new Column("latitude", "double", share(11) + " * 180 - 90"),
              new Column("longitude", "double", share(12) + " * 360 - 180"),
              new Column("weight", "double", share(13) + " * 5"),
              new Column("score", "double", share(14)),
              new Column("seen_at", "timestamp", time(15)),
              new Column("visitor", "long", "CAST(" + hash(16) + " >> 1 AS BIGINT)"),
              new Column("campaign", "long", "CAST(" + hash(17) + " >> 1 AS BIGINT)"),
              new Column("batch", "long", "CAST(" + hash(18) + " >> 1 AS BIGINT)")));

  /** Two hundred columns, most of them figures of sensors. */
  static final BenchColumns WIDE = wide();

  private static BenchColumns wide() {
    List<Column> columns = new ArrayList<>(ORDER.columns);
    for (int n = columns.size(); n < 200; n++) {
      columns.add(
          n % 10 == 0
              ? new Column("tag_" + n, "string", pick(n, "'a', 'b', 'c', 'd', 'e', 'f', 'g'"))
              : new Column("sensor_" + n, "double", share(n)));
    }
    return new BenchColumns(List.copyOf(columns));
  }

  private static String hash(int n) {
    return "hash(i * 1000 + " + n + ")";
  }

  private static String share(int n) {
    return "(" + hash(n) + " / 18446744073709551616.0::DOUBLE)";
  }

  private static String time(int n) {
    return "make_timestamp(CAST(1672531200000000 + " + hash(n) + " % 63072000000000 AS BIGINT))";
  }

  private static String pick(int n, String values) {
    int count = values.split(",", -1).length;
    return "([" + values + "])[CAST(1 + " + hash(n) + " % " + count + " AS BIGINT)]";
  }

  private static String digest(int n) {
    return "md5(CAST(i * 1000 + " + n + " AS VARCHAR))";
  }

  /** {@return the rows from one number to before another} */
  public String select(long from, long to) {
    return columns.stream()
        .map(column -> column.sql + " AS " + column.name)
        .collect(
            Collectors.joining(
                ", ", "SELECT ", " FROM range(" + from + ", " + to + ") AS rows(i)"));
  }

  /** {@return the schema as Delta has it} */
  String schemaString() {
    return columns.stream()
        .map(column ->
            "{\"name\":\"%s\",\"type\":\"%s\",\"nullable\":true,\"metadata\":{}}"
                .formatted(column.name, column.type))
        .collect(Collectors.joining(",", "{\"type\":\"struct\",\"fields\":[", "]}"));
  }

  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }
}
