package org.shareexplorer.chart;

import java.awt.Color;
import org.shareexplorer.engine.Grouped;

/**
 * The colours of drawn charts: those of the style sheets' names.
 *
 * @param background behind everything ({@code -se-bg})
 * @param line axes; fainter still, the grid ({@code -se-line})
 * @param text titles ({@code -se-fg})
 * @param softText labels ({@code -se-fg-soft})
 * @param area what lies under a line and in a box ({@code -se-accent-soft})
 * @param bar bars ({@code -se-bar})
 * @param stroke lines ({@code -se-bar-strong})
 * @param ink how much of the colours of series there is, between none and 1; the rest is background
 */
public record ChartTheme(
    Color background,
    Color line,
    Color text,
    Color softText,
    Color area,
    Color bar,
    Color stroke,
    double ink) {

  /** What is soon to be something else looks like it, and can be read all the same. */
  private static final double PASSING = 0.5;

  /** On white. */
  public static final ChartTheme LIGHT =
      new ChartTheme(
          new Color(0xffffff),
          new Color(0xd9dee4),
          new Color(0x1f2328),
          new Color(0x59636e),
          new Color(0xe3f4f2),
          new Color(0x429b95),
          new Color(0x08625e),
          1);

  /** On near black. */
  public static final ChartTheme DARK =
      new ChartTheme(
          new Color(0x0f1419),
          new Color(0x2b3540),
          new Color(0xe6edf3),
          new Color(0x9aa7b4),
          new Color(0x12312f),
          new Color(0x27746f),
          new Color(0x3fb6ae),
          1);

  /** {@return the theme of a window} */
  public static ChartTheme of(boolean dark) {
    return dark ? DARK : LIGHT;
  }

  /** {@return the same for what is about to be something else: all but words and axes is paler} */
  public ChartTheme passing() {
    return new ChartTheme(
        background,
        line,
        text,
        softText,
        Palette.between(background, area, PASSING),
        Palette.between(background, bar, PASSING),
        Palette.between(background, stroke, PASSING),
        PASSING);
  }

  /** {@return a colour for how much there is of something, from 0 to 1} */
  Color strength(double part) {
    return part < 0.5
        ? Palette.between(area, bar, part * 2)
        : Palette.between(bar, stroke, part * 2 - 1);
  }

  /** {@return a colour for what goes from −1 over 0 to 1} */
  Color leaning(double part) {
    return Palette.between(
        Palette.between(background, line, 0.5),
        part < 0 ? palette().of(3) : stroke,
        Math.abs(part));
  }

  /** {@return the colours of series} */
  Palette palette() {
    Palette full = background.equals(DARK.background) ? Palette.DARK : Palette.LIGHT;
    return ink == 1 ? full : full.on(background, ink);
  }

  /** {@return the colour of a series that stands for a group} */
  Color series(int number, Grouped.Key key) {
    return key instanceof Grouped.Key.Others ? palette().rest() : palette().of(number);
  }

  /** {@return the grid's colour: half way from the axes' to the background} */
  Color grid() {
    return new Color(
        (line.getRed() + background.getRed()) / 2,
        (line.getGreen() + background.getGreen()) / 2,
        (line.getBlue() + background.getBlue()) / 2);
  }
}
