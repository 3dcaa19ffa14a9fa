package org.shareexplorer.ui.sql;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.shareexplorer.engine.sql.JoinCounts;

/** How the keys of two tables match, in figures. */
final class JoinCountsGrid extends GridPane {

  /**
   * @param left what people call the one table
   * @param right what they call the other
   */
  JoinCountsGrid(String left, String right, JoinCounts counts) {
    super(18, 3);
    getStyleClass().add("join-counts");
    addRow(
        0,
        quiet("counted over all rows"),
        quiet("rows"),
        quiet("match"),
        quiet("match none"),
        quiet("no key (null)"),
        quiet("key repeated"));
    side(1, left, counts.left());
    side(2, right, counts.right());
  }

  private void side(int row, String name, JoinCounts.Rows rows) {
    addRow(
        row,
        new Label(name),
        figure(rows.all()),
        figure(rows.matched()),
        figure(rows.unmatched()),
        figure(rows.nulls()),
        figure(rows.repeated()));
  }

  private static Label quiet(String words) {
    Label label = new Label(words);
    label.getStyleClass().addAll("faint", "small");
    return label;
  }

  private static Label figure(long number) {
    Label label = new Label("%,d".formatted(number));
    label.getStyleClass().add("join-figure");
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
