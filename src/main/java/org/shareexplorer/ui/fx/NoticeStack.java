package org.shareexplorer.ui.fx;

import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Shows notices one above the other; takes no clicks beside them. */
public final class NoticeStack extends VBox {

  private static final Duration TO_READ = Duration.seconds(5);
  private static final Duration TO_DECIDE = Duration.seconds(12);

  private final Notices notices;
  private final Desktop desktop;
  private final double haste;

  /** Where the keyboard was before it came here. */
  private @Nullable Node before;

  /** Shows what is, and comes to be, on the list. */
  public NoticeStack(Notices notices, Desktop desktop) {
    this(notices, desktop, 1);
  }

  /** Takes them away so many times sooner. */
  NoticeStack(Notices notices, Desktop desktop, double haste) {
    this.notices = notices;
    this.desktop = desktop;
    this.haste = haste;
    getStyleClass().add("notices");
    setPickOnBounds(false);
    notices.shown().addListener((ListChangeListener<Notice>) change -> draw());
    sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .subscribe(owner -> {
          if (owner != null && !isFocusWithin()) {
            before = owner;
          }
        });
  }

  private void draw() {
    boolean here = isFocusWithin();
    // Those on screen stay as they are, with their clocks running.
    getChildren().removeIf(node -> !notices.shown().contains(node.getUserData()));
    for (Notice notice : notices.shown()) {
      if (getChildren().stream().noneMatch(node -> notice.equals(node.getUserData()))) {
        Node card = card(notice);
        card.setUserData(notice);
        // On top, as the lowest stands still: no button may come to be where another one was
        // pressed.
        getChildren().addFirst(card);
      }
    }
    if (here && !isFocusWithin() && before != null && before.getScene() != null) {
      before.requestFocus();
    }
  }

  private Node card(Notice notice) {
    Button close = new Button(null, Icon.CLOSE.node());
    close.getStyleClass().add("icon-button");
    Tip.setText(close, "Close");
    close.setAccessibleText("Close the message");
    close.setOnAction(e -> notices.close(notice));
    VBox words = new VBox(3);
    HBox.setHgrow(words, Priority.ALWAYS);
    Node icon;
    switch (notice) {
      case Notice.Done(String text) -> {
        icon = Icon.DONE.node("accent");
        words.getChildren().add(label(text, "notice-what"));
      }
      case Notice.Offer(var tone, String text, String label, Runnable action, boolean _) -> {
        icon = tone == Notice.Tone.WRONG ? Icon.WARNING.node("danger") : Icon.DONE.node("accent");
        Button act = new Button(label);
        act.setOnAction(e -> {
          notices.close(notice);
          action.run();
        });
        words.getChildren().addAll(label(text, "notice-what"), act);
      }
      case Notice.Failed(var problem) -> {
        icon = Icon.WARNING.node("danger");
        words.getChildren().add(label(problem.what(), "notice-what"));
        String more = (problem.why() + " " + problem.remedy()).strip();
        if (!more.isEmpty()) {
          words.getChildren().add(label(more, "soft"));
        }
        if (!problem.detail().isBlank()) {
          Button copy = new Button("Copy the details");
          copy.setOnAction(e -> desktop.copy(ProblemPane.text(problem)));
          words.getChildren().add(copy);
        }
      }
    }
    HBox card = new HBox(10, icon, words, close);
    card.setAlignment(Pos.TOP_LEFT);
    card.getStyleClass().addAll("notice", wrong(notice) ? "failed" : "done");
    switch (notice) {
      case Notice.Done _ -> passing(card, notice, TO_READ);
      case Notice.Offer offer when offer.passing() -> passing(card, notice, TO_DECIDE);
      case Notice.Offer _, Notice.Failed _ -> {}
    }
    return card;
  }

  /** Goes away after a while, but not from under the pointer or the keyboard. */
  private void passing(Node card, Notice notice, Duration patience) {
    PauseTransition clock = new PauseTransition(patience.divide(haste));
    clock.setOnFinished(e -> notices.close(notice));
    Runnable watch =
        () -> {
          if (card.isHover() || card.isFocusWithin()) {
            clock.stop();
          } else {
            clock.playFromStart();
          }
        };
    card.hoverProperty().subscribe(watch);
    card.focusWithinProperty().subscribe(watch);
    watch.run();
  }

  private static boolean wrong(Notice notice) {
    return switch (notice) {
      case Notice.Failed _ -> true;
      case Notice.Done _ -> false;
      case Notice.Offer offer -> offer.tone() == Notice.Tone.WRONG;
    };
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
