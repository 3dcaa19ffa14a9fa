package org.shareexplorer.provider.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.provider.delta.Column;
import org.shareexplorer.provider.delta.ColumnType.Decimal;
import org.shareexplorer.provider.delta.ColumnType.Simple;
import org.shareexplorer.provider.delta.DataFileWriter.RowSource;
import org.shareexplorer.provider.delta.TablePlan;

/**
 * The table {@code sales_transactions}: two years of orders, day by day. They grow, rise before
 * Christmas and rest in summer and at weekends; a few customers place most of them; some are
 * enormous; some lack their region or name a customer nobody has.
 */
final class Sales {

  private static final long SEED = 20240102;
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 731;

  /** From January on. */
  private static final double[] SEASON = {
    0.82, 0.85, 0.95, 0.98, 1.0, 1.02, 0.92, 0.86, 1.02, 1.08, 1.38, 1.45
  };

  private static final List<Column> COLUMNS =
      List.of(
          new Column("transaction_id", Simple.INTEGER, "Number of the order line, from 1"),
          new Column("customer_id", Simple.INTEGER, "Number of the customer"),
          new Column("product_name", Simple.STRING, "What was sold"),
          new Column("quantity", Simple.INTEGER, "Pieces"),
          new Column("unit_price", new Decimal(10, 2), "Price of a piece in EUR, discount off"),
          new Column("total_amount", new Decimal(10, 2), "Quantity times unit price, in EUR"),
          new Column("transaction_date", Simple.DATE, "Day of the order"),
          new Column("region", Simple.STRING, "Where it was delivered, if known"));

  /** What is sold, for how many cents, how often. */
  private enum Product {
    NOTEBOOK_PAPER("Notebook A5, dotted", 690, 12),
    GEL_PENS("Gel pens, set of 10", 1_290, 11),
    DESK_LAMP("Desk lamp, LED", 4_490, 8),
    KEYBOARD("Wireless keyboard", 5_990, 9),
    MOUSE("Ergonomic mouse", 3_990, 10),
    HEADSET("Headset, noise cancelling", 12_900, 7),
    WEBCAM("Webcam, full HD", 7_990, 6),
    MONITOR_24("Monitor, 24 inch", 17_900, 6),
    MONITOR_32("Monitor, 32 inch", 38_900, 3),
    DOCK("Docking station", 18_900, 5),
    OFFICE_CHAIR("Office chair, mesh", 28_900, 4),
    STANDING_DESK("Standing desk, 160 cm", 64_900, 2.4),
    CABINET("Filing cabinet", 21_900, 2),
    WHITEBOARD("Whiteboard, 120 x 90 cm", 11_900, 2.5),
    COFFEE("Coffee beans, 1 kg", 1_890, 10),
    COFFEE_MACHINE("Coffee machine, office", 89_900, 0.8),
    WATER_BOTTLE("Steel water bottle", 2_490, 6),
    BACKPACK("Laptop backpack", 7_490, 4),
    TABLET("Tablet, 11 inch", 49_900, 2),
    LAPTOP("Laptop, 14 inch", 119_900, 1.6),
    PROJECTOR("Meeting room projector", 109_900, 0.5),
    PRINTER("Laser printer, colour", 34_900, 1.4);

    private final String label;
    private final int cents;
    private final double share;

    Product(String label, int cents, double share) {
      this.label = label;
      this.cents = cents;
      this.share = share;
    }
  }

  private record Sale(
      int id,
      int customerId,
      Product product,
      int quantity,
      long unitCents,
      LocalDate day,
      @Nullable String region) {}

  private final Chance chance = new Chance(SEED);
  private final Weights<Customer> buyers;
  private final Weights<Product> products =
      Weights.of(List.of(Product.values()), product -> product.share);

  private Sales(List<Customer> customers) {
    // After Pareto: a fifth of the customers gives most of the orders.
    this.buyers =
        Weights.of(
            customers,
            customer ->
                customer.segment().activity()
                    * Math.min(60, StrictMath.pow(1 - chance.share(), -1 / 1.25)));
  }

