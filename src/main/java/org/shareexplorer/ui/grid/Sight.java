package org.shareexplorer.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What of a table is in sight.
 *
 * @param first the first row
 * @param last the last row; before the first if there is none
 * @param columns indexes of the columns
 */
record Sight(long first, long last, List<Integer> columns) {

  static final Sight NOTHING = new Sight(0, -1, List.of());

  /** {@return what is seen through an opening of some size, so far down and to the right} */
  static Sight of(
      ColumnLayout layout, double top, long rows, double left, double width, double height) {
    GridZone.Span span = GridZone.Span.of(layout.scrolling(), left, width);
    List<Integer> indexes = new ArrayList<>();
    layout.frozen().forEach(column -> indexes.add(column.index()));
    IntStream.range(span.first(), span.first() + span.count())
        .forEach(c -> indexes.add(layout.scrolling().get(c).index()));
    long last = Math.min(rows, (long) Math.ceil((top + height) / GridView.ROW)) - 1;
    return new Sight((long) (top / GridView.ROW), last, indexes);
  }
}
