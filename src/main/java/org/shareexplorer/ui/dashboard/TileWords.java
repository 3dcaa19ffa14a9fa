package org.shareexplorer.ui.dashboard;

import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.dashboard.Shown;
import org.shareexplorer.dashboard.TileAnswer;
import org.shareexplorer.dashboard.TileTable;
import org.shareexplorer.problem.Problem;

/** A tile for those who do not see it. */
final class TileWords {

  private TileWords() {}

  /** {@return its title and note, and what there is to see below them} */
  static String of(String title, String note, TileState state, ZoneId zone) {
    return Stream.of(title.isBlank() ? "Tile" : title, note, told(state, zone))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(". "));
  }

  private static String told(TileState state, ZoneId zone) {
    return switch (state) {
      case TileState.Loading _ -> "Reading";
      case TileState.Stopped() -> "It was stopped";
      case TileState.Failed(Problem problem) -> problem.sentence();
      case TileState.Ready(TileAnswer answer) ->
          Stream.of(shown(answer.shown(), zone), answer.standing())
              .filter(part -> !part.isBlank())
              .collect(Collectors.joining(". "));
    };
  }

  private static String shown(Shown shown, ZoneId zone) {
    return switch (shown) {
      case Shown.Drawing(Chart chart) -> chart.description();
      case Shown.Numbers numbers ->
          TileTable.figures(numbers, zone).stream()
              .map(one -> one.name() + " " + (one.figure() == null ? "null" : one.figure()))
              .collect(Collectors.joining(", "));
      case Shown.Said(String text) -> text;
      // The table within can be gone through.
      case Shown.Described _, Shown.Listed _ -> "";
    };
  }
}
