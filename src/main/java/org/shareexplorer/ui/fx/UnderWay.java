package org.shareexplorer.ui.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Progress;
import org.shareexplorer.job.Running;

/**
 * Work that a person asked for and that has no place of its own on a screen: the window says what
 * it is, how far, and lets it be ended. What takes no time is not worth a word. FX thread only.
 */
public final class UnderWay {

  private static final Duration PATIENCE = Duration.millis(200);

  private final List<Piece> pieces = new ArrayList<>();
  private final ReadOnlyObjectWrapper<@Nullable Piece> shown = new ReadOnlyObjectWrapper<>();

  /**
   * One piece of work.
   *
   * @param words what is done, such as "Writing sales.pdf"
   * @param cancel ends it
   */
  public record Piece(String words, ReadOnlyObjectProperty<Progress> progress, Runnable cancel) {

    /** {@return what is done just now, and how far it is} */
    public String told() {
      Progress now = progress.get();
      return words + (now.known() ? " · %d %%".formatted(Math.round(100 * now.fraction())) : "…");
    }
  }

  UnderWay() {}

  /** {@return the piece to be told of, the newest; null if nothing takes its time} */
  public ReadOnlyObjectProperty<@Nullable Piece> shown() {
    return shown.getReadOnlyProperty();
  }

  /** Tells of work until it has ended. */
  public void tell(String words, Running<?> running, Runnable cancel) {
    ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.of(words));
    Piece piece = new Piece(words, progress.getReadOnlyProperty(), cancel);
    PauseTransition patience = new PauseTransition(PATIENCE);
    patience.setOnFinished(_ -> {
      if (!running.done()) {
        pieces.add(piece);
        show();
      }
    });
    patience.play();
    Background.follow(running, progress::set);
    running.whenDone((_, _) ->
        Platform.runLater(() -> {
          patience.stop();
          pieces.remove(piece);
          show();
        }));
  }

  private void show() {
    shown.set(pieces.isEmpty() ? null : pieces.getLast());
  }
}
