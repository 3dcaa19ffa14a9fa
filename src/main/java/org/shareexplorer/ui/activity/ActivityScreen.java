package org.shareexplorer.ui.activity;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shareexplorer.export.ActivityExport;
import org.shareexplorer.job.Running;
import org.shareexplorer.net.activity.Activity;
import org.shareexplorer.settings.OpenPages.OpenPage;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Desktop;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.shell.TabContent;
import org.shareexplorer.ui.table.SizeText;

/** What was asked, when, how long it took and what came of it: a table that grows. */
public final class ActivityScreen implements TabContent {

  private final Ui ui;
  private final Overlay overlay;
  private final Notices notices;
  private final Background.Latest exporting;
  private final ActivityModel model;
  private final VBox root = new VBox();
  private final FilterLine filters;
  private final ToggleButton live = new ToggleButton("Live");
  private final ReadOnlyObjectWrapper<List<String>> status = new ReadOnlyObjectWrapper<>(List.of());
  private final Timeline clock;

  /** Shows the workspace's activity. */
  public ActivityScreen(Ui ui, Overlay overlay, Notices notices, InstantSource time) {
    this.ui = ui;
    this.overlay = overlay;
    this.notices = notices;
    exporting = ui.background().latest();
    this.model = new ActivityModel(ui.workspace().activity(), ui.background(), time);
    this.filters = new FilterLine(ui.workspace(), model);
    root.getStyleClass().add("activity");
    RequestTable table = new RequestTable(ui, model, this::open);
    VBox.setVgrow(table, Priority.ALWAYS);
    root.getChildren().addAll(head(), filters, table, foot());
    model.totals().subscribe(this::tell);
    model.ending().subscribe(_ -> tell(model.totals().get()));
    model
        .problem()
        .subscribe(problem -> {
          if (problem != null) {
            notices.failed(problem);
          }
        });
    clock =
        new Timeline(
            new KeyFrame(
                javafx.util.Duration.millis(300),
                e -> {
                  if (live.isSelected() && root.getScene() != null) {
                    model.follow();
                  }
                }));
    clock.setCycleCount(Timeline.INDEFINITE);
    clock.play();
  }

  private Node head() {
    Label title = new Label("Activity");
    title.getStyleClass().add("table-name");
    Label words =
        new Label(
            "Every request that this application made. No credentials, no signatures, no contents.");
    words.getStyleClass().add("soft");
    live.setSelected(true);
    Tip.setText(live, "Show new requests as they are made");
    live.selectedProperty().subscribe(on -> model.follow());
    Button export = new Button("Export as CSV…");
    export.setOnAction(e -> export());
    Button clear = new Button("Clear…");
    clear.setOnAction(e ->
        Sheet.confirm(
            overlay,
            "Clear the activity?",
            "What was asked so far is forgotten, also what is kept on this computer.",
            "Clear",
            model::clear));
    HBox head = new HBox(12, title, words, gap(), live, export, clear);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("activity-head");
    return head;
  }

  private Node foot() {
    CheckBox keep = new CheckBox("Keep it on this computer between starts");
    keep.setSelected(model.kept());
    Tip.setText(keep, "In two private files of at most 8 MB each; else in memory alone.");
    keep.setOnAction(e -> model.keep(keep.isSelected()));
    HBox foot = new HBox(keep);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("activity-foot");
    return foot;
  }

  private void tell(ActivityModel.Totals now) {
    String requests = counted(now.requests());
    String failed =
        now.failed() == 0 ? "" : String.format(Locale.ROOT, "%,d not done", now.failed());
    String received = SizeText.of(now.received()) + " received";
    String sent = now.sent() == 0 ? "" : SizeText.of(now.sent()) + " sent";
    String ending = ActivityWords.ending(model.ending().get());
    status.set(
        Stream.of(requests, failed, received, sent, ending)
            .filter(part -> !part.isEmpty())
            .toList());
  }

  private static String counted(long requests) {
    return String.format(Locale.ROOT, "%,d request%s", requests, requests == 1 ? "" : "s");
  }

  private void open(Activity activity) {
    ActivityDetail.show(overlay, ui, activity, RequestTable.TIME);
  }

  private void export() {
    List<Activity> rows = List.copyOf(model.rows());
    ui.desktop()
        .chooseSave(
            "Export the activity",
            "share-explorer-activity.csv",
            List.of(new Desktop.FileKind("CSV", "*.csv")))
        .ifPresent(file -> write(rows, file));
  }

  private void write(List<Activity> rows, Path file) {
    Running<Path> running =
        exporting.start(
            job -> ActivityExport.write(rows, file, job),
            written ->
                notices.done(counted(rows.size()) + " written to " + written.getFileName() + "."),
            notices::failed);
    ui.background().underWay().tell("Writing " + file.getFileName(), running, exporting::cancel);
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public Optional<OpenPage> kept() {
    return Optional.of(new OpenPage("activity", ""));
  }

  @Override
  public String title() {
    return "Activity";
  }

  @Override
  public ObservableValue<List<String>> status() {
    return status.getReadOnlyProperty();
  }

  @Override
  public void focus() {
    filters.focus();
  }

  @Override
  public void showScreen(String title) {}

  @Override
  public void close() {
    clock.stop();
    exporting.cancel();
    model.close();
  }
}
