package org.shareexplorer.ui.doctor;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.doctor.Examination;
import org.shareexplorer.doctor.ExaminationText;
import org.shareexplorer.doctor.Finding;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.ui.fx.Desktop;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.Ui;

/** Shows an examination while it is made; ends it when it is closed. */
public final class DoctorSheet {

  private static final double HEIGHT = 470;

  private final DoctorModel model;
  private final Desktop desktop;
  private final String version;
  private final VBox steps = new VBox();
  private final Label verdict = new Label();
  private final Sheet sheet;
  private final Button copy;
  private final Button again;

  private DoctorSheet(
      Overlay overlay, Ui ui, Connection connection, Optional<TableName> table, String version) {
    this.desktop = ui.desktop();
    this.version = version;
    model = new DoctorModel(ui.workspace(), ui.background(), connection.id(), table);
    ScrollPane scroll = new ScrollPane(steps);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setPrefHeight(HEIGHT);
    scroll.getStyleClass().add("steps-scroll");
    scroll.setAccessibleText("Steps of the examination");
    steps.getStyleClass().add("steps");
    verdict.getStyleClass().add("verdict");
    verdict.setWrapText(true);
    verdict.setMinHeight(Label.USE_PREF_SIZE);
    sheet =
        new Sheet(
            "Checking " + connection.name(),
            Sheet.words(
                table.map(name -> "With the table " + name.text() + ". ").orElse("")
                    + "Every step goes over the network anew, by your own settings. The first ones"
                    + " send no credential."),
            verdict,
            scroll);
    sheet.getStyleClass().add("doctor-sheet");
    copy = sheet.button("Copy for the provider", this::copy);
    again = sheet.button("Stop", this::again);
    Button close = sheet.button("Close", overlay::close);
    close.setCancelButton(true);
    model.findings().addListener((ListChangeListener<Finding>) change -> draw());
    model.running().subscribe(now -> tell());
    model.examination().subscribe(now -> tell());
    model.problem().subscribe(now -> tell());
    draw();
    overlay.show(sheet, Pos.CENTER, close);
    sheet
        .sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            model.stop();
          }
        });
    model.start();
  }

  /**
   * Shows the examination of a connection over the window, and begins it.
   *
   * @param table the table to try; the first ones listed if empty
   * @param version the application's version, for the text
   */
  public static void show(
      Overlay overlay, Ui ui, Connection connection, Optional<TableName> table, String version) {
    var _ = new DoctorSheet(overlay, ui, connection, table, version);
  }

  private void draw() {
    steps.getChildren().setAll(model.findings().stream().map(StepRow::new).toList());
  }

  private void tell() {
    Examination whole = model.examination().get();
    Problem problem = model.problem().get();
    boolean running = model.running().get();
    verdict.setText(words(whole, problem, running));
    verdict.getStyleClass().removeAll("failed", "works");
    if (problem != null || (whole != null && whole.failure().isPresent())) {
      verdict.getStyleClass().add("failed");
    } else if (whole != null) {
      verdict.getStyleClass().add("works");
    }
    copy.setDisable(whole == null);
    again.setText(running ? "Stop" : "Check again");
  }

  private static String words(
      @Nullable Examination whole, @Nullable Problem problem, boolean running) {
    if (problem != null) {
      return problem.sentence();
    }
    if (whole != null) {
      return whole.verdict();
    }
    return running ? "Checking…" : "Stopped.";
  }

  private void again() {
    if (model.running().get()) {
      model.stop();
    } else {
      model.start();
    }
  }

  private void copy() {
    Examination whole = model.examination().get();
    if (whole != null) {
      desktop.copy(ExaminationText.of(whole, version));
      copy.setText("Copied");
    }
  }
}
