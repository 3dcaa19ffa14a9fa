package org.shareexplorer.ui.activity;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.shareexplorer.net.activity.Activity;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.Ui;

/** Everything that is known of one request. */
final class ActivityDetail {

  private ActivityDetail() {}

  /** Shows a request over the window. */
  static void show(Overlay overlay, Ui ui, Activity activity, DateTimeFormatter time) {
    Instant start = activity.start();
    List<String[]> facts =
        ActivityWords.facts(activity, time.format(start.atZone(ui.zone().get())) + " · " + start);
    GridPane grid = new GridPane(18, 6);
    for (int i = 0; i < facts.size(); i++) {
      Label name = new Label(facts.get(i)[0]);
      name.getStyleClass().add("soft");
      name.setMinWidth(Region.USE_PREF_SIZE);
      Label value = new Label(facts.get(i)[1]);
      value.setWrapText(true);
      value.setMinHeight(Region.USE_PREF_SIZE);
      grid.addRow(i, name, value);
    }
    Sheet sheet = new Sheet(ActivityWords.outcome(activity), grid);
    sheet.getStyleClass().add("activity-detail");
    sheet.button(
        "Copy",
        () ->
            ui.desktop()
                .copy(
                    facts.stream()
                        .map(fact -> fact[0].strip() + ": " + fact[1])
                        .collect(Collectors.joining("\n"))));
    Button close = sheet.button("Close", overlay::close);
    overlay.show(sheet, Pos.CENTER, close);
  }
}
