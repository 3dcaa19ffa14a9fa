package org.shareexplorer.ui.chart;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shareexplorer.chart.Drawn;
import org.shareexplorer.chart.Span;

/** Which part of a chart's horizontal axis is shown. FX thread only. */
final class AxisZoom {

  /** No smaller part of an axis is shown: its labels would be alike. */
  private static final double LEAST = 1e-6;

  private final ReadOnlyObjectWrapper<Optional<Span>> part =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** {@return the part that is shown, if not all} */
  ReadOnlyObjectProperty<Optional<Span>> part() {
    return part.getReadOnlyProperty();
  }

  /** Shows all. */
  void reset() {
    part.set(Optional.empty());
  }

  /** Shows a part, as far as what is drawn reaches. */
  void to(Span wanted, Drawn map) {
    part.set(Optional.of(wanted.within(map.whole())));
  }

  /** Shows what is beside, by a share of what is shown; below zero, to the left. */
  void move(double share, Drawn map) {
    if (part.get().isPresent()) {
      double way = map.shown().length() * share;
      to(new Span(map.shown().from() + way, map.shown().to() + way), map);
    }
  }

  /** Shows a part that is longer or shorter by a factor, around a place that stays where it is. */
  void by(double factor, double around, Drawn map) {
    Span wanted = map.shown().scaled(around, factor);
    if (wanted.length() >= map.whole().length()) {
      reset();
    } else if (wanted.length() > map.whole().length() * LEAST) {
      to(wanted, map);
    }
  }
}
