package org.shareexplorer.ui.dashboard;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.shareexplorer.dashboard.TileTable;

/** A few big figures with their names, in the largest type that all have room in. */
final class FiguresView extends HBox {

  private static final double LARGEST = 40;
  private static final double LEAST = 13;

  private final List<Label> figures;

  FiguresView(List<TileTable.Named> named) {
    super(16);
    setMinSize(0, 0);
    setAlignment(Pos.CENTER_LEFT);
    figures = named.stream().map(FiguresView::figure).toList();
    for (int i = 0; i < figures.size(); i++) {
      Label name = new Label(named.get(i).name());
      name.getStyleClass().add("tile-figure-name");
      name.setMnemonicParsing(false);
      VBox both = new VBox(figures.get(i), name);
      both.setAlignment(Pos.CENTER_LEFT);
      both.setMinWidth(0);
      both.setPrefWidth(10);
      both.getStyleClass().add(i == 0 ? "tile-figure-first" : "tile-figure-next");
      HBox.setHgrow(both, Priority.ALWAYS);
      getChildren().add(both);
    }
    widthProperty().subscribe(_ -> fit());
    heightProperty().subscribe(_ -> fit());
  }

  private static Label figure(TileTable.Named named) {
    Label label = new Label(named.figure() == null ? "–" : named.figure());
    label.getStyleClass().add("tile-figure");
    label.setMnemonicParsing(false);
    return label;
  }

  private void fit() {
    double room = getWidth() / Math.max(1, figures.size()) - 34;
    double size = Math.min(LARGEST, Math.max(LEAST, getHeight() * 0.5));
    for (Label figure : figures) {
      Text text = new Text(figure.getText());
      text.setFont(Font.font("Inter Semi Bold", size));
      double width = text.getLayoutBounds().getWidth();
      if (width > room) {
        size = Math.max(LEAST, size * room / width);
      }
    }
    String style = "-fx-font-size: " + Math.floor(size) + "px;";
    figures.forEach(figure -> figure.setStyle(style));
  }
}
