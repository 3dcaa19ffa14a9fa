package org.shareexplorer.ui.dashboard;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Command;

/** What a person can do with a dashboard as a whole, by button, key and command. */
final class DashboardDeeds {

  private final Ui ui;
  private final Node page;
  private final DashboardModel model;
  private final TileAnswers answers;
  private final Keeping keeping;
  private final Takeaway takeaway;
  private final Editing editing;

  DashboardDeeds(
      Ui ui,
      Node page,
      DashboardModel model,
      TileAnswers answers,
      Keeping keeping,
      Takeaway takeaway,
      Editing editing) {
    this.ui = ui;
    this.page = page;
    this.model = model;
    this.answers = answers;
    this.keeping = keeping;
    this.takeaway = takeaway;
    this.editing = editing;
  }

  Editing editing() {
    return editing;
  }

  void save() {
    keeping.save(() -> {});
  }

  void saveAs() {
    keeping.saveAs();
  }

  void take(Takeaway.Form form) {
    takeaway.take(form);
  }

  /** Asks for the newest versions; of what could not be read, once more for all. */
  void refresh() {
    if (model.here()) {
      answers.refresh();
    } else {
      keeping.read();
    }
  }

  void present() {
    Presentation.show(ui, model, answers, page.getScene().getWindow());
  }

  void key(KeyEvent key) {
    Runnable action = deed(key);
    if (action != null && (model.here() || key.getCode() == KeyCode.F5)) {
      action.run();
      key.consume();
    }
  }

  private @Nullable Runnable deed(KeyEvent key) {
    boolean shortcut = key.isShortcutDown() && !key.isAltDown();
    return switch (key.getCode()) {
      case F5 -> key.isShiftDown() && model.here() ? this::present : this::refresh;
      case S -> shortcut ? key.isShiftDown() ? this::saveAs : this::save : null;
      case Z -> shortcut ? key.isShiftDown() ? model::redo : model::undo : null;
      case Y -> shortcut && !key.isShiftDown() ? model::redo : null;
      default -> null;
    };
  }

  List<Command> commands() {
    if (!model.here()) {
      return List.of(Command.of("Read the dashboard once more", "F5", this::refresh));
    }
    return List.of(
        Command.of("Save the dashboard", "Shortcut+S", model.unsaved()::get, this::save),
        Command.of("Save the dashboard as…", "Shortcut+Shift+S", this::saveAs),
        Command.of("Present the dashboard", "Shift+F5", this::present),
        Command.of("Refresh the dashboard", "F5", this::refresh),
        Command.of("Rename the dashboard…", null, editing::rename),
        Command.of("Add text to the dashboard…", null, editing::addText),
        Command.of("Add figures of a query to the dashboard…", null, editing::addFigures),
        Command.of("Add rows of a query to the dashboard…", null, editing::addRows),
        Command.of("Save the dashboard as PDF…", null, () -> take(Takeaway.Form.PDF)),
        Command.of("Save the dashboard as a web page…", null, () -> take(Takeaway.Form.HTML)),
        Command.of("Save the dashboard as a picture…", null, () -> take(Takeaway.Form.PNG)),
        Command.of("Undo the change of the dashboard", "Shortcut+Z", model::undoable, model::undo),
        Command.of("Redo the change", "Shortcut+Shift+Z", model::redoable, model::redo));
  }
}
