package org.shareexplorer.ui.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.sql.Join;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Ui;

/**
 * The keys of a table of a join: those that are chosen, those that are suggested, and those that
 * were chosen before the window was closed. FX thread only.
 */
final class CardKeys extends VBox {

  private final int number;
  private final List<JoinCard> all;
  private final Supplier<String> label;
  private final Consumer<String> say;
  private final JoinKeys keys;
  private final KeyOffers offers;
  private final Hyperlink more = new Hyperlink("Add a key");
  private final Latest suggesting;
  private @Nullable OpenTable open;

  /** What is to be chosen as soon as the tables of it are open. */
  private List<LeftJoin.Key> due = List.of();

  /**
   * No keys yet.
   *
   * @param number the table's number
   * @param all the cards of the join
   * @param label what people call the table
   * @param say tells why nothing can be suggested
   * @param onChange told of every change
   */
  CardKeys(
      int number,
      List<JoinCard> all,
      Ui ui,
      Supplier<String> label,
      Consumer<String> say,
      Runnable onChange) {
    this.number = number;
    this.all = all;
    this.label = label;
    this.say = say;
    suggesting = ui.background().latest();
    keys = new JoinKeys(onChange);
    offers =
        new KeyOffers((left, right) -> {
          keys.clear();
          add(left, right);
        });
    getStyleClass().add("join-card-keys");
    more.setDisable(true);
    more.setOnAction(e -> add(null, null));
    HBox line = new HBox(12, more, offers);
    // Offers may take several lines.
    line.setAlignment(Pos.TOP_LEFT);
    getChildren().setAll(keys, line);
  }

  /** The table is to be another one: there is nothing to choose from. */
  void clear() {
    open = null;
    suggesting.cancel();
    more.setDisable(true);
    keys.clear();
    offers.show(List.of());
  }

  /** An earlier table is to be another one. */
  void without(int side) {
    keys.without(side);
  }

  /** Another earlier table is open. */
  void also() {
    keys.also(columnsBefore());
  }

  /** Has these chosen as soon as their tables are open. */
  void due(List<LeftJoin.Key> wanted) {
    due = List.copyOf(wanted);
  }

  /** {@return what is chosen, or will be as soon as its tables are open} */
  List<LeftJoin.Key> left() {
    return Stream.concat(
            keys.chosen().stream()
                .map(key -> new LeftJoin.Key(key.side(), key.left().name(), key.right().name())),
            due.stream())
        .toList();
  }

  /** {@return the pairs of which both are chosen} */
  List<Join.Key> chosen() {
    return keys.chosen();
  }

  /** Looks for keys among those of the tables before, nearest first. */
  void suggest(OpenTable here) {
    if (number == 0) {
      return;
    }
    open = here;
    more.setDisable(false);
    List<KeyOffers.Before> before = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int side = i;
      all.get(i)
          .open()
          .ifPresent(other -> before.add(new KeyOffers.Before(side, all.get(side).label(), other)));
    }
    if (before.isEmpty()) {
      return;
    }
    bringBack(here);
    suggesting.start(
        job -> KeyOffers.of(before, label.get(), here, job),
        found -> {
          offers.show(found);
          if (keys.isEmpty() && due.isEmpty()) {
            Optional<KeyOffers.Offer> best = found.stream().findFirst();
            add(
                best.map(KeyOffers.Offer::left).orElse(null),
                best.map(offer -> offer.suggestion().right()).orElse(null));
          }
          if (found.isEmpty()) {
            offers.none();
          }
        },
        problem -> say.accept(problem.sentence()));
  }

  /** Chooses the keys that were chosen before, as far as their tables are open and have them. */
  private void bringBack(OpenTable here) {
    List<LeftJoin.Key> wanted = due;
    due =
        wanted.stream()
            .filter(key -> key.side() < number && all.get(key.side()).open().isEmpty())
            .toList();
    for (LeftJoin.Key key : wanted) {
      Optional<JoinKeys.Earlier> left =
          columnsBefore().stream()
              .filter(one -> one.side() == key.side() && one.field().name().equals(key.left()))
              .findFirst();
      Optional<Field> right =
          comparable(here).filter(field -> field.name().equals(key.right())).findFirst();
      if (left.isPresent() && right.isPresent()) {
        add(left.get(), right.get());
      }
    }
  }

  private void add(JoinKeys.@Nullable Earlier left, @Nullable Field right) {
    OpenTable here = open;
    if (here != null) {
      keys.add(columnsBefore(), left, comparable(here).toList(), right, label.get());
    }
  }

  /** The columns of the tables before, which keys may be of. */
  private List<JoinKeys.Earlier> columnsBefore() {
    List<JoinKeys.Earlier> earlier = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      JoinCard card = all.get(i);
      int side = i;
      card.open().stream()
          .flatMap(CardKeys::comparable)
          .forEach(field -> earlier.add(new JoinKeys.Earlier(side, card.label(), field)));
    }
    return earlier;
  }

  private static Stream<Field> comparable(OpenTable table) {
    return table.snapshot().fields().stream().filter(field -> !field.type().nested());
  }

  /** Ends what runs. */
  void close() {
    suggesting.cancel();
  }
}
