package org.shareexplorer.provider.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws that come out the same on every computer: no use of {@code Math}, whose last digits may
 * differ between processors. One thread only.
 */
final class Chance {

  private final SplittableRandom random;

  /**
   * Starts a sequence.
   *
   * @param seed which one
   */
  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /** {@return true, so often} */
  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** {@return from 0 to below 1} */
  double share() {
    return random.nextDouble();
  }

  /** {@return from 0 to below the bound} */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** {@return from 0 to below the bound} */
  long below(long bound) {
    return random.nextLong(bound);
  }

  /** {@return a draw of the normal distribution} */
  double normal(double mean, double deviation) {
    return random.nextGaussian(mean, deviation);
  }

  /** {@return a draw of the log-normal distribution, half of them below the median} */
  double logNormal(double median, double sigma) {
    return median * StrictMath.exp(random.nextGaussian(0, sigma));
  }

  /**
   * {@return a draw of the Erlang distribution of shape 3: skewed to the right, but no draw is much
   * more than six times the mean}
   */
  double erlang(double mean) {
    double product = (1 - share()) * (1 - share()) * (1 - share());
    return -StrictMath.log(product) * mean / 3;
  }

  /** {@return one of the items} */
  <T> T of(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
