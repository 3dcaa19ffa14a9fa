package org.shareexplorer.dashboard.retail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shareexplorer.dashboard.Source;
import org.shareexplorer.engine.sql.Join;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/**
 * The queries of a retail dashboard. Each sale counts once, whatever the customers' table holds: of
 * a customer's key that stands there twice, the values that come first in their order are taken.
 *
 * @param shape the tables and columns
 * @param names how SQL names the tables
 */
record RetailSql(Shape shape, Map<Part, String> names) {

  static final String SEGMENT = "Segment";
  static final String COUNTRY = "Country";
  static final String AMOUNT = "Amount";
  static final String CUSTOMER = "Customer";
  static final String REVENUE = "Revenue";
  static final String SALES = "Sales";
  static final String MEAN = "Mean sale";
  static final String CUSTOMERS = "Customers";
  static final String PER_CUSTOMER = "Revenue per customer";

  /** What {@link #segments} has of each. */
  static final List<String> OF_SEGMENTS = List.of(REVENUE, MEAN, SALES, CUSTOMERS, PER_CUSTOMER);

  /** How many customers have a place in a rank. */
  static final int RANKS = 10;

  private String column(Role role) {
    return (role.part() == Part.SALES ? "s." : "c.") + SqlTable.word(field(role).name());
  }

  private Field field(Role role) {
    return shape.column(role).orElseThrow();
  }

  private String table(Part part) {
    return Objects.requireNonNull(names.get(part));
  }

  private String amount() {
    return number(Role.AMOUNT);
  }

  /** A number of a sale; what is none has no place in sums. */
  private String number(Role role) {
    String number = column(role);
    var type = field(role).type();
    return type == Simple.DOUBLE || type == Simple.FLOAT
        ? "CASE WHEN isfinite(" + number + ") THEN " + number + " END"
        : number;
  }

  private String key(Role role) {
    boolean asText =
        shape.joinable() && new Join.Key(0, field(Role.BUYER), field(Role.CUSTOMER)).asText();
    return asText ? "CAST(" + column(role) + " AS VARCHAR)" : column(role);
  }

  /** One row for each customer's key, with some of its columns. */
  private String customers(Role... roles) {
    List<String> columns = new ArrayList<>();
    for (Role role : roles) {
      columns.add("min(" + column(role) + ") AS " + alias(role));
    }
    return "(SELECT "
        + key(Role.CUSTOMER)
        + " AS id"
        + columns.stream().map(column -> ", " + column).reduce("", String::concat)
        + "\n  FROM "
        + table(Part.CUSTOMERS)
        + " AS c WHERE "
        + column(Role.CUSTOMER)
        + " IS NOT NULL GROUP BY 1)";
  }

  private static String alias(Role role) {
    return switch (role) {
      case SEGMENT -> "segment";
      case COUNTRY -> "country";
      default -> "name";
    };
  }

  private String fromSales() {
    return "\nFROM " + table(Part.SALES) + " AS s";
  }

  /** The sales beside their customers; those without one are left out. */
  private String joined(Role... roles) {
    return fromSales() + "\nJOIN " + customers(roles) + " AS k\n  ON k.id = " + key(Role.BUYER);
  }

  /** {@return each sale's amount, with what is known of its customer} */
  Source amounts() {
    List<Role> known = new ArrayList<>();
    StringBuilder columns = new StringBuilder();
    if (shape.has(Role.SEGMENT)) {
      known.add(Role.SEGMENT);
      columns.append(", k.segment AS ").append(quoted(SEGMENT));
    }
    if (shape.has(Role.COUNTRY)) {
      known.add(Role.COUNTRY);
      columns.append(", k.country AS ").append(quoted(COUNTRY));
    }
    return query(
        "SELECT " + amount() + " AS " + AMOUNT + columns + joined(known.toArray(new Role[0])));
  }

  /** {@return a row for each segment: what its customers bought} */
  Source segments() {
    return query(segmentRows());
  }

  private String segmentRows() {
    String buyers = "count(DISTINCT " + column(Role.BUYER) + ")";
    String revenue = "sum(" + amount() + ")";
    List<String> figures =
        List.of(
            "k.segment AS " + SEGMENT,
            revenue + " AS " + REVENUE,
            "avg(" + amount() + ") AS " + quoted(MEAN),
            "count(*) AS " + SALES,
            buyers + " AS " + CUSTOMERS,
            revenue + " / " + buyers + " AS " + quoted(PER_CUSTOMER));
    return "SELECT "
        + String.join(",\n  ", figures)
        + joined(Role.SEGMENT)
        + "\nGROUP BY 1\nORDER BY 2 DESC NULLS LAST, 1";
  }

  /**
   * {@return the customers who bought most, the first first, equal ones by their names}
   *
   * @param figure by {@link #REVENUE} or {@link #SALES}
   */
  Source best(String figure) {
    boolean named = shape.joinable() && shape.has(Role.CUSTOMER_NAME);
    String revenue = shape.has(Role.AMOUNT) ? ", sum(" + amount() + ") AS revenue" : "";
    String bought =
        "(SELECT "
            + key(Role.BUYER)
            + " AS id, count(*) AS sales"
            + revenue
            + fromSales()
            + " WHERE "
            + column(Role.BUYER)
            + " IS NOT NULL GROUP BY 1)";
    String unnamed = "'Customer ' || b.id";
    String name =
        named
            ? "CASE WHEN k.name IS NULL THEN "
                + unnamed
                + " WHEN k.namesakes > 1 THEN k.name || ' (' || b.id || ')' ELSE k.name END"
            : unnamed;
    String known =
        named
            ? "\nLEFT JOIN (SELECT id, name, count(*) OVER (PARTITION BY name) AS namesakes FROM "
                + customers(Role.CUSTOMER_NAME)
                + " AS o) AS k\n  ON k.id = b.id"
            : "";
    return query(
        "SELECT "
            + name
            + " AS "
            + CUSTOMER
            + ", b.sales AS "
            + SALES
            + (revenue.isEmpty() ? "" : ", b.revenue AS " + REVENUE)
            + "\nFROM "
            + bought
            + " AS b"
            + known
            + "\nORDER BY "
            + figure
            + " DESC NULLS LAST, 1, b.id LIMIT "
            + RANKS);
  }

