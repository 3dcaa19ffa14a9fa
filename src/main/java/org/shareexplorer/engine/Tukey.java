package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.BoxPlot.Box;

/**
 * A group's figures after Tukey, from stretches of its values: exact once no stretch that a figure
 * depends on has values that differ.
 */
final class Tukey {

  private static final int MOST_OUTLIERS = 200;
  private static final double REACH = 1.5;

  private List<Stretch> stretches;
  private long[] upto;

  /**
   * A group.
   *
   * @param stretches all its values, of which there is at least one, in ascending order
   */
  Tukey(List<Stretch> stretches) {
    this.stretches = stretches;
    this.upto = upto(stretches);
  }

  private static long[] upto(List<Stretch> stretches) {
    long[] upto = stretches.stream().mapToLong(Stretch::count).toArray();
    Arrays.parallelPrefix(upto, Long::sum);
    return upto;
  }

  /** Between what a figure lies; both are the same once it is known. */
  private record Bounds(double low, double high) {}

  /** {@return all values, in ascending order} */
  List<Stretch> stretches() {
    return stretches;
  }

  /** Puts parts in the place of stretches, by their numbers. */
  void replace(Map<Integer, List<Stretch>> parts) {
    List<Stretch> replaced = new ArrayList<>();
    for (Stretch stretch : stretches) {
      if (stretch.single()) {
        replaced.add(stretch);
      } else {
        replaced.addAll(parts.getOrDefault(stretch.number(), List.of(stretch)));
      }
    }
    stretches = replaced;
    upto = upto(replaced);
  }

  /**
   * {@return the stretches to be cut for the figures to be exact} Each time they are parts of those
   * that they were before.
   */
  List<Stretch> unclear() {
    BitSet needed = new BitSet();
    for (double share : new double[] {0.25, 0.5, 0.75}) {
      needed.set(at((long) Math.floor(place(share))));
      needed.set(at((long) Math.ceil(place(share))));
    }
    Bounds lower = lowerFence();
    Bounds upper = upperFence();
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      if ((stretch.least() < lower.high && stretch.greatest() >= lower.low)
          || (stretch.least() <= upper.high && stretch.greatest() > upper.low)) {
        needed.set(i);
      }
    }
    // A stretch has one outlier at least.
    for (int i = 0; i < Math.min(MOST_OUTLIERS, stretches.size()); i++) {
      int last = stretches.size() - 1 - i;
      needed.set(i, needed.get(i) || stretches.get(i).least() < lower.high);
      needed.set(last, needed.get(last) || stretches.get(last).greatest() > upper.low);
    }
    return needed.stream().mapToObj(stretches::get).filter(s -> !s.single()).toList();
  }

  /**
   * {@return the figures, nothing being unclear}
   *
   * @param key the group's value
   * @param rows how many rows it has
   */
  Box box(@Nullable Object key, long rows) {
    double q1 = quantile(0.25).low;
    double q3 = quantile(0.75).low;
    double lower = lowerFence().low;
    double upper = upperFence().low;
    long count = upto[upto.length - 1];
    long beyond = 0;
    double lowest = q1;
    double highest = q3;
    for (Stretch stretch : stretches) {
      if (stretch.greatest() < lower || stretch.least() > upper) {
        beyond += stretch.count();
      } else {
        lowest = Math.min(lowest, stretch.least());
        highest = Math.max(highest, stretch.greatest());
      }
    }
    return new Box(
        key,
        count,
        rows - count,
        stretches.getFirst().least(),
        lowest,
        q1,
        quantile(0.5).low,
        stretches.stream().mapToDouble(Stretch::sum).sum() / count,
        q3,
        highest,
        stretches.getLast().greatest(),
        beyond,
        outliers(q1, q3, lower, upper));
  }

  private List<Double> outliers(double q1, double q3, double lower, double upper) {
    List<Double> outliers = new ArrayList<>();
    for (Stretch stretch : ends()) {
      if (stretch.greatest() < lower || stretch.least() > upper) {
        outliers.add(stretch.least());
      }
    }
    outliers.sort(
        Comparator.<Double>comparingDouble(x -> -Math.max(q1 - x, x - q3))
            .thenComparing(Comparator.naturalOrder()));
    return List.copyOf(outliers.subList(0, Math.min(MOST_OUTLIERS, outliers.size())));
  }

  /** The first stretches and the last ones. */
  private List<Stretch> ends() {
    int size = stretches.size();
    if (size <= 2 * MOST_OUTLIERS) {
      return stretches;
    }
    List<Stretch> ends = new ArrayList<>(stretches.subList(0, MOST_OUTLIERS));
    ends.addAll(stretches.subList(size - MOST_OUTLIERS, size));
    return ends;
  }

  private Bounds lowerFence() {
    Bounds q1 = quantile(0.25);
    Bounds q3 = quantile(0.75);
    return new Bounds(q1.low - REACH * (q3.high - q1.low), q1.high - REACH * (q3.low - q1.high));
  }

  private Bounds upperFence() {
    Bounds q1 = quantile(0.25);
    Bounds q3 = quantile(0.75);
    return new Bounds(q3.low + REACH * (q3.low - q1.high), q3.high + REACH * (q3.high - q1.low));
  }

  private Bounds quantile(double share) {
    double place = place(share);
    long rank = (long) Math.floor(place);
    Stretch below = stretches.get(at(rank));
    Stretch above = stretches.get(at((long) Math.ceil(place)));
    return new Bounds(
        between(below.least(), above.least(), place - rank),
        between(below.greatest(), above.greatest(), place - rank));
  }

  private static double between(double below, double above, double share) {
    return below + (above - below) * share;
  }

  private double place(double share) {
    return (upto[upto.length - 1] - 1) * share;
  }

  /** Which stretch the value of a rank, counted from 0, is in. */
  private int at(long rank) {
    int found = Arrays.binarySearch(upto, rank + 1);
    return found >= 0 ? found : -found - 1;
  }
}
