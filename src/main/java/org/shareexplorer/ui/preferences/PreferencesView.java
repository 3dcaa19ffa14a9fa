package org.shareexplorer.ui.preferences;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.shareexplorer.job.Work;
import org.shareexplorer.settings.ThemeChoice;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Desktop;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.View;
import org.shareexplorer.ui.table.SizeText;

/** Theme, time zone, and where files are kept. Choices hold at once. */
public final class PreferencesView {

  private final Overlay overlay;
  private final Remembered remembered;
  private final Storage storage;
  private final Desktop desktop;
  private final Background.Latest looking;

  @FXML private VBox root;
  @FXML private RadioButton system;
  @FXML private RadioButton light;
  @FXML private RadioButton dark;
  @FXML private ComboBox<String> zone;
  @FXML private Label cache;
  @FXML private Label kept;
  @FXML private ComboBox<CacheChoice> quota;
  @FXML private Button clear;
  @FXML private Label config;
  @FXML private Button close;

  private PreferencesView(
      Overlay overlay,
      Remembered remembered,
      Storage storage,
      Background background,
      Desktop desktop) {
    this.looking = background.latest();
    this.overlay = overlay;
    this.remembered = remembered;
    this.storage = storage;
    this.desktop = desktop;
    View.load(this);
  }

  /** Shows the preferences over the window. */
  public static void show(
      Overlay overlay,
      Remembered remembered,
      Storage storage,
      Background background,
      Desktop desktop) {
    PreferencesView view = new PreferencesView(overlay, remembered, storage, background, desktop);
    overlay.show(view.root, Pos.CENTER, view.close);
  }

  @FXML
  private void initialize() {
    ToggleGroup themes = new ToggleGroup();
    theme(system, ThemeChoice.SYSTEM, themes);
    theme(light, ThemeChoice.LIGHT, themes);
    theme(dark, ThemeChoice.DARK, themes);
    String own = "This computer's (" + ZoneId.systemDefault() + ")";
    List<String> zones =
        Stream.concat(
                Stream.of(own, "UTC"),
                ZoneId.getAvailableZoneIds().stream()
                    .filter(id ->
                        id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                    .sorted())
            .toList();
    zone.setItems(FXCollections.observableArrayList(zones));
    zone.setValue(remembered.get().zone().map(ZoneId::getId).orElse(own));
    zone.setOnAction(e -> {
      String id = zone.getValue();
      remembered.change(
          p -> p.withZone(own.equals(id) ? Optional.empty() : Optional.of(ZoneId.of(id))));
    });
    cache.setText(Storage.words(storage.folders().cache()));
    config.setText(Storage.words(storage.folders().config()));
    long usual = storage.budget().usual();
    OptionalLong chosen = remembered.get().cacheBytes();
    quota.setItems(FXCollections.observableArrayList(CacheChoice.all(usual, chosen)));
    quota.setValue(new CacheChoice(chosen, usual));
    quota.setOnAction(e -> limit(quota.getValue().bytes()));
    look(job -> storage.data().size(), "");
  }

  /** What is kept beyond the new limit goes at once. */
  private void limit(OptionalLong bytes) {
    remembered.change(p -> p.withCacheBytes(bytes));
    storage.budget().choose(bytes);
    look(
        job -> {
          storage.data().trim();
          return storage.data().size();
        },
        "");
  }

  private void theme(RadioButton button, ThemeChoice choice, ToggleGroup group) {
    button.setToggleGroup(group);
    button.setSelected(remembered.get().theme() == choice);
    button.setOnAction(e -> remembered.change(p -> p.withTheme(choice)));
  }

  @FXML
  private void clearCache() {
    look(
        job -> {
          storage.data().clear();
          return storage.data().size();
        },
        "Cleared. ");
  }

  /** Says how much is kept, once that is known. */
  private void look(Work<Long> work, String first) {
    clear.setDisable(true);
    looking.start(
        work,
        size -> {
          kept.setText(first + SizeText.of(size) + " in use");
          clear.setDisable(size == 0);
        },
        problem -> {
          kept.setText(problem.sentence());
          clear.setDisable(false);
        });
  }

  @FXML
  private void copyCache() {
    copy(storage.folders().cache());
  }

  @FXML
  private void copyConfig() {
    copy(storage.folders().config());
  }

  private void copy(Path folder) {
    desktop.copy(folder.toString());
  }

  @FXML
  private void close() {
    overlay.close();
  }
}
