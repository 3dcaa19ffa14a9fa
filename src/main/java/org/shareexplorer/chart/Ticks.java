package org.shareexplorer.chart;

import java.text.DecimalFormat;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Where an axis is labelled, and how. */
@FunctionalInterface
interface Ticks {

  /** One label of an axis. */
  record Tick(double position, String label) {}

  /**
   * {@return labels in ascending order}
   *
   * @param most about how many there may be; at least 1
   */
  List<Tick> over(double from, double to, int most);

  /** Round numbers on a linear axis. */
  static List<Tick> numbers(double from, double to, int most) {
    double step = roundStep((to - from) / most);
    List<Tick> ticks = new ArrayList<>();
    if (!(step > 0) || !Double.isFinite(step)) {
      return ticks;
    }
    DecimalFormat format = numberFormat(Math.max(Math.abs(from), Math.abs(to)), step);
    double first = Math.ceil(from / step - 1e-9);
    for (int i = 0; i <= 2 * most + 2 && (first + i) * step <= to + step * 1e-9; i++) {
      double value = (first + i) * step;
      ticks.add(new Tick(value, format.format(value == 0 ? 0.0 : value)));
    }
    return ticks;
  }

  /** Whole numbers only, for counts. */
  static List<Tick> counts(double from, double to, int most) {
    return numbers(from, to, most).stream()
        .filter(tick -> tick.position() == Math.rint(tick.position()))
        .toList();
  }

  /** Powers of ten on an axis of decades, with twos and fives where there is room. */
  static List<Tick> decades(double from, double to, int most) {
    if (to - from < 0.35) {
      // So short a part of the axis is nearly linear.
      return numbers(Math.pow(10, from), Math.pow(10, to), most).stream()
          .map(tick -> new Tick(Math.log10(tick.position()), tick.label()))
          .toList();
    }
    double[] parts =
        (to - from) * 3 <= most ? new double[] {1, 2, 5} : new double[] {1};
    int every = Math.max(1, (int) Math.ceil((to - from) / most));
    List<Tick> ticks = new ArrayList<>();
    for (int decade = (int) Math.floor(from); decade <= to; decade++) {
      for (double part : parts) {
        double position = decade + Math.log10(part);
        if (Math.floorMod(decade, every) == 0 && position >= from - 1e-9 && position <= to + 1e-9) {
          double value = part * Math.pow(10, decade);
          ticks.add(new Tick(position, numberFormat(value, value).format(value)));
        }
      }
    }
    return ticks;
  }

  /** Beginnings of years, quarters, months, weeks or days, on an axis of days since 1970. */
  static List<Tick> days(double from, double to, int most) {
    double days = (to - from) / most;
    LocalDate start = LocalDate.ofEpochDay((long) Math.floor(from));
    if (days > 183) {
      int years = (int) Math.max(1, roundStep(Math.ceil(days / 365.25)));
      LocalDate first = start.withDayOfYear(1).withYear(Math.floorDiv(start.getYear(), years) * years);
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
        start.minusDays(Math.floorMod(start.toEpochDay() + 3, (long) step)), from, to, step, ChronoUnit.DAYS);
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
  private static DecimalFormat numberFormat(double greatest, double step) {
    if (greatest >= 1e15 || greatest < 1e-4) {
      return Figures.format("0.###E0");
    }
    String[] units = {"", "K", "M", "B", "T"};
    int unit = 0;
    if (greatest >= 1e6) {
      unit = (int) Math.min(4, Math.floor(Math.log10(greatest) / 3));
      while (unit > 0 && step < Math.pow(1000, unit) / 1000) {
        unit--;
      }
    }
    int digits = (int) Math.clamp(-Math.floor(Math.log10(step) - 3 * unit - 1e-9) + 1, 0, 9);
    DecimalFormat format = Figures.format("#,##0." + "#".repeat(digits));
    if (unit > 0) {
      format.setMultiplier(1);
      return new ScaledFormat(format, Math.pow(1000, unit), units[unit]);
    }
    return format;
  }

  /** Numbers in thousands, millions and so on. */
  final class ScaledFormat extends DecimalFormat {

    private static final long serialVersionUID = 1L;
    private final DecimalFormat plain;
    private final double unit;
    private final String name;

    private ScaledFormat(DecimalFormat plain, double unit, String name) {
      this.plain = plain;
      this.unit = unit;
      this.name = name;
    }

    @Override
    public StringBuffer format(
        double number, StringBuffer result, java.text.FieldPosition fieldPosition) {
      StringBuffer text = plain.format(number / unit, result, fieldPosition);
      return number == 0 ? text : text.append(name);
    }
  }
}
