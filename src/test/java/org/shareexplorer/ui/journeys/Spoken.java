package org.shareexplorer.ui.journeys;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;

/** What is heard where the keyboard can go. */
final class Spoken {

  private Spoken() {}

  /** {@return the places below a node where the keyboard can go and nothing is heard} */
  static List<String> nameless(Node node) {
    List<String> found = new ArrayList<>();
    look(node, found);
    return found;
  }

  private static void look(Node node, List<String> found) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    // A pane that scrolls is no stop of its own for those who hear what is in it.
    if (node.isFocusTraversable() && !(node instanceof ScrollPane) && !heard(node)) {
      found.add(node.getTypeSelector() + " " + node.getStyleClass() + " " + node.getId());
    }
    // What is in a box with a choice belongs to the box.
    if (node instanceof Parent parent && !(node instanceof ComboBox<?>)) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, found));
    }
  }

  private static boolean heard(Node node) {
    String given = node.getAccessibleText();
    if (given != null && given.chars().anyMatch(Character::isLetterOrDigit)) {
      return true;
    }
    if (node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) != null) {
      return true;
    }
    // The text of a field or a list is what is in it, not what it is.
    return (node instanceof ButtonBase || !(node instanceof Control))
        && String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT))
            .replace("null", "")
            .chars()
            .anyMatch(Character::isLetterOrDigit);
  }
}
