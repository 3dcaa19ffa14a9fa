package org.shareexplorer.chart;

import java.text.DecimalFormat;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Where an axis is labelled, and how.
 *
 * @param labels the labels of a part of the axis
 * @param places where on the axis a value or day stands; not a number if it has no place there
 */
record Ticks(Labels labels, ToDoubleFunction<Position> places) {

  /** Round numbers on a linear axis. */
  static final Ticks NUMBERS = numbers(1, UnaryOperator.identity());

  /** Whole numbers only, for counts. */
  static final Ticks COUNTS = new Ticks(Ticks::counts, value(Function.identity()));

  /** Parts of a whole, which is 1. */
  static final Ticks SHARES = numbers(100, label -> label + " %");

  /** Powers of ten on an axis of decades, with twos and fives where there is room. */
  static final Ticks DECADES = decades(1, UnaryOperator.identity());

  /** Beginnings of years, quarters, months, weeks or days, on an axis of days since 1970. */
  static final Ticks DAYS =
      new Ticks(
          Ticks::days,
          position ->
              position instanceof Position.On(LocalDate day) ? day.toEpochDay() : Double.NaN);

  /** One label of an axis. */
  record Tick(double position, String label) {}

  /** The labels of an axis. */
  @FunctionalInterface
  interface Labels {
    /**
     * {@return labels in ascending order}
     *
     * @param most about how many there may be; at least 1
     */
    List<Tick> over(double from, double to, int most);
  }

  /**
   * {@return round numbers on a linear axis}
   *
   * @param scale of how many times a value the numbers are
   * @param dress what makes labels of numbers
   */
  static Ticks numbers(double scale, UnaryOperator<String> dress) {
    return new Ticks(
        (from, to, most) ->
            numbers(from * scale, to * scale, most).stream()
                .map(tick -> new Tick(tick.position() / scale, dress.apply(tick.label())))
                .toList(),
        value(Function.identity()));
  }

  /**
   * {@return powers of ten on an axis of decades}
   *
   * @param scale of how many times a value the numbers are
   * @param dress what makes labels of numbers
   */
  static Ticks decades(double scale, UnaryOperator<String> dress) {
    double shift = Math.log10(scale);
    return new Ticks(
        (from, to, most) ->
            decades(from + shift, to + shift, most).stream()
                .map(tick -> new Tick(tick.position() - shift, dress.apply(tick.label())))
                .toList(),
        value(Math::log10));
  }

  /** {@return labels of an axis on which no value or day has a place} */
  static Ticks of(Labels labels) {
    return new Ticks(labels, _ -> Double.NaN);
  }

  /**
   * {@return labels in ascending order}
   *
   * @param most about how many there may be; at least 1
   */
  List<Tick> over(double from, double to, int most) {
    return labels.over(from, to, most);
  }

  /** {@return where on the axis a value or day stands; not a number if it has no place there} */
  double place(Position position) {
    return places.applyAsDouble(position);
  }

  private static ToDoubleFunction<Position> value(Function<Double, Double> place) {
    return position ->
        position instanceof Position.Of(double value) ? place.apply(value) : Double.NaN;
  }

  private static List<Tick> numbers(double from, double to, int most) {
    return stepped(from, to, most, roundStep((to - from) / most, 2.5));
  }

  private static List<Tick> stepped(double from, double to, int most, double step) {
    List<Tick> ticks = new ArrayList<>();
    if (!(step > 0) || !Double.isFinite(step)) {
      return ticks;
    }
    DoubleFunction<String> format = numberFormat(Math.max(Math.abs(from), Math.abs(to)), step);
    double first = Math.ceil(from / step - 1e-9);
    for (int i = 0; i <= 2 * most + 2 && (first + i) * step <= to + step * 1e-9; i++) {
      Tick tick = tick((first + i) * step, format);
      // Steps may be shorter than numbers as large as these can be apart.
      if (ticks.isEmpty() || !ticks.getLast().label().equals(tick.label())) {
        ticks.add(tick);
      }
    }
    return ticks;
  }

  private static Tick tick(double value, DoubleFunction<String> format) {
    return new Tick(value, format.apply(value));
  }

  private static List<Tick> counts(double from, double to, int most) {
    // Few counts are better labelled a little closer than with one label alone.
    return stepped(from, to, most, Math.max(1, roundStep(0.8 * (to - from) / most, 2)));
  }

  private static List<Tick> decades(double from, double to, int most) {
    if (to - from < 0.8) {
      // So short a part of the axis has hardly a power of ten.
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
      int years = (int) Math.max(1, roundStep(Math.ceil(days / 365.25), 2));
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

  /**
   * {@return the least of 1, 2, 2.5, 5 times a power of ten that is not below}
   *
   * @param between 2.5, or 2 to do without
   */
  private static double roundStep(double least, double between) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double part : new double[] {1, 2, between, 5}) {
      if (part * power >= least * (1 - 1e-9)) {
        return part * power;
      }
    }
    return 10 * power;
  }

  /** All labels of an axis are in one unit, which its greatest value and its step decide. */
  private static DoubleFunction<String> numberFormat(double greatest, double step) {
    if (greatest >= 1e15 || greatest < 1e-4) {
      // As many digits as tell one label from the next.
      double apart = Math.floor(Math.log10(greatest)) - Math.floor(Math.log10(step)) + 1;
      DecimalFormat format =
          Figures.format("0." + "#".repeat((int) Math.clamp(apart, 3, 16)) + "E0");
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
