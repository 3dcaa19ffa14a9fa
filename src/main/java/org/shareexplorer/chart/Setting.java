package org.shareexplorer.chart;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Something about a chart that a person may choose. Choosing makes another specification. */
public sealed interface Setting {

  /** {@return what people call it; unique among a chart's settings} */
  String name();

  /**
   * One of some options.
   *
   * @param options what there is to choose from, the likeliest first
   * @param value what is chosen now
   * @param with the specification with another option chosen
   */
  record OneOf(String name, List<String> options, String value, Function<String, ChartSpec> with)
      implements Setting {}

  /**
   * A number.
   *
   * @param value the number now
   * @param least the least that makes sense; included if it is a whole number, else excluded
   * @param most the greatest that makes sense
   * @param whole whether it must be a whole number
   * @param with the specification with another number
   */
  record Amount(
      String name,
      double value,
      double least,
      double most,
      boolean whole,
      DoubleFunction<ChartSpec> with)
      implements Setting {

    /** {@return whether a number makes sense} */
    public boolean fits(double number) {
      return Double.isFinite(number)
          && (whole ? number >= least && number == Math.rint(number) : number > least)
          && number <= most;
    }
  }

  /**
   * A yes or no.
   *
   * @param with the specification with the other
   */
  record Flag(String name, boolean value, Function<Boolean, ChartSpec> with) implements Setting {}

  /** {@return the same choice, of which something else is made} */
  default Setting then(UnaryOperator<ChartSpec> made) {
    return switch (this) {
      case OneOf(var name, var options, var value, var with) ->
          new OneOf(name, options, value, chosen -> made.apply(with.apply(chosen)));
      case Amount(var name, var value, var least, var most, var whole, var with) ->
          new Amount(name, value, least, most, whole, chosen -> made.apply(with.apply(chosen)));
      case Flag(var name, var value, var with) ->
          new Flag(name, value, chosen -> made.apply(with.apply(chosen)));
    };
  }

  /** {@return a choice among the values of an enum, in small letters} */
  static <E extends Enum<E>> OneOf of(
      String name, List<E> options, E value, Function<E, ChartSpec> with) {
    return new OneOf(
        name,
        options.stream().map(Setting::word).toList(),
        word(value),
        word ->
            options.stream()
                .filter(option -> word(option).equals(word))
                .findFirst()
                .map(with)
                .orElseGet(() -> with.apply(value)));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
