package org.shareexplorer.provider.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.shareexplorer.provider.delta.DataFileWriter.RowSource;
import org.shareexplorer.provider.delta.Row;
import org.shareexplorer.provider.delta.Text;

/**
 * The trips of one month, in order of their beginning. Each month has a seed of its own, so that
 * months can be made side by side. One thread only.
 */
final class TripSource implements RowSource {

  private static final long SEED = 20240105;
  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final long DAY_MICROS = 24 * HOUR_MICROS;

  /** Trips by hour of a working day, and of a day of the weekend. */
  private static final double[] WORKDAY = {
    1.3, 0.8, 0.5, 0.4, 0.6, 1.2, 2.4, 4.2, 5.4, 4.6, 3.6, 3.7,
    4.0, 3.8, 3.9, 4.2, 4.9, 5.9, 6.2, 5.4, 4.2, 3.4, 2.8, 2.0
  };

  private static final double[] WEEKEND = {
    4.2, 3.6, 2.9, 2.0, 1.2, 0.8, 0.8, 1.1, 1.8, 2.7, 3.4, 3.9,
    4.2, 4.2, 4.1, 4.0, 4.1, 4.4, 4.8, 4.9, 4.8, 5.0, 5.3, 4.9
  };

  private final TripTraits traits;
  private final Chance chance;
  private final long[] pickups;
  private final long firstId;
  private int next;

  /**
   * Draws when the month's trips begin.
   *
   * @param firstId the first trip's number
   * @param rows how many trips
   */
  TripSource(TripTraits traits, YearMonth month, long firstId, int rows) {
    this.traits = traits;
    this.chance = new Chance(SEED + month.getYear() * 100L + month.getMonthValue());
    this.firstId = firstId;
    this.pickups = pickups(month, rows);
  }

  private long[] pickups(YearMonth month, int rows) {
    double[] busy = new double[month.lengthOfMonth() * 24];
    for (int day = 0; day < month.lengthOfMonth(); day++) {
      DayOfWeek weekday = month.atDay(day + 1).getDayOfWeek();
      double[] hours = weekday.getValue() >= 6 ? WEEKEND : WORKDAY;
      double today = chance.logNormal(weekday == DayOfWeek.FRIDAY ? 1.15 : 1, 0.07);
      for (int hour = 0; hour < 24; hour++) {
        busy[day * 24 + hour] = hours[hour] * today;
      }
    }
    int[] perHour = Weights.divide(rows, busy);
    long start = month.atDay(1).toEpochDay() * DAY_MICROS;
    long[] times = new long[rows];
    int at = 0;
    for (int hour = 0; hour < perHour.length; hour++) {
      for (int i = 0; i < perHour[hour]; i++) {
        // The meters' clocks know milliseconds.
        times[at++] = start + hour * HOUR_MICROS + chance.below(3_600_000L) * 1_000;
      }
    }
    Arrays.sort(times);
    return times;
  }

  @Override
  public void next(Row row) {
    long pickup = pickups[next];
    int day = (int) (pickup / DAY_MICROS);
    int hour = (int) (pickup % DAY_MICROS / HOUR_MICROS);
    boolean night = hour < 5 || hour >= 22;
    Zone from = zone();
    Zone to = zone();
    double fromLatitude = near(from.latitude());
    double fromLongitude = near(from.longitude());
    double toLatitude = near(to.latitude());
    double toLongitude = near(to.longitude());
    double km = distance(toLatitude - fromLatitude, toLongitude - fromLongitude);
    double kmh = chance.logNormal(night ? 34 : hour >= 7 && hour <= 18 ? 19 : 25, 0.22);
    kmh = Math.min(95, kmh * (1 + Math.min(1, km / 25)));
    long seconds = Math.max(60, (long) (km / kmh * 3_600));
    boolean airport = from.airport() || to.airport();
    boolean failed = chance.happens(0.0008);

    row.number(firstId + next++);
    row.number(1 + Math.min(3, chance.below(7) / 2));
    row.timestamp(pickup);
    if (failed) {
      row.missing();
    } else {
      row.timestamp(pickup + seconds * 1_000_000);
    }
    row.date(day);
    passengers(row);
    row.number(from.id());
    row.number(to.id());
    row.structOf(fromLatitude, fromLongitude);
    if (chance.happens(0.004)) {
      row.missingStruct(2);
    } else {
      row.structOf(toLatitude, toLongitude);
    }
    row.real(failed ? Double.NaN : km);
    row.real(failed ? Float.NaN : (float) Zone.rounded(km / (seconds / 3_600.0), 10));
    Text rate =
        chance.happens(0.006)
            ? TripTraits.NEGOTIATED
            : airport ? TripTraits.AIRPORT : night ? TripTraits.NIGHT : TripTraits.STANDARD;
    row.text(rate);
    money(row, rate, km, seconds, from, to);
    extras(row);
    row.real(temperature(day, hour));
    onTheWay(row, km);
    row.bytes(chance.of(traits.drivers()));
    if (chance.happens(0.03)) {
      row.text(chance.of(TripTraits.FEEDBACK));
    } else {
      row.missing();
    }
  }

