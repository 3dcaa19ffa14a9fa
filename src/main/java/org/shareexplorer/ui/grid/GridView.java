package org.shareexplorer.ui.grid;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.filter.FilterState;
import org.shareexplorer.ui.profile.ColumnProfiles;
import org.shareexplorer.ui.profile.ProfileStrip;

/**
 * Rows and columns on screen. Row numbers and frozen columns stay at the left, the heads at the
 * top; the rest scrolls. Only what is in sight exists, so a table of any length costs the same.
 */
final class GridView extends Region {

  /** Height of a row. */
  static final double ROW = 27;

  private static final double HEAD = 48;
  private static final double HEAD_WITH_PROFILE = HEAD + ProfileStrip.HEIGHT - 1;
  private static final double BAR = 11;

  private final GridModel model;
  private final GridState state;
  private final ObservableValue<ZoneId> zone;
  private final BooleanProperty profilesShown = new SimpleBooleanProperty();
  private @Nullable ColumnProfiles profiles;
  private final GridZone numbers;
  private final GridZone frozen;
  private final GridZone scrolling;
  private final GridHeader frozenHead;
  private final GridHeader scrollingHead;
  private final Region corner = new Region();
  private final Region frozenEdge = new Region();
  private final Region dropMark = new Region();
  private final GridScroll scroll = new GridScroll();
  private final Seen seen;

  GridView(
      GridModel model, GridState state, ObservableValue<ZoneId> zone, HeaderCell.Events events) {
    this.model = model;
    this.state = state;
    this.zone = zone;
    seen = new Seen(model);
    numbers = new GridZone("grid-number", this::fillNumber);
    frozen = new GridZone("grid-cell", this::fill);
    scrolling = new GridZone("grid-cell", this::fill);
    frozenHead = new GridHeader(events, zone);
    scrollingHead = new GridHeader(events, zone);
    getStyleClass().add("grid");
    corner.getStyleClass().add("grid-corner");
    frozenEdge.getStyleClass().add("grid-frozen-edge");
    frozenEdge.setMouseTransparent(true);
    dropMark.getStyleClass().add("grid-drop-mark");
    dropMark.setVisible(false);
    dropMark.setMouseTransparent(true);
    getChildren()
        .addAll(
            numbers,
            frozen,
            scrolling,
            frozenHead,
            scrollingHead,
            corner,
            frozenEdge,
            scroll.down(),
            scroll.across(),
            dropMark);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setAccessibleText("Rows of the table");
    Stream.of(
            scroll.down().valueProperty(),
            scroll.across().valueProperty(),
            model.revision(),
            profilesShown,
            zone)
        .forEach(changing -> changing.subscribe(this::requestLayout));
    state.layoutProperty().subscribe(this::requestLayout);
    state
        .selectionProperty()
        .subscribe(selection -> {
          requestLayout();
          notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        });
    addEventHandler(ScrollEvent.SCROLL, scroll::wheel);
  }

  /** Shows columns' profiles in their heads. */
  void profiled(ColumnProfiles shown) {
    profiles = shown;
    profilesShown.set(true);
    shown.revision().subscribe(this::requestLayout);
  }

  /** {@return whether columns' profiles are shown in their heads} */
  BooleanProperty profilesShown() {
    return profilesShown;
  }

  /** {@return how high the columns' heads are, in points} */
  double head() {
    return profilesShown.get() ? HEAD_WITH_PROFILE : HEAD;
  }

  ReadOnlyObjectProperty<Sight> sight() {
    return seen.sight();
  }

  /** Scrolls by pixels. */
  void scrollBy(double x, double y) {
    scroll.by(x, y);
  }

  /** Puts a row at the top. */
  void scrollToRow(long row) {
    layout();
    scroll.toY(row * ROW);
  }

  /** {@return how far rows and columns are scrolled} */
  GridScroll.Place place() {
    return scroll.place();
  }

  /** Scrolls as far as another view was, as soon as there are so many rows. */
  void stand(GridScroll.Place there) {
    scroll.want(there);
    requestLayout();
  }

  private void comeTo(GridScroll.Place there, boolean sideways, boolean tall) {
    if (scrolling.getHeight() <= 0 || (model.firstSeconds().isEmpty() && !tall)) {
      return;
    }
    if (model.exactRows().isPresent() || scroll.reaches(there)) {
      scroll.to(new GridScroll.Place(sideways ? there.x() : 0, there.y()));
    }
  }

  /** {@return how many whole rows fit} */
  int rowsInSight() {
    return (int) Math.max(1, scrolling.getHeight() / ROW);
  }

  /** Scrolls no further than needed for the cursor's cell to be in sight. */
  void reveal() {
    GridSelection selection = state.selection();
    if (selection.empty()) {
      return;
    }
    layout();
    double y = selection.row() * ROW;
    scroll.toY(Math.clamp(scroll.y(), y + ROW - scrolling.getHeight(), y));
    List<GridColumn> columns = state.layout().scrolling();
    int c = selection.place() - state.layout().frozen().size();
    if (c >= 0 && c < columns.size()) {
      double x = GridPlaces.width(columns.subList(0, c));
      double most = x + columns.get(c).width() - scrolling.getWidth();
      scroll.toX(most > x ? x : Math.clamp(scroll.x(), most, x));
    }
  }

