package org.shareexplorer.provider.demo;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shareexplorer.provider.delta.Column;
import org.shareexplorer.provider.delta.ColumnType;
import org.shareexplorer.provider.delta.ColumnType.Decimal;
import org.shareexplorer.provider.delta.ColumnType.Simple;
import org.shareexplorer.provider.delta.TablePlan;

/** The table {@code trips}: two years of taxi trips, one file per month, partitioned by it. */
final class Trips {

  private static final YearMonth FIRST_MONTH = YearMonth.of(2024, 1);
  private static final int MONTHS = 24;

  /** From January on. */
  private static final double[] SEASON = {
    0.9, 0.92, 1.02, 1.01, 1.06, 1.08, 0.95, 0.88, 1.05, 1.09, 1.04, 1.1
  };

  private static final Decimal MONEY = new Decimal(10, 2);

  private static final List<Column> COLUMNS =
      List.of(
          column("trip_id", Simple.LONG, "Number of the trip"),
          column("month", Simple.DATE, "First day of the month; the table is partitioned by it"),
          column("vendor_id", Simple.BYTE, "Number of the company, 1 to 4"),
          column("pickup_at", Simple.TIMESTAMP, "When the trip began"),
          column("dropoff_at", Simple.TIMESTAMP, "When it ended; unknown for meters that failed"),
          column("pickup_date", Simple.DATE, "Day on which it began (UTC)"),
          column("passenger_count", Simple.SHORT, "As entered by the driver"),
          column("pickup_zone_id", Simple.INTEGER, "Where it began, see zones"),
          column("dropoff_zone_id", Simple.INTEGER, "Where it ended, see zones"),
          column("pickup_point", Zone.POINT, "Where it began, to some metres"),
          column("dropoff_point", Zone.POINT, "Where it ended; null without a signal"),
          column("trip_distance_km", Simple.DOUBLE, "By the meter; NaN where it failed"),
          column("average_speed_kmh", Simple.FLOAT, "Distance by time; NaN where unknown"),
          column("rate_code", Simple.STRING, "Standard, Airport, Night or Negotiated"),
          column("payment_type", Simple.STRING, "Card, App, Cash or Voucher"),
          column("fare_amount", MONEY, "Fare in EUR"),
          column("tip_amount", MONEY, "Tip in EUR; cash tips are not recorded"),
          column("tolls_amount", MONEY, "Tolls in EUR"),
          column("congestion_fee", MONEY, "Fee for the old town in EUR"),
          column("total_amount", MONEY, "All of these together, in EUR"),
          column("shared_ride", Simple.BOOLEAN, "Whether strangers shared it; null if not offered"),
          column("rider_rating", Simple.BYTE, "1 to 5; null if not given"),
          column("temperature_c", Simple.FLOAT, "At the airport's weather station"),
          column("stops", new ColumnType.StringArray(), "Zones of stops on the way"),
          column("extras", new ColumnType.StringMap(), "What was asked for besides"),
          column("driver_key", Simple.BINARY, "Pseudonym of the driver, 8 bytes"),
          column("feedback", Simple.STRING, "The rider's words, if any"));

  private Trips() {}

  private static Column column(String name, ColumnType type, String comment) {
    return new Column(name, type, comment);
  }

  /** {@return the table: the first year, then each quarter of the second} */
  static TablePlan plan(List<Zone> zones, int count) {
    double[] busy = new double[MONTHS];
    for (int i = 0; i < MONTHS; i++) {
      YearMonth month = FIRST_MONTH.plusMonths(i);
      busy[i] = SEASON[month.getMonthValue() - 1] * month.lengthOfMonth() * (1 + 0.006 * i);
    }
    int[] perMonth = Weights.divide(count, busy);
    TripTraits traits = TripTraits.of(zones);
    List<TablePlan.Part> parts = new ArrayList<>();
    long firstId = 1_000_001;
    for (int i = 0; i < MONTHS; i++) {
      YearMonth month = FIRST_MONTH.plusMonths(i);
      long id = firstId;
      int rows = perMonth[i];
      parts.add(
          new TablePlan.Part(
              "part-00000",
              Map.of("month", month.atDay(1).toString()),
              rows,
              () -> new TripSource(traits, month, id, rows)));
      firstId += rows;
    }
    List<TablePlan.Commit> commits = new ArrayList<>();
    commits.add(commit(FIRST_MONTH.plusMonths(12), parts.subList(0, 12)));
    for (int from = 12; from < MONTHS; from += 3) {
      commits.add(commit(FIRST_MONTH.plusMonths(from + 3L), parts.subList(from, from + 3)));
    }
    return new TablePlan(
        "city_mobility/taxi/trips",
        "Taxi trips of the years 2024 and 2025, by time of pick-up",
        COLUMNS,
        List.of("month"),
        commits);
  }

  /** Data come two days after the end of their last month. */
  private static TablePlan.Commit commit(YearMonth after, List<TablePlan.Part> parts) {
    Instant at = after.atDay(3).atTime(4, 0).toInstant(ZoneOffset.UTC);
    return new TablePlan.Commit(at, "WRITE", List.copyOf(parts), List.of());
  }
}
