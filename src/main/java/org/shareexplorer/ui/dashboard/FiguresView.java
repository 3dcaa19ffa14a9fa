package org.shareexplorer.ui.dashboard;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.shareexplorer.dashboard.FigureRows;
import org.shareexplorer.dashboard.TileTable;

/**
 * A few big figures with their names, in the largest type that all have room in. The type is scaled
 * while figures are laid out: a style that changes then comes a frame late.
 */
final class FiguresView extends Pane {

  private static final double BETWEEN = 16;

  private final List<Label> figures = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();
  private final List<Region> lines = new ArrayList<>();

  FiguresView(List<TileTable.Named> named) {
    setMinSize(0, 0);
    for (TileTable.Named each : named) {
      figures.add(label(each.figure() == null ? "–" : each.figure(), "tile-figure"));
      names.add(label(each.name(), "tile-figure-name"));
      Region line = new Region();
      line.getStyleClass().add("tile-figure-line");
      lines.add(line);
    }
    getChildren().addAll(figures);
    getChildren().addAll(names);
    getChildren().addAll(lines.subList(Math.min(1, lines.size()), lines.size()));
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setMnemonicParsing(false);
    return label;
  }

  @Override
  protected void layoutChildren() {
    double below = names.stream().mapToDouble(name -> name.prefHeight(-1)).max().orElse(0);
    double widest = figures.stream().mapToDouble(figure -> figure.prefWidth(-1)).max().orElse(1);
    double high = figures.stream().mapToDouble(figure -> figure.prefHeight(-1)).max().orElse(1);
    // Sizes are parts of the one that the style sheet has.
    double most = 1000;
    FigureRows stand =
        FigureRows.of(
            figures.size(),
            getWidth() + BETWEEN,
            getHeight(),
            widest / most,
            high / most,
            below,
            most);
    double scale = Math.max(0.25, stand.size() / most);
    double each = (getWidth() + BETWEEN) / stand.columns();
    double row = getHeight() / stand.rows();
    for (int i = 0; i < figures.size(); i++) {
      Label figure = figures.get(i);
      double x = i % stand.columns() * each;
      int line = i / stand.columns();
      double from = line * row;
      double height = figure.prefHeight(-1);
      double top = from + Math.max(0, (row - height * scale - below) / 2);
      figure.getTransforms().setAll(new Scale(scale, scale, 0, 0));
      figure.resizeRelocate(x, Math.rint(top), figure.prefWidth(-1), height);
      names.get(i).resizeRelocate(x, Math.rint(top + height * scale), each - BETWEEN, below);
      lines.get(i).setVisible(i % stand.columns() > 0);
      lines.get(i).resizeRelocate(Math.rint(x - BETWEEN), Math.rint(from + 2), 1, row - 4);
    }
  }
}
