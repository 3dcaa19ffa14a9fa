package org.shareexplorer.ui.table;

import java.time.ZoneId;
import java.util.OptionalLong;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Tip;

/** The facts beside a table's name, the first of which leads to its other versions. */
final class HeadChips {

  private final HBox place;
  private final Button version = new Button();

  /**
   * No facts yet.
   *
   * @param choose lets the person choose a version
   */
  HeadChips(HBox place, Runnable choose) {
    this.place = place;
    version.setGraphic(Icon.OPENED.node());
    version.setContentDisplay(ContentDisplay.RIGHT);
    version.getStyleClass().addAll("badge", "accent", "version-chip");
    Tip.setText(version, "Open another version of the table");
    version.setMinWidth(Region.USE_PREF_SIZE);
    version.setOnAction(e -> choose.run());
  }

  /** Tells the facts of a table. */
  void show(OpenTable table, OptionalLong newest, AsOf asOf, ZoneId zone) {
    version.setText(HeadFacts.version(table.snapshot(), newest, asOf, zone));
    place.getChildren().setAll(version);
    for (String fact : HeadFacts.of(table)) {
      Label chip = new Label(fact);
      chip.getStyleClass().add("badge");
      place.getChildren().add(chip);
    }
  }

  /** {@return the way to other versions} */
  Button version() {
    return version;
  }
}
