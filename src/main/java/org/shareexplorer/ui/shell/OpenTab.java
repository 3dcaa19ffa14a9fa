package org.shareexplorer.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.settings.OpenPages.OpenPage;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.palette.Choice;

/**
 * What a tab stands for: a table, or a page, which has content once it was in front. FX thread
 * only.
 */
record OpenTab(Tab tab) {

  /** How much is said of a page where there must be room for its title. */
  private static final int WIDEST = 50;

  /** {@return the table; null if it is a page's or the start page's} */
  @Nullable TableRef table() {
    return tab.getUserData() instanceof TableRef table ? table : null;
  }

  /** {@return the page, if it is one's} */
  Optional<Page> page() {
    return tab.getUserData() instanceof Page page ? Optional.of(page) : Optional.empty();
  }

  /** {@return what stands in it, once it was in front} */
  Optional<TabContent> content() {
    return tab.getProperties().get(TabContent.class) instanceof TabContent content
        ? Optional.of(content)
        : Optional.empty();
  }

  /** Fills it. */
  void put(TabContent content) {
    tab.getProperties().put(TabContent.class, content);
    tab.setContent(keepingTheKeyboard(content.node()));
  }

  /** A tab pane takes the keyboard at every click that reaches it, also from within a tab. */
  static Node keepingTheKeyboard(Node content) {
    content.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    return content;
  }

  /** {@return what tells it from others of the same title; empty for nothing} */
  String about() {
    return content().map(TabContent::about).or(() -> page().map(Page::about)).orElse("");
  }

  /** {@return what brings it back with the window, if it does come back as a page} */
  Optional<OpenPage> kept() {
    Optional<TabContent> content = content();
    return content.isPresent() ? content.get().kept() : page().flatMap(Page::kept);
  }

  /** {@return it as a place to go to} */
  Choice choice(Page page, Runnable goTo) {
    String about = about();
    String shown = about.length() > WIDEST ? about.substring(0, WIDEST - 1) + "…" : about;
    return new Choice(
        page.icon(), tab.getText(), shown.isEmpty() ? "open tab" : "open tab · " + shown, "", goTo);
  }

  /**
   * {@return whether the pointer is on its header} That is not its node: it is found by its label's
   * graphic.
   */
  boolean under(MouseEvent mouse) {
    for (Node node = tab.getGraphic(); node != null; node = node.getParent()) {
      if (node.getStyleClass().contains("tab")) {
        return node.contains(node.sceneToLocal(mouse.getSceneX(), mouse.getSceneY()));
      }
    }
    return false;
  }

  /** Ends what runs in it. */
  void end() {
    content().ifPresent(TabContent::close);
  }
}
