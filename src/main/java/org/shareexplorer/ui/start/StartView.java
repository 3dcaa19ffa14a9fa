package org.shareexplorer.ui.start;

import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Progress;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.ui.connections.ActivationPane;
import org.shareexplorer.ui.connections.Connecting;
import org.shareexplorer.ui.connections.ExpiryWords;
import org.shareexplorer.ui.dashboard.retail.RetailOffer;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.fx.View;

/** The start page: ways to open a share. */
public final class StartView {

  private final StartModel model;
  private final Connecting connecting;
  private final Overlay overlay;
  private final Consumer<ConnectionId> onRecent;

  @FXML private ScrollPane root;
  @FXML private StackPane dropIcon;
  @FXML private Button choose;
  @FXML private HBox demo;
  @FXML private VBox making;
  @FXML private ProgressBar progress;
  @FXML private Label doing;
  @FXML private VBox recent;
  @FXML private Label none;

  /**
   * Shows the page.
   *
   * @param onRecent goes to a connection
   */
  public StartView(
      Ui ui,
      Connecting connecting,
      Overlay overlay,
      InstantSource clock,
      Consumer<ConnectionId> onRecent) {
    this.model = new StartModel(ui, clock);
    this.connecting = connecting;
    this.overlay = overlay;
    this.onRecent = onRecent;
    View.load(this);
  }

  @FXML
  private void initialize() {
    dropIcon.getChildren().add(Icon.FILE.node("accent"));
    making.managedProperty().bind(making.visibleProperty());
    demo.managedProperty().bind(demo.visibleProperty());
    demo.visibleProperty().bind(making.visibleProperty().not());
    connecting.demo().subscribe(this::making);
    model.recent().addListener((ListChangeListener<Recent>) change -> list());
    list();
  }

  private void making(@Nullable Progress now) {
    making.setVisible(now != null);
    if (now != null) {
      doing.setText(now.doing());
      progress.setProgress(now.known() ? now.fraction() : ProgressIndicator.INDETERMINATE_PROGRESS);
    }
  }

  private void list() {
    recent.getChildren().setAll(model.recent().stream().map(this::line).toList());
    none.setVisible(model.recent().isEmpty());
    none.setManaged(none.isVisible());
  }

  private HBox line(Recent entry) {
    Hyperlink name = new Hyperlink(entry.connection().name());
    name.getStyleClass().add("recent-name");
    name.setOnAction(e -> onRecent.accept(entry.connection().id()));
    Label words = new Label(entry.words());
    words.getStyleClass().add(entry.tone() == ExpiryWords.Tone.PLAIN ? "soft" : "warn");
    HBox line = new HBox(8, name, words);
    line.setAlignment(Pos.BASELINE_LEFT);
    return line;
  }

  /** {@return the page} */
  public Parent node() {
    return root;
  }

  /** Ends following the workspace. */
  public void close() {
    model.close();
  }

  /** Puts the keyboard on the first button. */
  public void focus() {
    choose.requestFocus();
  }

  @FXML
  private void choose() {
    connecting.chooseFile();
  }

  @FXML
  private void enter() {
    EnterByHand.show(overlay, connecting);
  }

  @FXML
  private void activate() {
    ActivationPane.show(overlay, connecting);
  }

  @FXML
  private void openDemo() {
    connecting.openDemo();
  }

  @FXML
  private void retail() {
    root.fireEvent(new RetailOffer(RetailOffer.Of.DEMO));
  }

  @FXML
  private void cancelDemo() {
    connecting.cancelDemo();
  }
}
