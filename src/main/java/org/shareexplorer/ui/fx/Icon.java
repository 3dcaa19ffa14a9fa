package org.shareexplorer.ui.fx;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/**
 * The drawings on buttons and rows: strokes in a square of 16 by 16, coloured by the style sheet.
 */
public enum Icon {
  /** Two plugs of a cable. */
  CONNECTION("M2.5 8h3M10.5 8h3M5.5 5v6h2.5a3 3 0 0 0 0-6z M8 5h2.5v6H8"),
  /** A box handed over. */
  SHARE("M2.5 5.5 8 2.5l5.5 3v5L8 13.5l-5.5-3z M2.5 5.5 8 8.5l5.5-3 M8 8.5v5"),
  /** A folder. */
  SCHEMA("M2.5 12.5v-9h4l1.5 2h5.5v7z"),
  /** A grid. */
  TABLE("M2.5 3h11v10h-11z M2.5 6.3h11 M2.5 9.6h11 M6.2 6.3V13"),
  /** A drawer of files. */
  VOLUME("M2.5 3h11v10h-11z M2.5 8h11 M6.5 5.5h3 M6.5 10.5h3"),
  /** Points that are joined. */
  MODEL(
      "M4 5.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z M4 13.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z"
          + " M12 9.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z M5.4 4.6l5.2 2.8 M5.4 11.4l5.2-2.8"),
  /** Tiles of a page. */
  DASHBOARD("M2.5 3h5v6h-5z M9.5 3h4v3h-4z M9.5 8h4v5h-4z M2.5 11h5v2h-5z"),
  /** A house. */
  HOME("M2.5 7.5 8 3l5.5 4.5 M4 6.5v6.5h8V6.5"),
  /** A plus sign. */
  ADD("M8 3.5v9M3.5 8h9"),
  /** A cross. */
  CLOSE("M4.5 4.5l7 7M11.5 4.5l-7 7"),
  /** A chevron to the right. */
  CLOSED("M6.5 4.5 10 8l-3.5 3.5"),
  /** A chevron downwards. */
  OPENED("M4.5 6.5 8 10l3.5-3.5"),
  /** An arrow in a circle. */
  REFRESH("M12.5 8a4.5 4.5 0 1 1-1.4-3.2 M12.6 2.6v2.6H10"),
  /** A magnifying glass. */
  SEARCH("M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9z M10.3 10.3l3.2 3.2"),
  /** A crescent. */
  MOON("M13 9.6A5.5 5.5 0 0 1 6.4 3 5.5 5.5 0 1 0 13 9.6z"),
  /** A sun. */
  SUN(
      "M8 10.7a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4z M8 1.8v1.4 M8 12.8v1.4 M1.8 8h1.4 M12.8 8h1.4 M3.6 3.6l1 1"
          + " M11.4 11.4l1 1 M3.6 12.4l1-1 M11.4 4.6l1-1"),
  /** A triangle with an exclamation mark. */
  WARNING("M8 2.8l5.8 10.4H2.2z M8 6.8v3 M8 11.4v.2"),
  /** A tick. */
  DONE("M3.5 8.5 6.5 11.5 12.5 5"),
  /** A sheet with an arrow into it. */
  FILE("M4 1.8h5l3 3v9.4H4z M9 1.8v3h3 M8 7v4.5 M6.2 9.8 8 11.5l1.8-1.7"),
  /** A barrel. */
  QUERY(
      "M3 4.2c0-1.2 2.2-2 5-2s5 .8 5 2v7.6c0 1.2-2.2 2-5 2s-5-.8-5-2z M3 4.2c0 1.2 2.2 2 5 2s5-.8 5-2 M3 8c0 1.2 2.2 2 5 2s5-.8 5-2"),
  /** Two rings that share a part. */
  JOIN("M6 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M10 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z"),
  /** A prompt. */
  COMMAND("M3.5 4.5 7 8l-3.5 3.5 M8.5 12h4.5"),
  /** A line that beats. */
  ACTIVITY("M1.5 8.5h3l2-5.5 3 10.5 2-5h3"),
  /** A cog, much simplified. */
  PREFERENCES(
      "M2.5 5h6 M11.5 5h2 M2.5 11h2 M7.5 11h6 M10 6.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z M6 12.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z");

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /** {@return a new drawing, 16 by 16} */
  public Node node(String... styleClasses) {
    SVGPath shape = new SVGPath();
    shape.setContent(path);
    shape.getStyleClass().add("icon");
    shape.getStyleClass().addAll(styleClasses);
    // The square keeps the drawing where it was drawn: shapes alone would all start at their edge.
    shape.setManaged(false);
    StackPane square = new StackPane(shape);
    square.setAlignment(Pos.TOP_LEFT);
    square.setMinSize(16, 16);
    square.setPrefSize(16, 16);
    square.setMaxSize(16, 16);
    square.setMouseTransparent(true);
    return square;
  }
}
