package org.shareexplorer.ui.fx;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * Words beside the mouse when it rests on a node, which screen readers say as the node's help. A
 * tooltip is a window of its own, so it is made when the mouse first comes: a screen has dozens,
 * and few of them are looked at. FX thread only.
 */
public final class Tip {

  private static final double WIDEST = 420;

  /** The same one for all nodes: a node takes a handler only once. */
  private static final EventHandler<MouseEvent> ON_COMING = Tip::come;

  private Tip() {}

  /** Gives a node words, or takes them away if they are empty. */
  public static void setText(Node node, String words) {
    node.setAccessibleHelp(words.isEmpty() ? null : words);
    if (node.getProperties().get(Tip.class) instanceof Tooltip made) {
      show(node, made);
    } else if (!words.isEmpty()) {
      node.addEventHandler(MouseEvent.MOUSE_ENTERED, ON_COMING);
    }
  }

  /** {@return a node's words; empty if it has none} */
  public static String getText(Node node) {
    String words = node.getAccessibleHelp();
    return words == null ? "" : words;
  }

  /** {@return a tooltip of the same looks, for a tab, which is no node} */
  public static Tooltip of(String words) {
    Tooltip made = new Tooltip(words);
    made.setWrapText(true);
    made.setMaxWidth(WIDEST);
    return made;
  }

  private static void come(MouseEvent e) {
    if (e.getSource() instanceof Node node
        && !getText(node).isEmpty()
        && !node.getProperties().containsKey(Tip.class)) {
      Tooltip made = of("");
      node.getProperties().put(Tip.class, made);
      show(node, made);
    }
  }

  private static void show(Node node, Tooltip made) {
    String words = getText(node);
    made.setText(words);
    if (words.isEmpty()) {
      Tooltip.uninstall(node, made);
    } else {
      Tooltip.install(node, made);
    }
  }
}
