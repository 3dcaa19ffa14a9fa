package org.shareexplorer.ui.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.AnnotatedSpec;
import org.shareexplorer.chart.ChartKind;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.Setting;
import org.shareexplorer.ui.fx.Tip;

/** What can be chosen of the selected chart: a row per setting, whatever kind of chart it is. */
final class InspectorView {

  /** What settings' identifiers begin with. */
  private static final String SETTING = "setting-";

  private final ChartsModel model;
  private final TakeAlong takeAlong;
  private final BooleanSupplier filtered;
  private final ChangeListener<Object> refresh = (_, _, _) -> fill();
  private @Nullable ChartCard shown;
  private @Nullable ChartSpec filled;
  private boolean filling;
  private final AnnotationEditor annotations = new AnnotationEditor(this::change);

  @FXML private ScrollPane root;
  @FXML private MenuButton add;
  @FXML private Label origin;
  @FXML private VBox choices;
  @FXML private ComboBox<String> kind;
  @FXML private VBox settings;
  @FXML private VBox words;
  @FXML private Label rows;
  @FXML private Label mistake;
  @FXML private Button copy;
  @FXML private Button savePng;
  @FXML private Button saveSvg;
  @FXML private Button savePdf;
  @FXML private Label said;
  @FXML private Label definitions;

  /**
   * Shows no chart yet.
   *
   * @param filtered whether the rows are those that match a filter
   */
  InspectorView(ChartsModel model, TakeAlong takeAlong, BooleanSupplier filtered) {
    this.model = model;
    this.filtered = filtered;
    this.takeAlong = takeAlong;
    Views.load("InspectorView.fxml", this);
  }

  @FXML
  void initialize() {
    for (ChartKind each : model.kinds()) {
      MenuItem item = new MenuItem(each.label());
      item.setOnAction(_ -> model.add(each.on(model.columns(), null)));
      add.getItems().add(item);
    }
    add.setDisable(model.kinds().isEmpty());
    words.getChildren().setAll(annotations);
    kind.getItems().setAll(model.kinds().stream().map(ChartKind::label).toList());
    kind.valueProperty().addListener((_, _, chosen) -> changeKind(chosen));
    model.selected().subscribe(this::show);
  }

  /** {@return what is shown} */
  Node node() {
    return root;
  }

  /** Tells how copying or saving went. */
  void say(String text) {
    said.setText(text);
    if (!text.isEmpty() && root.getScene() != null) {
      reveal();
    }
  }

  /** Words that are farther down than the pane is high would be told to nobody. */
  private void reveal() {
    root.applyCss();
    root.layout();
    Node all = root.getContent();
    double seen = root.getViewportBounds().getHeight();
    double rest = all.getLayoutBounds().getHeight() - seen;
    Bounds place = all.sceneToLocal(said.localToScene(said.getLayoutBounds()));
    double top = root.getVvalue() * rest;
    if (rest > 0 && (place.getMinY() < top || place.getMaxY() > top + seen)) {
      root.setVvalue(Math.clamp((place.getMaxY() - seen) / rest, 0, 1));
    }
  }

  private void show(@Nullable ChartCard card) {
    if (shown != null) {
      shown.spec().removeListener(refresh);
      shown.state().removeListener(refresh);
    }
    shown = card;
    said.setText("");
    if (card != null) {
      card.spec().addListener(refresh);
      card.state().addListener(refresh);
    }
    fill();
  }

  private void fill() {
    ChartCard card = shown;
    choices.setVisible(card != null);
    origin.setText(card == null ? "No chart is selected." : words(card));
    if (card == null) {
      filled = null;
      return;
    }
    filling = true;
    ChartSpec spec = card.spec().get();
    if (!spec.equals(filled)) {
      filled = spec;
      kind.setValue(spec.kind().label());
      lay(ChartSpec.choices(spec, model.columns()));
      annotations.show(spec);
      definitions.setText(spec.definitions());
      mistake.setText("");
    }
    boolean ready = card.state().get() instanceof CardState.Ready;
    rows.setText(
        card.state().get() instanceof CardState.Ready done
            ? rowsOf(done.chart().exactness())
            : "…");
    for (Button button : List.of(copy, savePng, saveSvg, savePdf)) {
      button.setDisable(!ready);
    }
    filling = false;
  }