  private Zone zone() {
    return traits.zones().draw(chance);
  }

  /** About half a kilometre around, to eleven metres. */
  private double near(double degrees) {
    return Zone.rounded(degrees + (chance.share() - 0.5) * 0.009, 10_000);
  }

  /** Streets are longer than the bird's way; now and then somebody leaves the city. */
  private double distance(double latitude, double longitude) {
    double north = latitude * Zone.KM_PER_DEGREE;
    double east = longitude * Zone.KM_PER_DEGREE * 0.717;
    double km = 0.4 + Math.sqrt(north * north + east * east) * (1.2 + 0.3 * chance.share());
    return Zone.rounded(chance.happens(0.0006) ? km * (6 + chance.below(14)) + 40 : km, 100);
  }

  private void passengers(Row row) {
    double draw = chance.share();
    if (draw < 0.015) {
      row.missing();
    } else {
      row.number(draw < 0.72 ? 1 : draw < 0.88 ? 2 : draw < 0.94 ? 3 : draw < 0.98 ? 4 : 5);
    }
  }

  private void money(Row row, Text rate, double km, long seconds, Zone from, Zone to) {
    double metered = 320 + 145 * km + 0.55 * seconds;
    if (rate == TripTraits.NIGHT) {
      metered *= 1.15;
    } else if (rate == TripTraits.AIRPORT) {
      metered += 450;
    } else if (rate == TripTraits.NEGOTIATED) {
      metered *= 0.7 + chance.share();
    }
    long fare = tens(metered);
    long tolls = rate == TripTraits.AIRPORT && chance.happens(0.4) ? 380 : 0;
    long fee = from.borough().equals("Old Town") || to.borough().equals("Old Town") ? 150 : 0;
    double draw = chance.share();
    Text payment =
        draw < 0.58
            ? TripTraits.CARD
            : draw < 0.83 ? TripTraits.APP : draw < 0.97 ? TripTraits.CASH : TripTraits.VOUCHER;
    boolean unknown = chance.happens(0.005);
    boolean tips = payment == TripTraits.CARD || payment == TripTraits.APP;
    long tip =
        tips && chance.happens(0.68) ? tens(fare * Math.max(0.02, chance.normal(0.14, 0.05))) : 0;
    if (unknown) {
      row.missing();
    } else {
      row.text(payment);
    }
    row.decimal(fare);
    row.decimal(tip);
    row.decimal(tolls);
    row.decimal(fee);
    row.decimal(fare + tip + tolls + fee);
  }

  private static long tens(double cents) {
    return Math.round(cents / 10) * 10;
  }

  private void extras(Row row) {
    double draw = chance.share();
    if (draw < 0.1) {
      row.missing();
    } else {
      row.truth(draw < 0.17);
    }
    double rating = chance.share();
    if (rating < 0.55) {
      row.missing();
    } else {
      row.number(
          rating < 0.565 ? 1 : rating < 0.585 ? 2 : rating < 0.63 ? 3 : rating < 0.74 ? 4 : 5);
    }
  }

  /** By season and hour, and another wave for the weather. */
  private static float temperature(int day, int hour) {
    double season = -StrictMath.cos((LocalDate.ofEpochDay(day).getDayOfYear() - 15) / 58.1);
    double weather = 3 * StrictMath.sin(day / 2.7) + 2 * StrictMath.sin(day / 1.3);
    double hours = -3.5 * StrictMath.cos((hour - 3) / 3.82);
    return (float) Zone.rounded(12.5 + 10.5 * season + weather + hours, 10);
  }

  private void onTheWay(Row row, double km) {
    if (km > 3 && chance.happens(0.06)) {
      row.list(
          chance.happens(0.2) ? List.of(zone().name(), zone().name()) : List.of(zone().name()));
    } else if (chance.happens(0.1)) {
      row.list(null);
    } else {
      row.list(List.of());
    }
    if (chance.happens(0.07)) {
      row.map(chance.of(TripTraits.EXTRAS));
    } else {
      row.map(null);
    }
  }
}
