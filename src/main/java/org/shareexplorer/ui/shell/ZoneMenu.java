package org.shareexplorer.ui.shell;

import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.preferences.Remembered;

/** Says in which time zone instants are shown, and offers the likeliest others. */
final class ZoneMenu extends MenuButton {

  private static final String OWN = "This computer";
  private static final ZoneId UTC = ZoneId.of("UTC");

  /**
   * A menu that changes what is remembered.
   *
   * @param more shows all zones
   */
  ZoneMenu(Remembered remembered, Runnable more) {
    getStyleClass().add("zone-menu");
    setMnemonicParsing(false);
    Tip.setText(this, "Time zone in which timestamps are shown");
    getItems()
        .addAll(
            item(OWN + "'s time (" + ZoneId.systemDefault() + ")", remembered, Optional.empty()),
            item("UTC", remembered, Optional.of(UTC)));
    MenuItem others = new MenuItem("Others…");
    others.setOnAction(_ -> more.run());
    getItems().add(others);
    remembered
        .property()
        .subscribe(now -> {
          setText(now.zone().map(ZoneId::getId).orElse(OWN));
          setAccessibleText("Time zone: " + getText());
        });
  }

  private static MenuItem item(String words, Remembered remembered, Optional<ZoneId> zone) {
    MenuItem item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> remembered.change(p -> p.withZone(zone)));
    return item;
  }
}
