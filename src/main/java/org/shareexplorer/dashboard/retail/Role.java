package org.shareexplorer.dashboard.retail;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/** What a column is to a retail dashboard. */
public enum Role {
  CUSTOMER(Part.CUSTOMERS, "Key of the customer", Kind.KEY, "id", ""),
  CUSTOMER_NAME(
      Part.CUSTOMERS,
      "Name of the customer",
      Kind.TEXT,
      "name",
      "full name",
      "company name",
      "company"),
  SEGMENT(Part.CUSTOMERS, "Segment", Kind.GROUP, "segment", "industry", "sector", "status"),
  COUNTRY(
      Part.CUSTOMERS,
      "Country or region",
      Kind.GROUP,
      "country",
      "region",
      "market",
      "state",
      "city"),
  SIGNUP(
      Part.CUSTOMERS,
      "Date of sign-up",
      Kind.TIME,
      "signup",
      "signup date",
      "created",
      "since",
      "start date",
      "date"),
  SALE(Part.SALES, "Key of the sale", Kind.KEY, "sale id", "id"),
  BUYER(Part.SALES, "Customer of the sale", Kind.KEY, "customer id", "customer"),
  PRODUCT(
      Part.SALES, "Product", Kind.GROUP, "product name", "product", "description", "product id"),
  AMOUNT(
      Part.SALES,
      "Amount",
      Kind.MEASURE,
      "total amount",
      "amount",
      "revenue",
      "total price",
      "total",
      "value",
      "sale",
      "price"),
  QUANTITY(Part.SALES, "Quantity", Kind.MEASURE, "quantity", "count"),
  SOLD(
      Part.SALES,
      "Date of the sale",
      Kind.TIME,
      "sale date",
      "date",
      "timestamp",
      "sold",
      "created"),
  REGION(
      Part.SALES,
      "Region of the sale",
      Kind.GROUP,
      "region",
      "country",
      "market",
      "state",
      "store",
      "channel",
      "city");

  /** Words that say that a column is about something else than its other words do. */
  private static final List<String> ELSEWHERE =
      List.of(
          "email",
          "mail",
          "phone",
          "parent",
          "employee",
          "staff",
          "supplier",
          "vat",
          "tax",
          "is",
          "has",
          "birth",
          "dob");

  /** The same of measures and times. */
  private static final List<String> NOT_THE_SALE =
      List.of(
          "unit",
          "discount",
          "tip",
          "shipping",
          "ship",
          "shipped",
          "delivery",
          "delivered",
          "due",
          "cost",
          "updated",
          "update",
          "modified",
          "loaded",
          "ingested",
          "deleted",
          "last",
          "end",
          "returned",
          "refund",
          "cancelled",
          "balance",
          "average",
          "avg",
          "mean");

  private static final int BEST = 100;
  private static final int LATER_WORD = 6;
  private static final int WORD_TOO_MANY = 25;

  /** The key of a store, a product or a campaign is none of a sale. */
  private static final int WORD_TOO_MANY_OF_A_KEY = 75;

  private static final int LEAST = 40;

  private enum Kind {
    KEY,
    TEXT,
    GROUP,
    MEASURE,
    TIME
  }

  private final Part part;
  private final String words;
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
  private final List<List<String>> names;

  Role(Part part, String words, Kind kind, String... names) {
    this.part = part;
    this.words = words;
    this.kind = kind;
    this.names =
        Arrays.stream(names)
            .map(name -> name.isEmpty() ? List.<String>of() : List.of(name.split(" ", -1)))
            .toList();
  }

  /** {@return the table that the column is in} */
  public Part part() {
    return part;
  }

  /** {@return what people call it} */
  public String words() {
    return words;
  }

  /** {@return whether a column's values can be that, whatever it is called} */
  public boolean fits(DataType type) {
    return switch (kind) {
      case KEY ->
          type == Simple.STRING
              || type instanceof Decimal
              || (type.numeric() && type != Simple.FLOAT && type != Simple.DOUBLE);
      case TEXT -> type == Simple.STRING;
      case GROUP -> type == Simple.STRING || type == Simple.BOOLEAN || integer(type);
      case MEASURE -> type.numeric();
      case TIME -> type.temporal();
    };
  }

  /** {@return how likely a column of the part's table is that; empty if it is not} */
  OptionalInt score(Field column) {
    if (!fits(column.type())) {
      return OptionalInt.empty();
    }
    int named = named(column);
    return named < LEAST
        ? OptionalInt.empty()
        : OptionalInt.of(named + (usual(column.type()) ? 3 : 0));
  }

  /**
   * {@return whether a column is called like that, but holds texts where it would have to count}
   */
  boolean isText(Field column) {
    return !fits(column.type()) && column.type() == Simple.STRING && named(column) >= LEAST;
  }

  private int named(Field column) {
    List<String> said = Words.of(column.name()).all();
    if (said.isEmpty() || said.stream().anyMatch(this::elsewhere)) {
      return 0;
    }
    int best = 0;
    for (int i = 0; i < names.size(); i++) {
      List<String> name = names.get(i);
      if (said.containsAll(name) && (!name.isEmpty() || part.nouns().containsAll(said))) {
        long more =
            said.stream()
                .filter(word -> !name.contains(word) && !part.nouns().contains(word))
                .distinct()
                .count();
        best =
            Math.max(
                best,
                BEST
                    - LATER_WORD * i
                    - (kind == Kind.KEY ? WORD_TOO_MANY_OF_A_KEY : WORD_TOO_MANY) * (int) more);
      }
    }
    return best;
  }

  private boolean elsewhere(String word) {
    return ELSEWHERE.contains(word)
        || (word.equals("last") && kind == Kind.TEXT)
        || ((kind == Kind.MEASURE || kind == Kind.TIME) && NOT_THE_SALE.contains(word));
  }

  /** Whether such columns are mostly of that type. */
  private boolean usual(DataType type) {
    return switch (kind) {
      case KEY -> integer(type) || type == Simple.STRING;
      case TEXT, GROUP -> type == Simple.STRING;
      case MEASURE -> this == QUANTITY ? integer(type) : !integer(type);
      case TIME -> true;
    };
  }

  private static boolean integer(DataType type) {
    return type == Simple.BYTE
        || type == Simple.SHORT
        || type == Simple.INTEGER
        || type == Simple.LONG;
  }
}
