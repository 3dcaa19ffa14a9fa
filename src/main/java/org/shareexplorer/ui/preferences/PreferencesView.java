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
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.shareexplorer.job.Work;
import org.shareexplorer.settings.ThemeChoice;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.fx.View;
import org.shareexplorer.ui.table.SizeText;
import org.shareexplorer.ui.updates.UpdatePart;

/** Theme, time zone, where files are kept; and the network. Choices hold at once. */
public final class PreferencesView {

  private final Overlay overlay;
  private final Remembered remembered;
  private final Storage storage;
  private final Ui ui;
  private final Background.Latest looking;

  @FXML private VBox root;
  @FXML private VBox general;
  @FXML private ToggleButton toGeneral;
  @FXML private ToggleButton toNetwork;
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

  private PreferencesView(Overlay overlay, Remembered remembered, Storage storage, Ui ui) {
    this.looking = ui.background().latest();
    this.overlay = overlay;
    this.remembered = remembered;
    this.storage = storage;
    this.ui = ui;
    View.load(this);
  }

  /** Shows the preferences over the window. */
  public static void show(Overlay overlay, Remembered remembered, Storage storage, Ui ui) {
    PreferencesView view = new PreferencesView(overlay, remembered, storage, ui);
    overlay.show(view.root, Pos.CENTER, view.close);
  }

  /** Shows the preferences of the network over the window. */
  public static void showNetwork(Overlay overlay, Remembered remembered, Storage storage, Ui ui) {
    PreferencesView view = new PreferencesView(overlay, remembered, storage, ui);
    view.turn(true);
    overlay.show(view.root, Pos.CENTER, view.toNetwork);
  }

  @FXML
  private void initialize() {
    toGeneral.setOnAction(e -> turn(false));
    toNetwork.setOnAction(e -> turn(true));
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
    general.getChildren().add(new UpdatePart(overlay, ui, remembered));
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

  /** Turns to a page. The network's is made when it is wanted, and shows what is kept then. */
  private void turn(boolean network) {
    toGeneral.setSelected(!network);
    toNetwork.setSelected(network);
    root.getChildren().set(2, network ? new NetworkPage(ui).node() : general);
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
    ui.desktop().copy(folder.toString());
  }

  @FXML
  private void close() {
    overlay.close();
  }
}
