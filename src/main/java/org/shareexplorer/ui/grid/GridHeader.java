package org.shareexplorer.ui.grid;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.ui.filter.FilterState;
import org.shareexplorer.ui.profile.ColumnProfiles;

/** The heads of the columns of a zone. A head is made when its column first comes in sight. */
final class GridHeader extends Pane {

  private final HeaderCell.Events events;
  private final ObservableValue<ZoneId> zone;
  private final Map<Integer, HeaderCell> heads = new HashMap<>();
  private FilterState sorted = FilterState.NONE;
  private @Nullable ColumnProfiles profiles;

  GridHeader(HeaderCell.Events events, ObservableValue<ZoneId> zone) {
    this.events = events;
    this.zone = zone;
    getStyleClass().add("grid-head");
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  /** Heads show profiles from now on, or none for null. */
  void profiled(@Nullable ColumnProfiles now) {
    profiles = now;
  }

  /** Shows the heads of columns, scrolled from the left by pixels. */
  void show(double left, List<GridColumn> columns, int firstPlace, GridSelection selection) {
    heads.values().forEach(head -> head.setVisible(false));
    GridZone.Span span = GridZone.Span.of(columns, left, getWidth());
    double x = span.x();
    for (int c = span.first(); c < span.first() + span.count(); c++) {
      GridColumn column = columns.get(c);
      HeaderCell head = heads.computeIfAbsent(column.index(), _ -> add(column));
      head.setVisible(true);
      head.resizeRelocate(x, 0, column.width(), getHeight());
      int place = firstPlace + c;
      boolean chosen =
          selection.kind() == GridSelection.Kind.COLUMNS
              && place >= selection.firstPlace()
              && place <= selection.lastPlace(Integer.MAX_VALUE);
      head.mark(chosen, column.frozen());
      head.profile(profiles == null ? null : profiles.state(column.index()));
      x += column.width();
    }
  }

  /** Shows how rows are sorted. */
  void sorted(FilterState by) {
    sorted = by;
    heads.values().forEach(head -> head.sorted(by));
  }

  private HeaderCell add(GridColumn column) {
    HeaderCell head = new HeaderCell(column, events, zone);
    head.sorted(sorted);
    getChildren().add(head);
    return head;
  }
}
