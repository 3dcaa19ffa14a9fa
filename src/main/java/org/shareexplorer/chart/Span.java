package org.shareexplorer.chart;

/**
 * A part of a chart's horizontal axis, in the axis' own units: values, decades on a logarithmic
 * axis, days since 1970 on a time axis.
 */
public record Span(double from, double to) {

  /** {@return the length} */
  public double length() {
    return to - from;
  }

  /** {@return the part of this span that lies in another, moved into it where it sticks out} */
  public Span within(Span whole) {
    double length = Math.min(length(), whole.length());
    double start = Math.clamp(from, whole.from, whole.to - length);
    return new Span(start, start + length);
  }

  /**
   * {@return the span made shorter or longer about a point that keeps its place}
   *
   * @param factor below 1 to see less, above 1 to see more
   */
  public Span scaled(double around, double factor) {
    return new Span(around - (around - from) * factor, around + (to - around) * factor);
  }
}