  /** {@return where rows and columns are now} */
  GridPlaces places() {
    return new GridPlaces(
        state.layout(),
        model.rowCount(),
        head(),
        numbers.getWidth(),
        frozen.getWidth(),
        scrolling.getWidth(),
        scrolling.getHeight(),
        new GridScroll.Place(scroll.x(), scroll.y()));
  }

  /** Marks where a dragged column would go; without a place, not at all. */
  void markDrop(Optional<Double> x) {
    dropMark.setVisible(x.isPresent());
    x.ifPresent(at -> dropMark.resizeRelocate(at - 1, 0, 2, getHeight()));
  }

  @Override
  protected void layoutChildren() {
    ColumnLayout columns = state.layout();
    long rows = model.rowCount();
    double gutter = Math.max(52, Long.toString(rows).length() * 7 + 22);
    double still =
        Math.min(GridPlaces.width(columns.frozen()), Math.max(0, getWidth() - gutter - 120));
    double all = GridPlaces.width(columns.scrolling());
    double room = getWidth() - gutter - still;
    // Each bar takes room that may make the other one needed.
    boolean sideways = all > room - (rows * ROW > getHeight() - head() ? BAR : 0);
    double height = Math.max(0, getHeight() - head() - (sideways ? BAR : 0));
    boolean tall = rows * ROW > height;
    double width = Math.max(0, room - (tall ? BAR : 0));
    place(corner, 0, 0, gutter, head());
    place(numbers, 0, head(), gutter, height);
    place(frozenHead, gutter, 0, still, head());
    place(frozen, gutter, head(), still, height);
    place(scrollingHead, gutter + still, 0, width, head());
    place(scrolling, gutter + still, head(), width, height);
    double shownHeight = Math.min(getHeight(), head() + rows * ROW);
    place(frozenEdge, gutter + still - 1, 0, 2, shownHeight);
    frozenEdge.setVisible(still > 0);
    GridScroll.fit(scroll.down(), tall, rows * ROW, height);
    place(scroll.down(), getWidth() - BAR, head(), BAR, height);
    GridScroll.fit(scroll.across(), sideways, all, width);
    place(scroll.across(), gutter + still, getHeight() - BAR, width, BAR);
    scroll.wanted().ifPresent(there -> comeTo(there, sideways, tall));
    double top = Math.rint(scroll.y());
    double left = Math.rint(scroll.x());
    GridColumn number = numberColumn(gutter);
    numbers.show(top, rows, 0, List.of(number), -1);
    frozen.show(top, rows, 0, columns.frozen(), 0);
    scrolling.show(top, rows, left, columns.scrolling(), columns.frozen().size());
    frozenHead.profiled(profilesShown.get() ? profiles : null);
    scrollingHead.profiled(profilesShown.get() ? profiles : null);
    frozenHead.show(0, columns.frozen(), 0, state.selection());
    scrollingHead.show(left, columns.scrolling(), columns.frozen().size(), state.selection());
    if (height > 0) {
      seen.now(Sight.of(columns, top, rows, left, width, height));
    }
  }

  private GridColumn numberColumn(double width) {
    return new GridColumn(
        -1, new Field("Row number", DataType.Simple.LONG, false), width, false, true);
  }

  private static void place(Region region, double x, double y, double width, double height) {
    region.resizeRelocate(x, y, width, height);
  }

  private void fillNumber(GridCell cell, long row, int place, GridColumn column) {
    cell.show(new CellLook(String.format("%,d", row + 1), CellLook.Kind.VALUE, false));
    GridSelection selection = state.selection();
    boolean chosen =
        !selection.empty()
            && row >= selection.firstRow()
            && row <= selection.lastRow(model.rowCount());
    cell.mark(chosen, false, false);
  }

  private void fill(GridCell cell, long row, int place, GridColumn column) {
    cell.show(look(row, column));
    GridSelection selection = state.selection();
    boolean cursor = selection.row() == row && selection.place() == place;
    boolean line = selection.row() == row && selection.single();
    cell.mark(selection.contains(row, place), cursor, line);
  }

  private CellLook look(long row, GridColumn column) {
    return model.loaded(row, column.index())
        ? CellLook.of(model.value(row, column.index()), column.field().type(), zone.getValue())
        : CellLook.loading(column.field().type());
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    GridSelection selection = state.selection();
    return switch (attribute) {
      case ROW_COUNT -> (int) Math.min(Integer.MAX_VALUE, model.rowCount());
      case COLUMN_COUNT -> state.layout().shown().size();
      case FOCUS_ITEM -> cellAt(selection.row(), selection.place());
      case CELL_AT_ROW_COLUMN -> cellAt((Integer) parameters[0], (Integer) parameters[1]);
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Nullable GridCell cellAt(long row, int place) {
    GridCell cell = frozen.cell(row, place);
    return cell != null ? cell : scrolling.cell(row, place);
  }

  /** Shows in the heads how rows are sorted. */
  void sorted(FilterState by) {
    frozenHead.sorted(by);
    scrollingHead.sorted(by);
  }
}
