package org.shareexplorer.ui.pivot;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shareexplorer.engine.sql.PivotTable;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.Field;

/** What stands below a pivot: the figures of all rows together, and what is worth knowing. */
final class PivotNotes extends VBox {

  /** More groups than a person reads. */
  private static final long MANY = 10_000;

  private static final int MOST_TOTALS = 60;

  PivotNotes(PivotTable found, double seconds, ZoneId zone) {
    getStyleClass().add("pivot-notes");
    FlowPane totals = new FlowPane(18, 2);
    Label all = new Label("All together");
    all.getStyleClass().add("pivot-total-head");
    totals.getChildren().add(all);
    List<Field> figures = found.figures();
    for (int i = 0; i < Math.min(figures.size(), MOST_TOTALS); i++) {
      totals
          .getChildren()
          .add(total(figures.get(i).name(), CellText.display(found.totals().get(i), zone)));
    }
    ScrollPane scroll = new ScrollPane(totals);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().addAll("edge-to-edge", "pivot-totals");
    scroll.setMaxHeight(66);
    scroll.setAccessibleText("Figures of all rows together");
    Label note = Controls.quiet(note(found, seconds));
    getChildren().setAll(scroll, note);
  }

  private static HBox total(String name, String value) {
    Label of = new Label(name);
    of.getStyleClass().add("chart-soft");
    Label figure = new Label(value);
    figure.getStyleClass().add("chart-figure");
    HBox total = new HBox(6, of, figure);
    total.setMinWidth(Region.USE_PREF_SIZE);
    total.setAccessibleText(name + " " + value);
    return total;
  }

  private static String note(PivotTable found, double seconds) {
    List<String> parts = new ArrayList<>();
    long groups = found.result().rows();
    parts.add(
        String.format(Locale.ROOT, "%,d group%s in %.1f s", groups, groups == 1 ? "" : "s", seconds)
            + ", over all rows, exact.");
    if (groups > MANY) {
      parts.add(
          "That is more than a person reads: fewer row fields, or longer steps in time, make"
              + " fewer.");
    }
    if (found.heads().others() > 0) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d groups have columns of their own.",
              found.heads().values().size(),
              found.heads().values().size() + found.heads().others()));
    }
    return String.join(" ", parts);
  }
}
