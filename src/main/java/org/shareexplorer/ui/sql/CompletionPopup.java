package org.shareexplorer.ui.sql;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.sql.Completion.Proposal;
import org.shareexplorer.ui.sql.Completion.Proposals;

/**
 * Proposals below the caret: on Ctrl+Space, and by itself while a word is written. The arrow keys
 * choose, Enter or Tab writes, Esc closes. FX thread only.
 */
final class CompletionPopup {

  private static final int LINES = 9;
  private static final double LINE_HEIGHT = 24;

  private final SqlDesk desk;
  private final CodeArea area;
  private final Latest looking;
  private final Popup popup = new Popup();
  private final ListView<Proposal> list = new ListView<>();
  private int from;
  private boolean writing;

  CompletionPopup(Ui ui, SqlDesk desk, CodeArea area) {
    this.desk = desk;
    this.area = area;
    looking = ui.background().latest();
    list.getStyleClass().add("sql-proposals");
    list.setFixedCellSize(LINE_HEIGHT);
    list.setPrefWidth(420);
    list.setCellFactory(_ -> new Line());
    list.setFocusTraversable(false);
    list.setOnMouseClicked(e -> write());
    popup.getContent().add(list);
    popup.setAutoHide(true);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    area.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    area.focusedProperty()
        .subscribe(here -> {
          if (!here) {
            hide();
          }
        });
  }

  private void key(KeyEvent key) {
    if (key.getCode() == KeyCode.SPACE && key.isControlDown()) {
      look(true);
      key.consume();
      return;
    }
    if (!popup.isShowing()) {
      return;
    }
    int at = list.getSelectionModel().getSelectedIndex();
    switch (key.getCode()) {
      case DOWN -> choose(at + 1);
      case UP -> choose(at - 1);
      case PAGE_DOWN -> choose(at + LINES);
      case PAGE_UP -> choose(at - LINES);
      case ENTER, TAB -> {
        if (key.isShortcutDown() || (key.getCode() == KeyCode.ENTER && written())) {
          hide();
          return;
        }
        write();
      }
      case ESCAPE -> hide();
      case LEFT, RIGHT, HOME, END -> {
        hide();
        return;
      }
      default -> {
        return;
      }
    }
    key.consume();
  }

  /** Whether what is chosen stands there already, so that Enter is a new line. */
  private boolean written() {
    Proposal chosen = list.getSelectionModel().getSelectedItem();
    return chosen != null && chosen.text().equals(area.getText(from, area.getCaretPosition()));
  }

  private void choose(int index) {
    list.getSelectionModel().select(Math.clamp(index, 0, list.getItems().size() - 1));
    list.scrollTo(list.getSelectionModel().getSelectedIndex());
  }

  private void typed(KeyEvent key) {
    if (writing || key.isShortcutDown()) {
      return;
    }
    String typed = key.getCharacter();
    boolean word =
        !typed.isEmpty()
            && (Character.isLetterOrDigit(typed.charAt(0))
                || typed.equals("_")
                || typed.equals("."));
    if (word || (popup.isShowing() && typed.equals("\b"))) {
      look(false);
    } else {
      hide();
    }
  }

  private void look(boolean asked) {
    String text = area.getText();
    int caret = area.getCaretPosition();
    looking.start(
        job -> desk.completion(text, job).at(text, caret),
        found -> show(found, caret, asked),
        problem -> hide());
  }

  private void show(Proposals found, int caret, boolean asked) {
    boolean begun =
        (caret - found.from() >= 2 && !Completion.whole(area.getText(found.from(), caret)))
            || area.getText().startsWith(".", caret - 1);
    boolean done =
        found.all().size() == 1
            && found.all().getFirst().text().equals(area.getText(found.from(), caret));
    Optional<Bounds> place = area.getCaretBounds();
    if (found.all().isEmpty()
        || place.isEmpty()
        || done
        || !(asked || begun)
        || !area.isFocused()
        || area.getCaretPosition() != caret) {
      hide();
      return;
    }
    from = found.from();
    list.getItems().setAll(found.all());
    list.getSelectionModel().select(0);
    list.scrollTo(0);
    list.setPrefHeight(Math.min(LINES, found.all().size()) * LINE_HEIGHT + 4);
    popup.show(area, place.get().getMinX(), place.get().getMaxY() + 2);
  }

  private void write() {
    Proposal chosen = list.getSelectionModel().getSelectedItem();
    hide();
    if (chosen != null) {
      writing = true;
      area.replaceText(from, area.getCaretPosition(), chosen.text());
      writing = false;
      area.requestFocus();
    }
  }

  /** {@return whether proposals are on screen} */
  boolean showing() {
    return popup.isShowing();
  }

  void hide() {
    looking.cancel();
    popup.hide();
  }

  private static final class Line extends ListCell<Proposal> {
    @Override
    protected void updateItem(Proposal proposal, boolean empty) {
      super.updateItem(proposal, empty);
      setText(null);
      if (empty || proposal == null) {
        setGraphic(null);
        return;
      }
      Label text = new Label(proposal.text());
      text.setMnemonicParsing(false);
      text.getStyleClass().add("sql-proposal-" + proposal.what().name().toLowerCase(Locale.ROOT));
      Label about = new Label(proposal.about());
      about.setMnemonicParsing(false);
      about.getStyleClass().addAll("faint", "small");
      text.setMinWidth(Region.USE_PREF_SIZE);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      setGraphic(new HBox(12, text, gap, about));
    }
  }
}
