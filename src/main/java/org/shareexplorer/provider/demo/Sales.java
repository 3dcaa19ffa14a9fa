package org.shareexplorer.provider.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.provider.delta.Column;
import org.shareexplorer.provider.delta.ColumnType.Decimal;
import org.shareexplorer.provider.delta.ColumnType.Simple;
import org.shareexplorer.provider.delta.DataFileWriter.RowSource;
import org.shareexplorer.provider.delta.TablePlan;

/**
 * The table {@code sales_transactions}: two years of orders, day by day. They grow, rise before
 * Christmas and rest in summer and at weekends; a few customers place most of them; a few are far
 * larger than the rest; some lack their region or name a customer nobody has.
 */
final class Sales {

  private static final long SEED = 20240102;
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 731;
  private static final int MOST_PIECES = 20;

  /** In EUR: some product must fit every budget with 1 to the most pieces. */
  private static final double SMALLEST_BUDGET = 30;

  private static final double LARGEST_BUDGET = 21_000;

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

  private record Sale(
      int id,
      int customerId,
      Product product,
      int quantity,
      int unitCents,
      LocalDate day,
      @Nullable String region) {}

  private final Chance chance = new Chance(SEED);
  private final Weights<Customer> buyers;
  private final Weights<Product> products = Weights.of(List.of(Product.values()), Product::share);

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
        List.of());
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
    int discount = customer.segment().discount();
    double budget = budget(customer);
    Product product;
    int unit;
    int quantity;
    do {
      product = products.draw(chance);
      unit = product.cents(day.getYear(), discount);
      quantity = (int) StrictMath.rint(budget * 100 / unit);
    } while (quantity < 1 || quantity > MOST_PIECES);
    boolean unknown = chance.happens(0.005);
    return new Sale(
        id,
        unknown ? 9_000 + chance.below(40) : customer.id(),
        product,
        quantity,
        unit,
        day,
        chance.happens(0.025) ? null : customer.country().region().label());
  }

  /** What an order is to cost, in EUR: now and then a whole office is fitted out. */
  private double budget(Customer customer) {
    if (chance.happens(0.002)) {
      return 9_000 + (LARGEST_BUDGET - 9_000) * chance.share() * chance.share();
    }
    double usual = customer.segment().spending() * customer.country().region().spending();
    return Math.clamp(chance.erlang(usual), SMALLEST_BUDGET, LARGEST_BUDGET);
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
      row.text(sale.product().label());
      row.number(sale.quantity());
      row.decimal(sale.unitCents());
      row.decimal((long) sale.unitCents() * sale.quantity());
      row.date((int) sale.day().toEpochDay());
      row.text(sale.region());
    };
  }
}
