package org.shareexplorer.chart;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Labels of an axis on which values or days have a place.
 *
 * @param places where; not a number for what has none
 */
record PlacedTicks(Ticks labels, ToDoubleFunction<Position> places) implements Ticks {

  static Ticks ofNumbers(Ticks labels, DoubleUnaryOperator place) {
    return new PlacedTicks(
        labels,
        position ->
            position instanceof Position.Of(double value)
                ? place.applyAsDouble(value)
                : Double.NaN);
  }

  static Ticks ofDays(Ticks labels) {
    return new PlacedTicks(
        labels,
        position ->
            position instanceof Position.On on ? (double) on.day().toEpochDay() : Double.NaN);
  }

  @Override
  public List<Tick> over(double from, double to, int most) {
    return labels.over(from, to, most);
  }

  @Override
  public double place(Position position) {
    return places.applyAsDouble(position);
  }
}
