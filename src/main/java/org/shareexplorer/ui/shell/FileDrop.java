package org.shareexplorer.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files that are dropped on the window, and says so while they hover over it. */
final class FileDrop {

  private final Node hint;
  private final Consumer<Path> open;

  /**
   * A place to drop files.
   *
   * @param hint what says that they may be dropped
   * @param open takes each
   */
  FileDrop(Node hint, Consumer<Path> open) {
    this.hint = hint;
    this.open = open;
    hint.setVisible(false);
  }

  /** Has files taken that are dropped on a node. */
  void over(Node node) {
    node.setOnDragOver(this::hover);
    node.setOnDragExited(drag -> hint.setVisible(false));
    node.setOnDragDropped(this::drop);
  }

  private void hover(DragEvent drag) {
    if (drag.getDragboard().hasFiles()) {
      drag.acceptTransferModes(TransferMode.COPY);
      hint.setVisible(true);
    }
    drag.consume();
  }

  private void drop(DragEvent drag) {
    hint.setVisible(false);
    drag.getDragboard().getFiles().stream().map(File::toPath).forEach(open);
    drag.setDropCompleted(true);
    drag.consume();
  }
}
