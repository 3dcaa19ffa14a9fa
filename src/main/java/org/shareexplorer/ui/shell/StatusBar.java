package org.shareexplorer.ui.shell;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.ui.fx.UnderWay;
import org.shareexplorer.ui.fx.UnderWay.Piece;

/** What the front tab says of itself, and work that runs for the whole window. */
final class StatusBar {

  private static final List<String> READY = List.of("Ready");

  private final HBox words;
  private final HBox work;
  private final Label doing = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Button cancel = new Button("Cancel");
  private Subscription progress = Subscription.EMPTY;
  private final ObjectProperty<List<String>> parts = new SimpleObjectProperty<>(READY);

  StatusBar(HBox words, HBox work, ObservableValue<@Nullable TabContent> front, UnderWay underWay) {
    this.words = words;
    this.work = work;
    cancel.getStyleClass().add("status-button");
    doing.setMnemonicParsing(false);
    bar.setAccessibleText("Progress");
    parts.bind(front.flatMap(TabContent::status).orElse(READY));
    parts.subscribe(this::say);
    underWay.shown().subscribe(this::show);
  }

  private void say(List<String> now) {
    words.getChildren().setAll((now.isEmpty() ? READY : now).stream().map(Label::new).toList());
  }

  private void show(@Nullable Piece now) {
    progress.unsubscribe();
    progress = Subscription.EMPTY;
    if (now == null) {
      work.getChildren().clear();
      return;
    }
    cancel.setOnAction(_ -> now.cancel().run());
    cancel.setAccessibleText("Cancel: " + now.words());
    work.getChildren().setAll(doing, bar, cancel);
    progress =
        now.progress()
            .subscribe(how -> {
              doing.setText(now.told());
              bar.setProgress(how.known() ? how.fraction() : ProgressBar.INDETERMINATE_PROGRESS);
            });
  }
}
