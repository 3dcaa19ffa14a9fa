package org.shareexplorer.ui.dashboard.retail;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.shareexplorer.dashboard.TableReference;
import org.shareexplorer.dashboard.retail.Candidate;
import org.shareexplorer.dashboard.retail.Part;
import org.shareexplorer.dashboard.retail.Shape;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Tip;

/** Offers the retail dashboard beside a table that looks to be made for it. */
public final class RetailHint {

  private RetailHint() {}

  /** {@return the offer; empty if the table looks like neither customers nor sales} */
  public static Optional<Node> of(Snapshot table) {
    Candidate candidate = new Candidate(new TableReference(table.name()), table.fields());
    return Shape.part(candidate).map(RetailHint::strip);
  }

  private static Node strip(Part part) {
    Label words =
        new Label("This table looks like " + part.words().toLowerCase(java.util.Locale.ROOT) + ".");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button make = new Button("Retail dashboard of customers and sales");
    make.setId("retail-offer");
    make.setOnAction(e -> make.fireEvent(new RetailOffer(RetailOffer.Of.FRONT)));
    Button close = new Button("", Icon.CLOSE.node());
    close.getStyleClass().add("chart-button");
    close.setAccessibleText("Close the offer");
    Tip.setText(close, "Close the offer");
    HBox strip = new HBox(12, words, make, close);
    strip.setAlignment(Pos.CENTER_LEFT);
    strip.getStyleClass().add("retail-strip");
    strip.managedProperty().bind(strip.visibleProperty());
    close.setOnAction(e -> strip.setVisible(false));
    return strip;
  }
}
