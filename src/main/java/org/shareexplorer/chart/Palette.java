package org.shareexplorer.chart;

import java.awt.Color;
import java.util.List;

/**
 * Colours that people with any kind of colour vision tell apart: seen as Machado, Oliveira and
 * Fernandes (2009) simulate the lack of each kind of cone, any two are more than 17 apart in
 * CIELAB. Each stands out from its ground by 3 to 1 at least, as WCAG measures it. The first one is
 * the house's green; the last one stands for all that is left.
 *
 * @param colours as many as {@link #SIZE}
 */
record Palette(List<Color> colours) {

  static final int SIZE = 8;

  static final Palette LIGHT =
      of(0x0b7a75, 0xd68000, 0x0e8df4, 0xd12300, 0x0a3293, 0x776eab, 0xb68e48, 0x9b9481);

  static final Palette DARK =
      of(0x3fb6ae, 0xe86a08, 0x9ca0e3, 0xebdd13, 0x1d60bd, 0xc0f783, 0xba6d60, 0x63616e);

  private static Palette of(int... colours) {
    return new Palette(java.util.Arrays.stream(colours).mapToObj(Color::new).toList());
  }

  /** {@return the colour of a series} */
  Color of(int series) {
    return colours.get(Math.min(series, SIZE - 1));
  }

  /** {@return the colour of what is left} */
  Color rest() {
    return colours.getLast();
  }

  /** {@return these colours with so much of them, from 0 to 1, on a ground} */
  Palette on(Color ground, double part) {
    return new Palette(colours.stream().map(colour -> between(ground, colour, part)).toList());
  }

  /** {@return a colour between two} */
  static Color between(Color from, Color to, double part) {
    return new Color(
        mixed(from.getRed(), to.getRed(), part),
        mixed(from.getGreen(), to.getGreen(), part),
        mixed(from.getBlue(), to.getBlue(), part));
  }

  private static int mixed(int from, int to, double part) {
    return (int) Math.round(from + (to - from) * Math.clamp(part, 0, 1));
  }
}
