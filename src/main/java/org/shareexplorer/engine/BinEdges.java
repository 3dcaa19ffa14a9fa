package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.shareexplorer.engine.HistogramQuestion.Bins;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/**
 * Where a histogram's range is cut. Edges of integers and decimals are computed in decimal
 * arithmetic, so that a value that is a multiple of the width lies on its edge. Edges of floating
 * point numbers are such numbers themselves, and computed as numpy does; here they are the shortest
 * decimals that stand for them.
 */
final class BinEdges {

  /** More bins than any chart shows. */
  static final int MOST = 10_000;

  private static final MathContext DIGITS = new MathContext(60);

  private final Bins bins;
  private final BigDecimal min;
  private final BigDecimal max;
  private final boolean floating;

  private BinEdges(Bins bins, BigDecimal min, BigDecimal max, boolean floating) {
    this.bins = bins;
    this.min = min;
    this.max = max;
    this.floating = floating;
  }

  /**
   * {@return the edges in ascending order, one more than there are bins}
   *
   * @param min the least value to be placed; above zero on a logarithmic scale
   * @param max the greatest value to be placed
   * @param floating whether values are floating point numbers
   * @throws ProblemException if there would be more than {@link #MOST} bins
   */
  static List<BigDecimal> of(
      Bins bins, Scale scale, BigDecimal min, BigDecimal max, boolean floating) {
    BinEdges edges = new BinEdges(bins, min, max, floating);
    return switch (scale) {
      case LINEAR -> edges.linear();
      case LOG -> edges.logarithmic();
    };
  }

  /**
   * Refuses bins that make no sense whatever the values are.
   *
   * @throws ProblemException with code {@code QUESTION}
   */
  static void check(Bins bins) {
    switch (bins) {
      case Bins.Count(int count) -> check(count);
      case Bins.Whole(int most) -> check(most);
      case Bins.Width(double width) when !(width > 0 && Double.isFinite(width)) ->
          throw refused("A bin's width must be above zero.", "Choose a greater width.");
      default -> {}
    }
  }

  private static void check(int count) {
    if (count < 1 || count > MOST) {
      throw refused(
          count < 1 ? "There must be at least one bin." : "It has more than 10,000 bins.",
          "Choose a number of bins from 1 to 10,000.");
    }
  }

  private List<BigDecimal> linear() {
    return switch (bins) {
      case Bins.Width(double width) -> multiples(BigDecimal.valueOf(width));
      case Bins.Count(int count) when min.compareTo(max) == 0 -> {
        BigDecimal half =
            BigDecimal.valueOf(Math.max(0.5, count * Math.ulp(min.abs().doubleValue())));
        yield cut(count, min.subtract(half), min.add(half));
      }
      case Bins.Count(int count) -> cut(count, min, max);
      case Bins.Whole(int most) when max.subtract(min).compareTo(BigDecimal.valueOf(most)) <= 0 ->
          edges(max.subtract(min).intValueExact() + 1, i -> min.add(BigDecimal.valueOf((long) i)));
      case Bins.Whole(int most) -> cut(most, min, max);
    };
  }

  private List<BigDecimal> cut(int count, BigDecimal from, BigDecimal to) {
    if (!floating) {
      BigDecimal range = to.subtract(from);
      BigDecimal whole = BigDecimal.valueOf(count);
      return edges(
          count, i -> from.add(range.multiply(BigDecimal.valueOf(i)).divide(whole, DIGITS)));
    }
    double first = from.doubleValue();
    double last = to.doubleValue();
    double step =
        Double.isFinite(last - first) ? (last - first) / count : last / count - first / count;
    return edges(count, i -> BigDecimal.valueOf(i == count ? last : i * step + first));
  }

  private List<BigDecimal> multiples(BigDecimal width) {
    BigInteger first = floor(min.divide(width, DIGITS));
    BigInteger last = ceiling(max.divide(width, DIGITS)).max(first.add(BigInteger.ONE));
    int count = counted(last.subtract(first));
    return edges(
        count,
        i -> {
          BigDecimal edge = new BigDecimal(first.add(BigInteger.valueOf(i))).multiply(width);
          return floating ? BigDecimal.valueOf(bounded(edge.doubleValue())) : edge;
        });
  }

  private List<BigDecimal> logarithmic() {
    double low = Math.log10(min.doubleValue());
    double high = Math.log10(max.doubleValue());
    return switch (bins) {
      case Bins.Count(int count) when min.compareTo(max) == 0 ->
          edges(count, i -> power(low - 0.5 + (double) i / count));
      case Bins.Count(int count) ->
          edges(
              count,
              i ->
                  i == 0
                      ? min
                      : i == count ? max : power(low + i * (high - low) / count).max(min).min(max));
      case Bins.Width(double width) -> decades(BigDecimal.valueOf(width), low, high);
      case Bins.Whole _ ->
          throw new IllegalArgumentException("whole numbers are of unequal width here");
    };
  }

  private List<BigDecimal> decades(BigDecimal width, double low, double high) {
    BigInteger first = floor(new BigDecimal(low).divide(width, DIGITS));
    if (decade(first, width).compareTo(min) > 0) {
      first = first.subtract(BigInteger.ONE);
    }
    BigInteger last =
        ceiling(new BigDecimal(high).divide(width, DIGITS)).max(first.add(BigInteger.ONE));
    if (decade(last, width).compareTo(max) < 0) {
      last = last.add(BigInteger.ONE);
    }
    BigInteger from = first;
    return edges(
        counted(last.subtract(first)), i -> decade(from.add(BigInteger.valueOf(i)), width));
  }

  private static BigDecimal decade(BigInteger number, BigDecimal width) {
    return power(new BigDecimal(number).multiply(width).doubleValue());
  }

  private static BigDecimal power(double decades) {
    return BigDecimal.valueOf(Math.max(Double.MIN_VALUE, bounded(Math.pow(10, decades))));
  }

  private static double bounded(double edge) {
    return Math.clamp(edge, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  private static BigInteger floor(BigDecimal number) {
    return number.setScale(0, RoundingMode.FLOOR).toBigInteger();
  }

  private static BigInteger ceiling(BigDecimal number) {
    return number.setScale(0, RoundingMode.CEILING).toBigInteger();
  }

  private static int counted(BigInteger bins) {
    if (bins.compareTo(BigInteger.valueOf(MOST)) > 0) {
      throw refused(
          "The values reach so far that bins of this width would be more than 10,000.",
          "Choose a greater width, or a number of bins.");
    }
    return bins.intValue();
  }

  private static List<BigDecimal> edges(int bins, IntFunction<BigDecimal> edge) {
    List<BigDecimal> edges = new ArrayList<>(bins + 1);
    for (int i = 0; i <= bins; i++) {
      edges.add(edge.apply(i));
    }
    return List.copyOf(edges);
  }

  private static ProblemException refused(String why, String remedy) {
    return new Problem(ProblemCode.QUESTION, "This histogram cannot be drawn.", why, remedy)
        .asException();
  }
}