  /** {@return one row: what all sales come to} */
  Source sales() {
    List<String> figures = new ArrayList<>();
    if (shape.has(Role.AMOUNT)) {
      figures.add("sum(" + amount() + ") AS " + REVENUE);
    }
    figures.add("count(*) AS " + SALES);
    if (shape.has(Role.AMOUNT)) {
      figures.add("avg(" + amount() + ") AS " + quoted(MEAN));
      figures.add(
          "quantile_cont(CAST(" + amount() + " AS DOUBLE), 0.5) AS " + quoted("Median sale"));
    }
    if (shape.has(Role.BUYER)) {
      figures.add("count(DISTINCT " + column(Role.BUYER) + ") AS " + "Buyers");
    }
    if (shape.has(Role.QUANTITY)) {
      figures.add("sum(" + number(Role.QUANTITY) + ") AS " + quoted("Pieces sold"));
    }
    return query("SELECT " + String.join(",\n  ", figures) + fromSales());
  }

  /** {@return a row for each segment: its figures, rounded for people who read a table} */
  Source roundedSegments() {
    return query(
        "SELECT %1$s, %2$s, round(%3$s, 2) AS %3$s, %4$s, %5$s, round(%6$s, 2) AS %6$s\nFROM (%7$s)"
            .formatted(
                SEGMENT,
                REVENUE,
                quoted(MEAN),
                SALES,
                CUSTOMERS,
                quoted(PER_CUSTOMER),
                segmentRows()));
  }

  /** The keys of both tables, and how many rows have each. */
  private String keys(String more) {
    return "WITH b AS (SELECT %s AS id, count(*) AS n%s%s GROUP BY 1),\n  k AS (SELECT %s AS id, count(*) AS n FROM %s AS c GROUP BY 1),\n  m AS (SELECT b.* FROM b JOIN k ON k.id = b.id)\n"
        .formatted(key(Role.BUYER), more, fromSales(), key(Role.CUSTOMER), table(Part.CUSTOMERS));
  }

  private static String rows(String of) {
    return "(SELECT coalesce(sum(n), 0)::BIGINT FROM " + of + ")";
  }

  /** {@return one row: the time of the sales, and how many products they are of} */
  Source range() {
    List<String> figures = new ArrayList<>();
    figures.add("min(" + column(Role.SOLD) + ") AS " + quoted("First sale"));
    figures.add("max(" + column(Role.SOLD) + ") AS " + quoted("Last sale"));
    if (shape.has(Role.PRODUCT)) {
      figures.add("count(DISTINCT " + column(Role.PRODUCT) + ") AS Products");
    }
    return query("SELECT " + String.join(",\n  ", figures) + fromSales());
  }

  /** {@return one row: how many sales have a customer} */
  Source matchedSales() {
    boolean paid = shape.has(Role.AMOUNT);
    String lost =
        paid
            ? ",\n  (SELECT coalesce(sum(revenue), 0) FROM b ANTI JOIN m ON m.id = b.id) AS "
                + quoted("Revenue unmatched")
            : "";
    String twice =
        shape.has(Role.SALE)
            ? ",\n  (SELECT count(%1$s) - count(DISTINCT %1$s)%2$s) AS %3$s"
                .formatted(column(Role.SALE), fromSales(), quoted("Sale keys repeated"))
            : "";
    return query(
        keys(paid ? ", sum(" + amount() + ") AS revenue" : "")
            + "SELECT %s AS Sales,\n  %s AS Matched,\n  %s AS Unmatched,\n  %s AS %s,\n"
                .formatted(
                    rows("b"),
                    rows("m"),
                    rows("b WHERE id IS NOT NULL") + " - " + rows("m"),
                    rows("b WHERE id IS NULL"),
                    quoted("Without a key"))
            + "  (%s * 10000 // nullif(%s, 0)) / 100 AS %s"
                .formatted(rows("m"), rows("b"), quoted("Complete, %"))
            + lost
            + twice);
  }

  /** {@return one row: how many customers have sales} */
  Source matchedCustomers() {
    return query(
        keys("")
            + "SELECT %s AS Customers,\n  (SELECT count(*) FROM m) AS %s,\n"
                .formatted(rows("k"), quoted("With sales"))
            + "  (SELECT count(id) FROM k) - (SELECT count(*) FROM m) AS %s,\n"
                .formatted(quoted("Without sales"))
            + "  %s - (SELECT count(id) FROM k) AS %s,\n"
                .formatted(rows("k WHERE id IS NOT NULL"), quoted("Keys repeated"))
            + "  %s AS %s".formatted(rows("k WHERE id IS NULL"), quoted("Without a key")));
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static Source query(String sql) {
    return new Source.OfQuery(sql);
  }
}
