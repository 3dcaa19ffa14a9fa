package org.shareexplorer.ui.export;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.export.CodeLanguage;
import org.shareexplorer.export.FileFormat;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;

/**
 * Takes the rows on screen along: as a file, as a notebook, or as code. Stands above the rows, so
 * that one can go on looking at them; an export goes on while it is closed. FX thread only.
 */
public final class ExportPane extends VBox {

  /** What is left and right of the kinds to choose from, in points. */
  private static final double BESIDE = 84;

  private final Supplier<@Nullable TakenRows> taken;
  private final ExportModel model;
  private final FilePart file;
  private final CodePart code;
  private final ToggleGroup kinds = new ToggleGroup();
  private final StackPane part = new StackPane();
  private final ToggleButton first;
  private Consumer<TakenRows> chosen;

  /**
   * A pane that is closed.
   *
   * @param taken the rows on screen; null while there are none
   */
  public ExportPane(Ui ui, Supplier<@Nullable TakenRows> taken) {
    super(12);
    this.taken = taken;
    model = new ExportModel(ui.background());
    file = new FilePart(ui, model);
    code = new CodePart(ui);
    chosen = rows -> showFile(rows, FileFormat.CSV);
    getStyleClass().add("export-pane");
    FlowPane choices = new FlowPane(6, 6);
    // How high it is to be is asked without a width.
    choices.prefWrapLengthProperty().bind(widthProperty().subtract(BESIDE));
    choices.setAlignment(Pos.CENTER_LEFT);
    for (FileFormat format : FileFormat.values()) {
      choices.getChildren().add(toggle(format.title(), rows -> showFile(rows, format)));
    }
    first = (ToggleButton) choices.getChildren().getFirst();
    Label or = new Label("or by code:");
    or.getStyleClass().addAll("soft", "export-or");
    choices.getChildren().add(or);
    choices.getChildren().add(toggle("Notebook", this::showNotebook));
    for (CodeLanguage language : CodeLanguage.values()) {
      choices.getChildren().add(toggle(language.title(), rows -> showCode(rows, language)));
    }
    kinds.selectToggle(first);
    kinds
        .selectedToggleProperty()
        .subscribe((before, now) -> {
          if (now == null) {
            kinds.selectToggle(before);
          }
        });
    HBox.setHgrow(choices, Priority.ALWAYS);
    Button close = new Button(null, Icon.CLOSE.node());
    close.getStyleClass().add("icon-button");
    Tip.setText(close, "Close (Esc)");
    close.setAccessibleText("Close the export");
    close.setOnAction(e -> hide());
    HBox head = new HBox(8, choices, close);
    part.setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(head, part);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            hide();
            e.consume();
          }
        });
    setMinHeight(Region.USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    model
        .state()
        .subscribe(state -> {
          if (state instanceof ExportState.Written || state instanceof ExportState.Failed) {
            setVisible(true);
          }
        });
  }

  private ToggleButton toggle(String title, Consumer<TakenRows> show) {
    ToggleButton toggle = new ToggleButton(title);
    toggle.setToggleGroup(kinds);
    toggle.setMinWidth(Region.USE_PREF_SIZE);
    toggle.getStyleClass().add("export-kind");
    toggle.setOnAction(e -> {
      chosen = show;
      again();
    });
    return toggle;
  }

  private void showFile(TakenRows rows, FileFormat format) {
    file.show(rows, format);
    part.getChildren().setAll(file);
  }

  private void showNotebook(TakenRows rows) {
    code.showNotebook(rows);
    part.getChildren().setAll(code);
  }

  private void showCode(TakenRows rows, CodeLanguage language) {
    code.show(rows, language);
    part.getChildren().setAll(code);
  }

  /** Opens, or tells more if it is open; does nothing while there are no rows. */
  public void open() {
    TakenRows rows = taken.get();
    if (rows == null) {
      return;
    }
    setVisible(true);
    model.about(rows);
    chosen.accept(rows);
    ((ToggleButton) kinds.getSelectedToggle()).requestFocus();
  }

  /** Is about the rows on screen anew, as these are others now. */
  public void refresh() {
    if (isVisible()) {
      TakenRows rows = taken.get();
      if (rows != null) {
        model.about(rows);
        chosen.accept(rows);
      }
    }
  }

  private void again() {
    TakenRows rows = taken.get();
    if (rows != null) {
      chosen.accept(rows);
    }
  }

  private void hide() {
    setVisible(false);
    if (!model.writing()) {
      model.cancel();
    }
  }

  /** Ends what runs. */
  public void close() {
    model.cancel();
    code.close();
  }
}
