package org.shareexplorer.chart;

import java.awt.Color;
import java.util.List;
import java.util.stream.DoubleStream;
import org.shareexplorer.engine.Grouped.Group;

/**
 * The colours of a heat map's cells: the stronger the greater, and of two kinds on both sides of
 * zero.
 *
 * @param least the least figure, or zero if none is below
 * @param greatest the greatest figure, or zero if none is above
 */
record CellColours(double least, double greatest, ChartTheme theme) {

  static CellColours of(List<Group> groups, ChartTheme theme) {
    double least = 0;
    double greatest = 0;
    for (Group group : groups) {
      double place = Quantities.place(group.totals().getFirst());
      if (Double.isFinite(place)) {
        least = Math.min(least, place);
        greatest = Math.max(greatest, place);
      }
    }
    return new CellColours(least, greatest, theme);
  }

  /** {@return the colour of a figure} */
  Color of(double place) {
    double most = Math.max(-least, greatest);
    double part = most > 0 ? place / most : 0;
    return least < 0 ? theme.leaning(part) : theme.strength(part);
  }

  /** {@return what the colours of some figures stand for} */
  List<Plotted.Series> key(FigureFormat format) {
    // There is little room, and cells tell their figures in full.
    FigureFormat brief = format == FigureFormat.PLAIN ? FigureFormat.SHORT : format;
    return DoubleStream.of(least, least < 0 ? 0 : greatest / 2, greatest)
        .distinct()
        .mapToObj(figure -> new Plotted.Series(brief.label(figure), of(figure)))
        .toList();
  }
}
