package org.shareexplorer.ui.sql;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.shareexplorer.engine.sql.CountedJoin;
import org.shareexplorer.engine.sql.Join;
import org.shareexplorer.job.Running;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.table.SizeText;

/**
 * Counts how the keys of a join match, between its cards, and says how many rows it will have. FX
 * thread only.
 */
final class JoinCounting extends Label {

  /** Bytes up to which matches are counted unasked. */
  private static final long UNASKED = 50L << 20;

  private final Ui ui;
  private final SqlDesk desk;
  private final List<JoinCard> cards;
  private final Latest counting;
  private Optional<Join> counted = Optional.empty();

  /**
   * Nothing is counted yet.
   *
   * @param cards one for each table; those after the first show the figures
   */
  JoinCounting(Ui ui, SqlDesk desk, List<JoinCard> cards) {
    this.ui = ui;
    this.desk = desk;
    this.cards = cards;
    counting = ui.background().latest();
    getStyleClass().add("join-expected");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    setMaxWidth(Double.MAX_VALUE);
  }

  /** There is no join to count, for a reason. */
  void none(String why) {
    counting.cancel();
    counted = Optional.empty();
    setText(why);
    cards.forEach(card -> card.counts().getChildren().clear());
  }

  /** Counts a join, unless it is being counted or was, or that would fetch much. */
  void count(Join join) {
    if (!counted.equals(Optional.of(join))) {
      count(join, UNASKED);
    }
  }

  private void count(Join join, long most) {
    counted = Optional.of(join);
    setText("Counting what matches…");
    Running<CountedJoin> running =
        counting.start(
            job -> CountedJoin.of(join, most, desk.queries(), desk.tables(), job),
            found -> show(join, found),
            problem -> uncounted(join, "What matches could not be counted. " + problem.sentence()));
    ui.background().underWay().tell("Counting what matches", running, () -> stop(join));
  }

  private void stop(Join join) {
    counting.cancel();
    uncounted(join, "Counting was stopped; the join can be run all the same.");
  }

  private void uncounted(Join join, String why) {
    setText(why);
    Button count = new Button("Count it");
    count.setOnAction(_ -> count(join, Long.MAX_VALUE));
    cards.get(1).counts().getChildren().setAll(count);
  }

  private void show(Join join, CountedJoin found) {
    if (!found.counted()) {
      uncounted(
          join,
          "What matches was not counted: that fetches about " + SizeText.of(found.bytes()) + ".");
      return;
    }
    for (int i = 1; i < join.sides().size(); i++) {
      Join.Side right = join.sides().get(i);
      Join.Side left = join.sides().get(right.keys().getFirst().side());
      cards
          .get(i)
          .counts()
          .getChildren()
          .setAll(new JoinCountsGrid(left.label(), right, found.steps().get(i - 1)));
    }
    setText(
        "The result will have %,d %s and %,d columns."
            .formatted(found.rows(), found.rows() == 1 ? "row" : "rows", join.columns().size()));
  }

  /** Counts no more. */
  void close() {
    counting.cancel();
  }
}
