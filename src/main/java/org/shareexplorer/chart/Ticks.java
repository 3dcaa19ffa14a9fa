package org.shareexplorer.chart;

import java.text.DecimalFormat;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Where an axis is labelled, and how. */
@FunctionalInterface
interface Ticks {

  /** Round numbers on a linear axis. */
  Ticks NUMBERS = PlacedTicks.ofNumbers(Ticks::numbers, value -> value);

  /** Whole numbers only, for counts. */
  Ticks COUNTS = PlacedTicks.ofNumbers(Ticks::counts, value -> value);

  /** Parts of a whole, which is 1. */
  Ticks SHARES = PlacedTicks.ofNumbers(Ticks::shares, value -> value);

  /** Powers of ten on an axis of decades, with twos and fives where there is room. */
  Ticks DECADES = PlacedTicks.ofNumbers(Ticks::decades, Math::log10);

  /** Beginnings of years, quarters, months, weeks or days, on an axis of days since 1970. */
  Ticks DAYS = PlacedTicks.ofDays(Ticks::days);

  /** One label of an axis. */
  record Tick(double position, String label) {}

  /**
   * {@return labels in ascending order}
   *
   * @param most about how many there may be; at least 1
   */
  List<Tick> over(double from, double to, int most);

  /** {@return where on the axis a value or day stands; not a number if it has no place there} */
  default double place(Position position) {
    return Double.NaN;
  }

  private static List<Tick> numbers(double from, double to, int most) {
    double step = roundStep((to - from) / most);
    List<Tick> ticks = new ArrayList<>();
    if (!(step > 0) || !Double.isFinite(step)) {
      return ticks;
    }
    DoubleFunction<String> format = numberFormat(Math.max(Math.abs(from), Math.abs(to)), step);
    double first = Math.ceil(from / step - 1e-9);
    for (int i = 0; i <= 2 * most + 2 && (first + i) * step <= to + step * 1e-9; i++) {
      double value = (first + i) * step;
      ticks.add(new Tick(value, format.apply(value)));
    }
    return ticks;
  }

  private static List<Tick> counts(double from, double to, int most) {
    return numbers(from, to, most).stream()
        .filter(tick -> tick.position() == Math.rint(tick.position()))
        .toList();
  }

  private static List<Tick> shares(double from, double to, int most) {
    return numbers(from * 100, to * 100, most).stream()
        .map(tick -> new Tick(tick.position() / 100, tick.label() + " %"))
        .toList();
  }

  private static List<Tick> decades(double from, double to, int most) {
    if (to - from < 0.35) {
      // So short a part of the axis is nearly linear.
      return numbers(Math.pow(10, from), Math.pow(10, to), most).stream()
          .map(tick -> new Tick(Math.log10(tick.position()), tick.label()))
          .toList();
    }
    double[] parts = (to - from) * 3 <= most ? new double[] {1, 2, 5} : new double[] {1};
    int every = Math.max(1, (int) Math.ceil((to - from) / most));
    List<Tick> ticks = new ArrayList<>();
    for (int decade = (int) Math.floor(from); decade <= to; decade++) {
      for (double part : parts) {
        double position = decade + Math.log10(part);
        if (Math.floorMod(decade, every) == 0 && position >= from - 1e-9 && position <= to + 1e-9) {
          double value = part * Math.pow(10, decade);
          ticks.add(new Tick(position, numberFormat(value, value).apply(value)));
        }
      }
    }
    return ticks;
  }

  private static List<Tick> days(double from, double to, int most) {
    double days = (to - from) / most;
    LocalDate start = LocalDate.ofEpochDay((long) Math.floor(from));
    if (days > 183) {
      int years = (int) Math.max(1, roundStep(Math.ceil(days / 365.25)));
      LocalDate first =
          start.withDayOfYear(1).withYear(Math.floorDiv(start.getYear(), years) * years);
      return calendar(first, from, to, years, ChronoUnit.YEARS);
    }
    if (days > 10) {
      int months = days > 92 ? 6 : days > 46 ? 3 : days > 31 ? 2 : 1;
      LocalDate first = start.withDayOfMonth(1);
      first = first.minusMonths((first.getMonthValue() - 1) % months);
      return calendar(first, from, to, months, ChronoUnit.MONTHS);
    }
    int step = days > 2 ? 7 : days > 1 ? 2 : 1;
    return calendar(
        start.minusDays(Math.floorMod(start.toEpochDay() + 3, (long) step)),
        from,
        to,
        step,
        ChronoUnit.DAYS);
  }

  private static List<Tick> calendar(
      LocalDate first, double from, double to, int step, ChronoUnit unit) {
    List<Tick> ticks = new ArrayList<>();
    int year = Integer.MIN_VALUE;
    for (LocalDate day = first; day.toEpochDay() <= to; day = day.plus(step, unit)) {
      if (day.toEpochDay() >= from) {
        String text =
            switch (unit) {
              case YEARS -> String.valueOf(day.getYear());
              case MONTHS -> Figures.month(day);
              default -> Figures.month(day) + " " + day.getDayOfMonth();
            };
        boolean newYear = day.getYear() != year && unit != ChronoUnit.YEARS;
        ticks.add(new Tick(day.toEpochDay(), newYear ? text + " " + day.getYear() : text));
        year = day.getYear();
      }
    }
    return ticks;
  }

  /** {@return the least of 1, 2, 2.5, 5 times a power of ten that is not below} */
  private static double roundStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double part : new double[] {1, 2, 2.5, 5}) {
      if (part * power >= least * (1 - 1e-9)) {
        return part * power;
      }
    }
    return 10 * power;
  }

  /** All labels of an axis are in one unit, which its greatest value and its step decide. */
  private static DoubleFunction<String> numberFormat(double greatest, double step) {
    if (greatest >= 1e15 || greatest < 1e-4) {
      DecimalFormat format = Figures.format("0.###E0");
      return value -> value == 0 ? "0" : format.format(value);
    }
    String[] units = {"", "K", "M", "B", "T"};
    int unit = greatest < 1e6 ? 0 : (int) Math.min(4, Math.floor(Math.log10(greatest) / 3));
    while (unit > 0 && step < Math.pow(1000, unit - 1)) {
      unit--;
    }
    double one = Math.pow(1000, unit);
    String name = units[unit];
    int digits = (int) Math.clamp(1 - Math.floor(Math.log10(step / one)), 0, 9);
    DecimalFormat format = Figures.format(digits == 0 ? "#,##0" : "#,##0." + "#".repeat(digits));
    return value -> value == 0 ? "0" : format.format(value / one) + name;
  }
}