  private String words(ChartCard card) {
    return (card.sampled() ? "Over a sample of the rows" : "Over all rows")
        + (filtered.getAsBoolean() ? " that match the filter" : " of the table");
  }

  private static String rowsOf(String exactness) {
    int end = exactness.indexOf(';');
    return (end < 0 ? exactness : exactness.substring(0, end)).replace(" rows", "");
  }

  private void changeKind(String label) {
    ChartCard card = shown;
    if (filling || card == null) {
      return;
    }
    String column = card.spec().get().mainColumn();
    model.kinds().stream()
        .filter(each -> each.label().equals(label))
        .findFirst()
        .ifPresent(each ->
            card.show(AnnotatedSpec.of(card.spec().get()).on(each.on(model.columns(), column))));
  }

  /** Lays out a row per setting; the one that was just used keeps the focus. */
  private void lay(List<Setting> wanted) {
    Node focused = settings.getScene() == null ? null : settings.getScene().getFocusOwner();
    String used = focused == null ? null : focused.getId();
    boolean within = used != null && used.startsWith(SETTING);
    settings.getChildren().setAll(wanted.stream().map(this::row).toList());
    if (within) {
      Node again = settings.lookup("#" + used);
      if (again != null) {
        again.requestFocus();
      }
    }
  }

  private Node row(Setting setting) {
    Label name = new Label(setting.name());
    name.getStyleClass().add("chart-soft");
    name.setMinWidth(62);
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    Control control =
        switch (setting) {
          case Setting.OneOf choice -> choice(choice);
          case Setting.Amount number -> number(number);
          case Setting.Flag flag -> flag(flag);
        };
    // An identifier is what a style sheet and a test find it by: no spaces.
    control.setId(SETTING + setting.name().replaceAll("[^\\p{L}\\p{N}_-]", "-"));
    control.setAccessibleText("Chart's " + setting.name());
    Tip.setText(control, "Chart's " + setting.name());
    HBox row = new HBox(name, between, control);
    row.getStyleClass().add("chart-row");
    return row;
  }

  private Control choice(Setting.OneOf setting) {
    ComboBox<String> box = new ComboBox<>();
    box.getStyleClass().add("chart-choice");
    box.getItems().setAll(setting.options());
    box.setValue(setting.value());
    box.valueProperty()
        .addListener((_, _, chosen) -> {
          if (chosen != null) {
            change(setting.with().apply(chosen));
          }
        });
    return box;
  }

  private Control number(Setting.Amount setting) {
    TextField field = new TextField(plain(setting.value()));
    field.setPrefColumnCount(6);
    field.getStyleClass().add("chart-number");
    Fields.onTaken(field, () -> take(setting, field.getText()));
    return field;
  }

  private void take(Setting.Amount setting, String text) {
    double number = number(text);
    if (setting.fits(number)) {
      mistake.setText("");
      change(setting.with().apply(number));
    } else {
      mistake.setText(
          setting.whole()
              ? "%s must be a whole number from %s to %s."
                  .formatted(setting.name(), plain(setting.least()), plain(setting.most()))
              : "%s must be a number above %s.".formatted(setting.name(), plain(setting.least())));
    }
  }

  private Control flag(Setting.Flag setting) {
    CheckBox box = new CheckBox();
    box.setSelected(setting.value());
    box.setOnAction(_ -> change(setting.with().apply(box.isSelected())));
    return box;
  }

  private void change(ChartSpec wanted) {
    if (!filling && shown != null) {
      shown.show(wanted);
      // What was not taken, as the last of two columns, is shown as it is.
      if (wanted.equals(filled)) {
        filled = null;
        fill();
      }
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip().replace(",", ""));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  @FXML
  void copy() {
    takeAlong.copy(Objects.requireNonNull(shown));
  }

  @FXML
  void savePng() {
    takeAlong.savePng(Objects.requireNonNull(shown));
  }

  @FXML
  void saveSvg() {
    takeAlong.saveSvg(Objects.requireNonNull(shown));
  }

  @FXML
  void savePdf() {
    takeAlong.savePdf(Objects.requireNonNull(shown));
  }

  @FXML
  void remove() {
    model.remove(Objects.requireNonNull(shown));
  }
}
