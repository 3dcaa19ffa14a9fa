package org.shareexplorer.ui.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.fx.ProblemPane;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.table.Opening;

/** Says which tables are not among those to choose from, and why. FX thread only. */
final class ListingNotes extends VBox {

  private final Ui ui;
  private final TableListing listing;

  ListingNotes(Ui ui, TableListing listing) {
    super(8);
    this.ui = ui;
    this.listing = listing;
    managedProperty().bind(Bindings.isNotEmpty(getChildren()));
  }

  /** Says how it is now. */
  void tell() {
    boolean mine = isFocusWithin();
    getChildren()
        .setAll(
            listing.tables().isEmpty()
                ? List.of(nothing())
                : listing.lines().stream().flatMap(this::note).toList());
    if (mine) {
      Optional.ofNullable(lookup(".button")).ifPresent(Node::requestFocus);
    }
  }

  /** As long as no table is known. */
  private Node nothing() {
    for (TableListing.Line line : listing.lines()) {
      if (line.state() instanceof TableListing.State.Asking(var running)) {
        return new Opening("Looking for the tables of your connections…", running, listing::stop);
      }
    }
    Optional<Problem> problem =
        listing.lines().stream()
            .flatMap(line ->
                line.state() instanceof TableListing.State.Failed(var told)
                    ? told.stream()
                    : Stream.empty())
            .findFirst();
    if (problem.isPresent()) {
      return new ProblemPane(problem.get(), ui.desktop(), listing::askAll);
    }
    if (listing.lines().isEmpty()) {
      return Sheet.words("There is no table yet. Open a share first.");
    }
    Button again = new Button("List the tables");
    again.setOnAction(_ -> listing.askAll());
    return new VBox(8, Sheet.words("No table was listed."), again);
  }

  private Stream<Node> note(TableListing.Line line) {
    String name = line.connection().name();
    return switch (line.state()) {
      case TableListing.State.Asking _ ->
          Stream.of(Sheet.words(name + " is still being asked for its tables."));
      case TableListing.State.Failed(var problem) -> {
        Label words =
            Sheet.words(
                "The tables of "
                    + name
                    + " are missing here. "
                    + problem.map(Problem::sentence).orElse("It was not waited for."));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button again = new Button("Try again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(_ -> listing.ask(List.of(line)));
        HBox box = new HBox(12, words, again);
        box.setAlignment(Pos.CENTER_LEFT);
        yield Stream.of(box);
      }
      case TableListing.State.Listed _ -> Stream.empty();
    };
  }
}
