package org.shareexplorer.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.export.Exported;
import org.shareexplorer.export.FileFormat;
import org.shareexplorer.export.Outline;
import org.shareexplorer.job.Progress;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Desktop.FileKind;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.table.SizeText;

/** What is said and done about rows as a file: how much, its limits, saving, progress, the end. */
final class FilePart extends VBox {

  private final Ui ui;
  private final ExportModel model;
  private FileFormat format = FileFormat.CSV;
  private @Nullable TakenRows rows;

  /** Whether the keyboard is to be here again as soon as there is something to be done. */
  private boolean awaited;

  private final CheckBox guard = new CheckBox("Guard against formulas");

  FilePart(Ui ui, ExportModel model) {
    super(10);
    this.ui = ui;
    this.model = model;
    Tip.setText(
        guard,
        "Puts an apostrophe before texts that a spreadsheet would take for a formula: those"
            + " that begin with = + - @");
    model.state().subscribe(_ -> draw());
  }

  /** Shows what a format would make of the rows. */
  void show(TakenRows taken, FileFormat chosen) {
    boolean another = format != chosen;
    rows = taken;
    format = chosen;
    if (another && over()) {
      // Whoever chooses another format after a file was saved wants another file.
      model.again();
    } else {
      draw();
    }
  }

  private boolean over() {
    ExportState state = model.state().get();
    return state instanceof ExportState.Written || state instanceof ExportState.Failed;
  }

  private void draw() {
    switch (model.state().get()) {
      case null -> getChildren().clear();
      case ExportState.Looking(Running<?> running) -> looking(running);
      case ExportState.Ready(Outline outline) -> ready(outline);
      case ExportState.Writing(Running<Exported> running) -> writing(running);
      case ExportState.Written(Exported exported) -> written(exported);
      case ExportState.Failed(Problem problem) -> failed(problem);
    }
  }

  private void looking(Running<?> running) {
    Label doing = new Label("Looking how much there is…");
    doing.getStyleClass().add("soft");
    Background.follow(running, progress -> doing.setText(progress.doing()));
    awaited |= keyboard();
    getChildren().setAll(doing, Sheet.words(format.limits()));
  }

  private void ready(Outline outline) {
    Label much = new Label(words(outline));
    much.setWrapText(true);
    much.getStyleClass().add("export-much");
    getChildren().setAll(much, Sheet.words(format.limits()));
    Optional<Problem> obstacle = format.obstacle(outline.rows(), outline.columns());
    obstacle.ifPresent(problem -> getChildren().add(trouble(problem)));
    Button save = new Button("Save as " + format.title() + "…");
    save.getStyleClass().add("accent");
    save.setDisable(obstacle.isPresent());
    save.setOnAction(e -> save());
    HBox line = line(save);
    if (format == FileFormat.CSV) {
      line.getChildren().add(guard);
    }
    getChildren().add(line);
    if (awaited) {
      save.requestFocus();
    }
    awaited = false;
  }

  static String words(Outline outline) {
    String much =
        "%,d %s of %,d %s."
            .formatted(
                outline.rows(),
                outline.rows() == 1 ? "row" : "rows",
                outline.columns(),
                outline.columns() == 1 ? "column" : "columns");
    return outline.bytesToFetch() == 0
        ? much + " All of it is on this computer already."
        : much + " About " + SizeText.of(outline.bytesToFetch()) + " to fetch, less what is here.";
  }

  private void save() {
    TakenRows taken = Objects.requireNonNull(rows);
    FileFormat chosen = format;
    ui.desktop()
        .chooseSave(
            "Export rows",
            taken.name() + chosen.ending(),
            List.of(new FileKind(chosen.title(), "*" + chosen.ending())))
        .ifPresent(file -> model.write(chosen, chosen.named(file), guard.isSelected()));
  }

  private void writing(Running<Exported> running) {
    ProgressBar bar = new ProgressBar(0);
    bar.setPrefWidth(260);
    bar.setAccessibleText("Progress of the export");
    Label doing = new Label("Beginning…");
    doing.getStyleClass().add("soft");
    Button stop = new Button("Cancel");
    stop.setOnAction(e -> {
      model.cancel();
      model.again();
    });
    Background.follow(running, progress -> tell(progress, bar, doing));
    swap(stop, line(bar, doing, stop));
  }

  private static void tell(Progress progress, ProgressBar bar, Label doing) {
    bar.setProgress(progress.known() ? progress.fraction() : ProgressBar.INDETERMINATE_PROGRESS);
    doing.setText(progress.doing());
  }

  private void written(Exported exported) {
    Label done = new Label("Saved " + exported.sentence());
    done.setWrapText(true);
    done.getStyleClass().add("export-much");
    Path folder = exported.file().toAbsolutePath().getParent();
    Button show = new Button("Show in folder");
    show.setDisable(folder == null);
    show.setOnAction(e -> ui.desktop().browse(Objects.requireNonNull(folder).toUri()));
    Button another = new Button("Export again");
    another.setOnAction(e -> model.again());
    swap(show, done, line(show, another));
  }

  private void failed(Problem problem) {
    Button again = new Button("Try again");
    again.setOnAction(e -> model.again());
    swap(again, trouble(problem), line(again));
  }

  /** Who had the keyboard here keeps it here; who had it elsewhere is left alone. */
  private void swap(Node focus, Node... nodes) {
    boolean here = keyboard();
    getChildren().setAll(nodes);
    if (here) {
      focus.requestFocus();
    }
  }

  /** Also as long as the window is not in front, after a chooser of files. */
  private boolean keyboard() {
    Node node = getScene() == null ? null : getScene().getFocusOwner();
    while (node != null && node != this) {
      node = node.getParent();
    }
    return node == this;
  }

  private static Node trouble(Problem problem) {
    Label words = new Label(problem.sentence());
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().add("export-trouble");
    return words;
  }

  private static HBox line(Node... nodes) {
    HBox line = new HBox(12, nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
