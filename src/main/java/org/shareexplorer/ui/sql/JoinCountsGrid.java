package org.shareexplorer.ui.sql;

import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.shareexplorer.engine.sql.Join;
import org.shareexplorer.engine.sql.JoinCounts;

/** How the keys of two tables match, in figures. */
final class JoinCountsGrid extends GridPane {

  /** A name and five figures. */
  private static final int WIDTH = 6;

  /**
   * @param left what people call the one table
   * @param right the other one
   */
  JoinCountsGrid(String left, Join.Side right, JoinCounts counts) {
    super(18, 3);
    getStyleClass().add("join-counts");
    addRow(
        0,
        quiet("counted over all rows"),
        head("rows"),
        head("match"),
        head("match none"),
        head("no key (null)"),
        head("key repeated"));
    // The words below take the room beside the figures, which stay together.
    Region beside = new Region();
    setHgrow(beside, Priority.ALWAYS);
    add(beside, WIDTH, 0);
    side(1, left, counts.left());
    side(2, right.label(), counts.right());
    String repeats = right.kind() == Join.Kind.ANTI ? "" : repeats(left, right.label(), counts);
    if (!repeats.isEmpty()) {
      Label words = quiet(repeats);
      boolean both = counts.repeatsLeft() && counts.repeatsRight();
      words.getStyleClass().setAll("label", "small", both ? "warn" : "soft");
      words.setWrapText(true);
      words.setMinHeight(USE_PREF_SIZE);
      words.setPadding(new Insets(6, 0, 0, 0));
      add(words, 0, 3, WIDTH + 1, 1);
    }
  }

  /** What is wrong with sums over the join, if rows come to stand in it several times. */
  private static String repeats(String left, String right, JoinCounts counts) {
    if (counts.repeatsLeft() && counts.repeatsRight()) {
      return "Keys repeat in both tables: rows of each come several times, and sums over the result"
          + " count them each time.";
    }
    String often =
        "%1$s has keys that repeat: a row of %2$s may come several times, and sums of its"
            + " figures count it each time.";
    return counts.repeatsLeft()
        ? often.formatted(right, left)
        : counts.repeatsRight() ? often.formatted(left, right) : "";
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

  private static Label head(String words) {
    Label head = quiet(words);
    setHalignment(head, HPos.RIGHT);
    return head;
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