  /** {@return the table: the first year, then each half of the second} */
  static TablePlan plan(List<Customer> customers, int count) {
    List<Sale> sales = new Sales(customers).make(count);
    LocalDate second = LocalDate.of(2025, 1, 1);
    LocalDate third = LocalDate.of(2025, 7, 1);
    return new TablePlan(
        "external_retail/retail/sales_transactions",
        "Order lines of the years 2024 and 2025, by day",
        COLUMNS,
        List.of(),
        List.of(
            commit("2025-01-02T03:15:00Z", "part-00000", between(sales, FIRST_DAY, second)),
            commit("2025-07-01T03:15:00Z", "part-00001", between(sales, second, third)),
            commit("2026-01-02T03:15:00Z", "part-00002", between(sales, third, LocalDate.MAX))));
  }

  private static List<Sale> between(List<Sale> sales, LocalDate from, LocalDate to) {
    return sales.stream()
        .filter(sale -> !sale.day().isBefore(from) && sale.day().isBefore(to))
        .toList();
  }

  private static TablePlan.Commit commit(String at, String name, List<Sale> sales) {
    return new TablePlan.Commit(
        Instant.parse(at),
        "WRITE",
        List.of(new TablePlan.Part(name, Map.of(), sales.size(), () -> rows(sales))),
        Set.of());
  }

  private List<Sale> make(int count) {
    double[] busy = new double[DAYS];
    for (int i = 0; i < DAYS; i++) {
      busy[i] = busyness(FIRST_DAY.plusDays(i)) * chance.logNormal(1, 0.12);
    }
    int[] perDay = Weights.divide(count, busy);
    List<Sale> sales = new ArrayList<>(count);
    for (int i = 0; i < DAYS; i++) {
      for (int j = 0; j < perDay[i]; j++) {
        sales.add(sale(sales.size() + 1, FIRST_DAY.plusDays(i)));
      }
    }
    return sales;
  }

  private static double busyness(LocalDate day) {
    double week =
        switch (day.getDayOfWeek()) {
          case SATURDAY -> 0.45;
          case SUNDAY -> 0.3;
          case MONDAY -> 1.15;
          case FRIDAY -> 0.95;
          default -> 1.05;
        };
    double trend = 1 + 0.22 * (day.toEpochDay() - FIRST_DAY.toEpochDay()) / 365.0;
    boolean blackFriday =
        day.getMonthValue() == 11
            && day.getDayOfWeek() == DayOfWeek.FRIDAY
            && day.getDayOfMonth() >= 23
            && day.getDayOfMonth() <= 29;
    boolean holiday =
        (day.getMonthValue() == 12 && day.getDayOfMonth() >= 25) || day.getDayOfYear() == 1;
    return week
        * trend
        * SEASON[day.getMonthValue() - 1]
        * (blackFriday ? 2.4 : 1)
        * (holiday ? 0.35 : 1);
  }

  private Sale sale(int id, LocalDate day) {
    Customer customer = buyer(day);
    Product product = products.draw(chance);
    // Dear things are bought one by one.
    double pieces = customer.segment().pieces() * (product.cents > 30_000 ? 0.35 : 1);
    int quantity = (int) Math.max(1, StrictMath.rint(chance.logNormal(pieces, 0.75)));
    if (chance.happens(0.003)) {
      quantity *= 15 + chance.below(25);
    }
    long yearly = day.getYear() == 2025 ? 103 : 100;
    long unit = product.cents * yearly * (100 - customer.segment().discount()) / 10_000;
    // The price of the moment, to the ten cents.
    unit = Math.max(99, tens(unit * (0.96 + 0.08 * chance.share())) - 1);
    boolean unknown = chance.happens(0.006);
    return new Sale(
        id,
        unknown ? 9_000 + chance.below(40) : customer.id(),
        product,
        quantity,
        unit,
        day,
        chance.happens(0.03) ? null : customer.country().region());
  }

  private static long tens(double cents) {
    return Math.round(cents / 10) * 10;
  }

  /** Nobody buys before the day of sign-up. */
  private Customer buyer(LocalDate day) {
    Customer customer = buyers.draw(chance);
    while (customer.signupDate().isAfter(day)) {
      customer = buyers.draw(chance);
    }
    return customer;
  }

  private static RowSource rows(List<Sale> sales) {
    var left = sales.iterator();
    return row -> {
      Sale sale = left.next();
      row.number(sale.id());
      row.number(sale.customerId());
      row.text(sale.product().label);
      row.number(sale.quantity());
      row.decimal(sale.unitCents());
      row.decimal(sale.unitCents() * sale.quantity());
      row.date((int) sale.day().toEpochDay());
      row.text(sale.region());
    };
  }
}
