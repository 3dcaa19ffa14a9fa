package org.shareexplorer.ui.grid;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** A cell on screen. The same cells are used again for other rows and columns. */
final class GridCell extends Label {

  private static final PseudoClass FIGURE = PseudoClass.getPseudoClass("figure");
  private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
  private static final PseudoClass LINE = PseudoClass.getPseudoClass("line");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final Map<CellLook.Kind, PseudoClass> KINDS = new EnumMap<>(CellLook.Kind.class);

  static {
    for (CellLook.Kind kind : CellLook.Kind.values()) {
      KINDS.put(kind, PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT)));
    }
  }

  private long row = -1;
  private int place = -1;
  private String columnName = "";
  private CellLook.@Nullable Kind kind;
  private boolean figure;

  GridCell(String styleClass) {
    getStyleClass().setAll(styleClass);
    setAccessibleRole(AccessibleRole.TABLE_CELL);
    setManaged(false);
    setMnemonicParsing(false);
    setMouseTransparent(true);
  }

  /** Puts the cell where its row and column are. */
  void put(long atRow, int atPlace, String name, double x, double y, double width) {
    row = atRow;
    place = atPlace;
    columnName = name;
    setVisible(true);
    if (getLayoutX() != x || getLayoutY() != y) {
      relocate(x, y);
    }
    if (getWidth() != width || getHeight() != GridView.ROW) {
      resize(width, GridView.ROW);
    }
  }

  void show(CellLook look) {
    if (!look.text().equals(getText())) {
      setText(look.text());
    }
    if (kind != look.kind()) {
      if (kind != null) {
        pseudoClassStateChanged(KINDS.get(kind), false);
      }
      kind = look.kind();
      pseudoClassStateChanged(KINDS.get(kind), true);
    }
    if (figure != look.figure()) {
      figure = look.figure();
      pseudoClassStateChanged(FIGURE, figure);
    }
  }

  /** Marks the cell as selected, as the cursor's, and as in the line that the person looks at. */
  void mark(boolean chosen, boolean cursor, boolean line) {
    pseudoClassStateChanged(LINE, line);
    pseudoClassStateChanged(CHOSEN, chosen);
    pseudoClassStateChanged(CURSOR, cursor);
  }

  long row() {
    return row;
  }

  int place() {
    return place;
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT ->
          columnName
              + ", row "
              + (row + 1)
              + ": "
              + (kind == CellLook.Kind.LOADING ? "loading" : getText());
      case ROW_INDEX -> (int) Math.min(row, Integer.MAX_VALUE);
      case COLUMN_INDEX -> place;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
