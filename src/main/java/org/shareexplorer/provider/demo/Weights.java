package org.shareexplorer.provider.demo;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Things to draw from, each as often as its weight says. Immutable. */
final class Weights<T> {

  private final List<T> items;
  private final double[] cumulative;

  private Weights(List<T> items, double[] cumulative) {
    this.items = items;
    this.cumulative = cumulative;
  }

  /** Weighs things; no weight is below zero. */
  static <T> Weights<T> of(List<T> items, ToDoubleFunction<T> weight) {
    double[] cumulative = items.stream().mapToDouble(weight).toArray();
    for (int i = 1; i < cumulative.length; i++) {
      cumulative[i] += cumulative[i - 1];
    }
    return new Weights<>(items, cumulative);
  }

  T draw(Chance chance) {
    double at = chance.share() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, at);
    int index = found >= 0 ? found + 1 : -found - 1;
    return items.get(Math.min(index, items.size() - 1));
  }

  /**
   * {@return a whole divided by weight, to the last one}
   *
   * @param weights none below zero, not all zero
   */
  static int[] divide(int whole, double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    int[] parts = new int[weights.length];
    double cumulative = 0;
    int given = 0;
    for (int i = 0; i < weights.length; i++) {
      cumulative += weights[i];
      int upTo = i == weights.length - 1 ? whole : (int) (whole * (cumulative / sum) + 0.5);
      parts[i] = upTo - given;
      given = upTo;
    }
    return parts;
  }
}
