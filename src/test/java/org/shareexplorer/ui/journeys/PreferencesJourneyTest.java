package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.shareexplorer.provider.demo.Oracle;
import org.shareexplorer.settings.PreferencesFile;

/** What is kept on disk is told, limited and cleared in the preferences. */
class PreferencesJourneyTest extends SalesJourney {

  private String kept() {
    return onFx(() -> ((Label) window.scene.lookup("#cache-kept")).getText());
  }

  private String meter() {
    return String.valueOf(window.scene.lookup("#cache-meter").getAccessibleText());
  }

  @Test
  void theCacheIsLimitedAndClearedAndRowsComeAllTheSame() throws Exception {
    openSales();
    await("the corner of the sidebar says what is kept", () -> meter().matches("Cache: .+ of .+B"));
    doFx(() -> find(window.scene, "#cache-meter", Button.class).fire());
    await("the cache is counted", () -> kept().endsWith(" in use"));
    assertThat(kept()).isNotEqualTo("0 B in use");

    ComboBox<?> quota = onFx(() -> (ComboBox<?>) window.scene.lookup("#cache-quota"));
    assertThat(onFx(() -> String.valueOf(quota.getValue())))
        .startsWith("10 GB, or a tenth of what is free (");
    picture(window.view.node(), "preferences");
    doFx(() -> quota.getSelectionModel().select(2));
    settle();
    assertThat(new PreferencesFile(window.folders).load().cacheBytes()).hasValue(2_000_000_000L);

    Button clear = onFx(() -> (Button) window.scene.lookup("#cache-clear"));
    doFx(clear::fire);
    await("the cache is cleared", () -> kept().startsWith("Cleared. "));
    assertThat(kept()).isEqualTo("Cleared. 0 B in use");
    assertThat(onFx(clear::isDisabled)).isTrue();
    try (var files = Files.walk(window.folders.data())) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
    key(KeyCode.ESCAPE);
    MenuButton zone = find(window.scene, ".zone-menu", MenuButton.class);
    assertThat(onFx(zone::getText)).isEqualTo("This computer");
    doFx(() -> zone.getItems().get(1).fire());
    assertThat(onFx(zone::getText)).isEqualTo("UTC");
    settle();
    assertThat(new PreferencesFile(window.folders).load().zone()).hasValue(ZoneId.of("UTC"));
    try (Oracle oracle = oracle()) {
      sort("total_amount", false);
      sees(oracle, "ORDER BY total_amount NULLS LAST, transaction_id");
    }
  }
}
