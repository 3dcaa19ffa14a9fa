package org.shareexplorer.ui.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.sql.KeySuggestion;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.sql.JoinKeys.Earlier;

/** Keys that two tables may be joined by, each a button. FX thread only. */
final class KeyOffers extends FlowPane {

  private final BiConsumer<Earlier, Field> onTaken;

  /** A table before, by its number. */
  record Before(int side, String label, OpenTable table) {}

  /** A key that may fit. */
  record Offer(Earlier left, KeySuggestion suggestion) {}

  /**
   * Nothing is offered yet.
   *
   * @param onTaken gets the two columns of an offer that is taken
   */
  KeyOffers(BiConsumer<Earlier, Field> onTaken) {
    super(8, 4);
    this.onTaken = onTaken;
  }

  /** {@return keys by which a table may belong to those before it, nearest first} Blocks. */
  static List<Offer> of(List<Before> before, String label, OpenTable table, Job job) {
    List<Offer> found = new ArrayList<>();
    for (Before one : before) {
      for (KeySuggestion s : KeySuggestion.of(one.label(), one.table(), label, table, job)) {
        found.add(new Offer(new Earlier(one.side(), one.label(), s.left()), s));
      }
    }
    return found;
  }

  /** Shows offers in the place of those before. */
  void show(List<Offer> offers) {
    getChildren().setAll(offers.stream().map(this::button).toList());
  }

  /** Says that there is nothing to offer. */
  void none() {
    Label words = new Label("No key is suggested by names and types.");
    words.getStyleClass().addAll("soft", "small");
    getChildren().setAll(words);
  }

  private Button button(Offer offer) {
    KeySuggestion s = offer.suggestion();
    Button button =
        new Button(
            offer.left().label() + "." + s.left().name() + " = " + s.right().name() + overlap(s));
    button.setMnemonicParsing(false);
    button.getStyleClass().add("join-offer");
    Tip.setText(
        button,
        "Suggested by name and type. Of %,d different values in the first rows of one table, %,d are among the first rows of the other: a sample, not a count."
            .formatted(s.looked(), s.found()));
    button.setOnAction(_ -> onTaken.accept(offer.left(), s.right()));
    return button;
  }

  private static String overlap(KeySuggestion s) {
    return s.looked() == 0
        ? ""
        : "  ·  sampled: %d %% found".formatted(Math.round(100.0 * s.found() / s.looked()));
  }
}
