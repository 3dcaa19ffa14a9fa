package org.shareexplorer.chart;

import java.awt.Color;
import java.util.List;

/**
 * Colours that people with any kind of colour vision tell apart, after Okabe and Ito, Color
 * Universal Design (2008), the first one in the house's green; the last one stands for all that is
 * left.
 *
 * @param colours as many as {@link #SIZE}
 */
record Palette(List<Color> colours) {

  static final int SIZE = 8;

  static final Palette LIGHT =
      of(0x0b7a75, 0xe69f00, 0x56b4e9, 0xd55e00, 0x0072b2, 0xcc79a7, 0xb8a800, 0x9aa4ae);

  static final Palette DARK =
      of(0x3fb6ae, 0xe8a92e, 0x6cc0f0, 0xe8743b, 0x4a9fd8, 0xd992ba, 0xd8cb3f, 0x6b7783);

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
