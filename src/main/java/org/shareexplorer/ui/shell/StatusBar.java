package org.shareexplorer.ui.shell;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Progress;
import org.shareexplorer.ui.connections.Connecting;

/** What the front tab says of itself, and work that runs for the whole window. */
final class StatusBar {

  private static final List<String> READY = List.of("Ready");

  private final HBox words;
  private final HBox work;
  private final Connecting connecting;
  private final ObjectProperty<List<String>> parts = new SimpleObjectProperty<>(READY);

  StatusBar(
      HBox words, HBox work, ObservableValue<@Nullable TabContent> front, Connecting connecting) {
    this.words = words;
    this.work = work;
    this.connecting = connecting;
    parts.bind(front.flatMap(TabContent::status).orElse(READY));
    parts.subscribe(this::say);
    connecting.demo().subscribe(this::show);
  }

  private void say(List<String> now) {
    words.getChildren().setAll((now.isEmpty() ? READY : now).stream().map(Label::new).toList());
  }

  private void show(@Nullable Progress now) {
    if (now == null) {
      work.getChildren().clear();
      return;
    }
    if (work.getChildren().isEmpty()) {
      Button cancel = new Button("Cancel");
      cancel.getStyleClass().add("status-button");
      cancel.setOnAction(e -> connecting.cancelDemo());
      work.getChildren().setAll(new Label(), new ProgressBar(), cancel);
    }
    if (work.getChildren().get(0) instanceof Label doing) {
      doing.setText(now.doing());
    }
    if (work.getChildren().get(1) instanceof ProgressBar bar) {
      bar.setProgress(now.known() ? now.fraction() : ProgressIndicator.INDETERMINATE_PROGRESS);
    }
  }
}
