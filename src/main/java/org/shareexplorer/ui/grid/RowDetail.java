package org.shareexplorer.ui.grid;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.CellChange;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.Values;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;

/** A side pane with one row: all its columns, one below the other, with their full values. */
final class RowDetail extends VBox {

  private final Ui ui;
  private final GridModel model;
  private final Latest latest;
  private final Label title = new Label();
  private final TextField search = new TextField();
  private final VBox list = new VBox();
  private final Button previous = new Button("", Icon.CLOSED.node());
  private final Button next = new Button("", Icon.CLOSED.node());
  private final HBox head = new HBox(4);
  private @Nullable RowDetailModel shown;
  private long row = -1;

  /**
   * A pane that is still empty.
   *
   * @param go gets the row that the person wants to see next
   */
  RowDetail(Ui ui, GridModel model, Consumer<Long> go) {
    this.ui = ui;
    this.model = model;
    latest = ui.background().latest();
    getStyleClass().add("row-detail");
    title.getStyleClass().add("row-detail-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    previous.getGraphic().setRotate(180);
    button(previous, "Previous row", () -> go.accept(row - 1));
    button(next, "Next row", () -> go.accept(row + 1));
    head.getChildren().addAll(title, previous, next);
    head.setAlignment(Pos.CENTER_LEFT);
    search.setPromptText("Search in this row");
    search.setAccessibleText("Search in this row");
    search.textProperty().subscribe(this::fill);
    list.getStyleClass().add("row-detail-list");
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, search, scroll);
    ui.zone().subscribe(this::fill);
  }

  /** Adds what closes the row, by click or key. */
  void closable(Runnable close) {
    Button end = new Button("", Icon.CLOSE.node());
    button(end, "Close the row", close);
    head.getChildren().add(end);
    setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ESCAPE) {
        close.run();
        e.consume();
      }
    });
  }

  private static void button(Button button, String words, Runnable action) {
    button.getStyleClass().add("icon-button");
    button.setAccessibleText(words);
    Tip.setText(button, words);
    button.setOnAction(e -> action.run());
  }

  /** Shows a row; what stood there stays until the row is here. */
  void show(long wanted) {
    if (row == wanted && (shown != null || latest.busy())) {
      return;
    }
    row = wanted;
    title.setText(String.format("Row %,d", wanted + 1));
    previous.setDisable(wanted <= 0);
    next.setDisable(model.exactRows().isPresent() && wanted >= model.rowCount() - 1);
    list.setOpacity(0.5);
    latest.start(
        job -> RowDetailModel.of(model.row(wanted, job)),
        detail -> {
          shown = detail;
          fill();
        },
        this::fail);
  }

  private void fail(Problem problem) {
    shown = null;
    list.setOpacity(1);
    Label words = new Label(problem.sentence());
    words.setWrapText(true);
    Button again = new Button("Try again");
    again.setOnAction(e -> show(row));
    list.getChildren().setAll(words, again);
  }

  private void fill() {
    RowDetailModel detail = shown;
    if (detail == null) {
      return;
    }
    list.setOpacity(1);
    list.getChildren().setAll(detail.found(search.getText()).stream().map(this::entry).toList());
    if (list.getChildren().isEmpty()) {
      Label none =
          new Label(detail.entries().isEmpty() ? "The table has no such row." : "Nothing found.");
      none.getStyleClass().add("faint");
      list.getChildren().add(none);
    }
  }

  private VBox entry(RowDetailModel.Entry entry) {
    Label name = new Label(entry.field().name());
    name.getStyleClass().add("row-detail-name");
    name.setMnemonicParsing(false);
    Label type = new Label(entry.field().type().text());
    type.getStyleClass().add("grid-head-type");
    type.setMinWidth(0);
    HBox head = new HBox(8, name, type);
    head.setAlignment(Pos.BASELINE_LEFT);
    name.setMinWidth(Region.USE_PREF_SIZE);
    VBox box = new VBox(2, head, values(entry));
    box.getStyleClass().add("row-detail-entry");
    return box;
  }

  /** Of a changed value, both: before at the left, since at the right. */
  private Region values(RowDetailModel.Entry entry) {
    if (!(entry.value() instanceof CellChange(Object before, Object after))) {
      return value(entry);
    }
    VBox left = new VBox(word("Before"), value(new RowDetailModel.Entry(entry.field(), before)));
    VBox right = new VBox(word("After"), value(new RowDetailModel.Entry(entry.field(), after)));
    HBox both = new HBox(8, left, right);
    both.getStyleClass().add("row-detail-change");
    for (VBox side : List.of(left, right)) {
      side.setMinWidth(0);
      side.setPrefWidth(100);
      HBox.setHgrow(side, Priority.ALWAYS);
    }
    return both;
  }

  private static Label word(String text) {
    Label word = new Label(text);
    word.getStyleClass().add("grid-head-type");
    return word;
  }

  /** The full value in a field that looks like text, so that a part of it can be copied. */
  private Region value(RowDetailModel.Entry entry) {
    CellLook look = CellLook.of(entry.value(), entry.field().type(), ui.zone().get());
    String text =
        switch (look.kind()) {
          case NULL, EMPTY -> look.text();
          case SPOILT ->
              entry.value() instanceof Values.Undecodable why
                  ? "not readable: " + why.why()
                  : look.text();
          case NESTED -> CellText.plain(entry.value());
          default -> entry.value() instanceof String words ? words : look.text();
        };
    TextArea area = new TextArea(text);
    area.setEditable(false);
    area.setWrapText(true);
    area.setAccessibleText(entry.field().name());
    area.getStyleClass()
        .addAll("row-detail-value", "kind-" + look.kind().name().toLowerCase(Locale.ROOT));
    if (look.figure() || look.kind() == CellLook.Kind.NESTED) {
      area.getStyleClass().add("mono");
    }
    area.widthProperty().subscribe(_ -> stretch(area));
    area.fontProperty().subscribe(_ -> stretch(area));
    area.setMinHeight(Region.USE_PREF_SIZE);
    return area;
  }

  /** As high as its text, up to a point. */
  private static void stretch(TextArea area) {
    Text measure = new Text(area.getText());
    measure.setFont(area.getFont());
    measure.setWrappingWidth(Math.max(80, area.getWidth() - 16));
    area.setPrefHeight(Math.clamp(measure.getLayoutBounds().getHeight() + 12, 26, 260));
  }

  void end() {
    latest.cancel();
  }
}
