package org.shareexplorer.chart;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.table.CellText;

/** Names of groups. */
final class KeyText {

  private KeyText() {}

  /** {@return what people call the group of a value} */
  static String of(@Nullable Object value) {
    String text = value == null ? "(null)" : CellText.plain(value);
    return text.isBlank() ? "(blank)" : text.replaceAll("\\s+", " ");
  }

  /**
   * {@return what people call a group}
   *
   * @param leftOut how many groups are in that of the others
   */
  static String of(Grouped.Key key, long leftOut) {
    return switch (key) {
      case Grouped.Key.Of(Object value) -> of(value);
      case Grouped.Key.Others() -> Figures.counted(leftOut, "other");
    };
  }

  /** {@return what people call a step in time} */
  static String step(LocalDate start, Bucket bucket) {
    return switch (bucket) {
      case DAY -> start.toString();
      case WEEK -> "week of " + start;
      case MONTH -> Figures.month(start) + " " + start.getYear();
      case QUARTER -> "Q" + (start.getMonthValue() + 2) / 3 + " " + start.getYear();
      case YEAR -> String.valueOf(start.getYear());
    };
  }
}
