package org.shareexplorer.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.BoxPlotSpec;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.HistogramQuestion.Scale;

/** The selected card's choices; changing one asks and draws again. */
final class InspectorView {

  private static final String NONE = "(none)";
  private static final String ROWS = "(rows)";
  private static final String COUNT = "count";
  private static final String WIDTH = "width";

  private final ChartsModel model;
  private final TakeAlong takeAlong;
  private boolean filling;
  private @Nullable ChartCard shown;
  private final InvalidationListener refresh = _ -> fill();

  @FXML private ScrollPane root;
  @FXML private MenuButton add;
  @FXML private Label origin;
  @FXML private VBox choices;
  @FXML private ComboBox<String> kind;
  @FXML private ComboBox<String> value;
  @FXML private ComboBox<String> group;
  @FXML private ComboBox<String> time;
  @FXML private ComboBox<String> bucket;
  @FXML private ComboBox<String> aggregate;
  @FXML private ComboBox<String> cut;
  @FXML private ComboBox<String> scale;
  @FXML private TextField amount;
  @FXML private CheckBox density;
  @FXML private HBox groupRow;
  @FXML private HBox timeRow;
  @FXML private HBox bucketRow;
  @FXML private HBox aggregateRow;
  @FXML private HBox cutRow;
  @FXML private HBox scaleRow;
  @FXML private HBox amountRow;
  @FXML private HBox densityRow;
  @FXML private HBox outliersRow;
  @FXML private Label rows;
  @FXML private Label mistake;
  @FXML private Button copy;
  @FXML private Button savePng;
  @FXML private Button saveSvg;
  @FXML private Label said;
  @FXML private Label definitions;

  InspectorView(ChartsModel model, TakeAlong takeAlong) {
    this.model = model;
    this.takeAlong = takeAlong;
    Views.load("InspectorView.fxml", this);
  }

  @FXML
  void initialize() {
    for (String name : model.kinds()) {
      MenuItem item = new MenuItem(name);
      item.setOnAction(_ -> model.add(model.ofKind(name, null)));
      add.getItems().add(item);
    }
    add.setDisable(model.kinds().isEmpty());
    kind.getItems().setAll(model.kinds());
    bucket.getItems().setAll(lower(Bucket.values()));
    aggregate.getItems().setAll(lower(Aggregate.values()));
    cut.getItems().setAll(COUNT, WIDTH);
    scale.getItems().setAll("linear", "log");
    time.getItems().setAll(model.times());
    group.getItems().add(NONE);
    group.getItems().addAll(model.groups());
    on(kind, name -> change(card -> model.ofKind(name, columnOf(card))));
    for (ComboBox<String> box : List.of(value, group, time, bucket, aggregate, scale)) {
      on(box, _ -> change(_ -> chosen()));
    }
    on(
        cut,
        _ -> {
          amount.setText(cut.getValue().equals(COUNT) ? "30" : roundWidth());
          change(_ -> chosen());
        });
    density.setOnAction(_ -> change(_ -> chosen()));
    amount.setOnAction(_ -> change(_ -> chosen()));
    amount
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            change(_ -> chosen());
          }
        });
    model.selected().subscribe(this::show);
  }

  /** {@return what is shown} */
  Node node() {
    return root;
  }

  /** Tells how copying or saving went. */
  void say(String text) {
    said.setText(text);
  }

  private void on(ComboBox<String> box, Consumer<String> action) {
    box.valueProperty()
        .addListener((_, _, chosen) -> {
          if (!filling && chosen != null) {
            action.accept(chosen);
          }
        });
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
    origin.setText(card == null ? "No chart is selected." : "Over all rows of the table");
    if (card == null) {
      return;
    }
    filling = true;
    ChartSpec spec = card.spec().get();
    kind.setValue(spec.kind());
    value.getItems().setAll(model.values());
    show(groupRow, spec instanceof BoxPlotSpec);
    show(outliersRow, spec instanceof BoxPlotSpec);
    show(timeRow, spec instanceof TimeSeriesSpec);
    show(bucketRow, spec instanceof TimeSeriesSpec);
    show(aggregateRow, spec instanceof TimeSeriesSpec);
    show(cutRow, spec instanceof HistogramSpec);
    show(amountRow, spec instanceof HistogramSpec);
    show(densityRow, spec instanceof HistogramSpec);
    show(scaleRow, !(spec instanceof TimeSeriesSpec));
    switch (spec) {
      case HistogramSpec histogram -> {
        value.setValue(histogram.column());
        Double width = histogram.binWidth();
        cut.setValue(width == null ? COUNT : WIDTH);
        amount.setText(width == null ? String.valueOf(histogram.bins()) : plain(width));
        scale.setValue(histogram.scale() == Scale.LOG ? "log" : "linear");
        density.setSelected(histogram.density());
      }
      case BoxPlotSpec boxes -> {
        value.setValue(boxes.column());
        group.setValue(Objects.requireNonNullElse(boxes.group(), NONE));
        scale.setValue(boxes.scale() == Scale.LOG ? "log" : "linear");
      }
      case TimeSeriesSpec series -> {
        value.getItems().addFirst(ROWS);
        value.setValue(Objects.requireNonNullElse(series.value(), ROWS));
        time.setValue(series.time());
        bucket.setValue(series.bucket().name().toLowerCase(Locale.ROOT));
        aggregate.setValue(series.aggregate().name().toLowerCase(Locale.ROOT));
      }
    }
    definitions.setText(spec.definitions());
    mistake.setText("");
    boolean ready = card.state().get() instanceof CardState.Ready;
    rows.setText(
        card.state().get() instanceof CardState.Ready done
            ? rowsOf(done.chart().exactness())
            : "…");
    for (Button button : List.of(copy, savePng, saveSvg)) {
      button.setDisable(!ready);
    }
    filling = false;
  }

  private static String rowsOf(String exactness) {
    int end = exactness.indexOf(';');
    return (end < 0 ? exactness : exactness.substring(0, end)).replace(" rows", "");
  }

  private void change(java.util.function.Function<ChartCard, @Nullable ChartSpec> wanted) {
    ChartCard card = shown;
    if (filling || card == null) {
      return;
    }
    ChartSpec spec = wanted.apply(card);
    if (spec != null) {
      mistake.setText("");
      card.show(spec);
    }
  }

  /** {@return what the controls say, or null if it makes no sense, which is then told} */
  private @Nullable ChartSpec chosen() {
    Scale axis = "log".equals(scale.getValue()) ? Scale.LOG : Scale.LINEAR;
    String column = value.getValue();
    return switch (kind.getValue()) {
      case "Histogram" -> chosenHistogram(column, axis);
      case "Box plot" -> {
        String by = group.getValue();
        yield new BoxPlotSpec(column, by == null || by.equals(NONE) ? null : by, 10, axis);
      }
      default -> {
        boolean ofRows = column.equals(ROWS);
        yield new TimeSeriesSpec(
            time.getValue(),
            Bucket.valueOf(bucket.getValue().toUpperCase(Locale.ROOT)),
            ofRows
                ? Aggregate.COUNT
                : Aggregate.valueOf(aggregate.getValue().toUpperCase(Locale.ROOT)),
            ofRows ? null : column);
      }
    };
  }

  private @Nullable ChartSpec chosenHistogram(String column, Scale axis) {
    boolean byWidth = WIDTH.equals(cut.getValue());
    double number = number();
    boolean sensible =
        number > 0
            && Double.isFinite(number)
            && (byWidth || (number == Math.rint(number) && number <= 1000));
    if (!sensible) {
      mistake.setText(
          byWidth
              ? "The width must be a number above 0."
              : "The number of bins must be a whole number from 1 to 1,000.");
      return null;
    }
    return new HistogramSpec(
        column, byWidth ? 30 : (int) number, byWidth ? number : null, axis, density.isSelected());
  }

  private double number() {
    try {
      return Double.parseDouble(amount.getText().strip().replace(",", ""));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** {@return a width that makes about as many bins as there are now} */
  private String roundWidth() {
    if (shown != null
        && shown.state().get() instanceof CardState.Ready ready
        && ready.chart() instanceof org.shareexplorer.chart.HistogramChart histogram
        && histogram.answer().edges().size() > 1) {
      List<Double> edges = histogram.answer().edges();
      boolean log = histogram.spec().scale() == Scale.LOG;
      double width = log ? Math.log10(edges.get(1) / edges.get(0)) : edges.get(1) - edges.get(0);
      if (width > 0) {
        return plain(
            new java.math.BigDecimal(width).round(new java.math.MathContext(1)).doubleValue());
      }
    }
    return "1";
  }

  private static String plain(double number) {
    return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static @Nullable String columnOf(ChartCard card) {
    return switch (card.spec().get()) {
      case HistogramSpec histogram -> histogram.column();
      case BoxPlotSpec boxes -> boxes.column();
      case TimeSeriesSpec series -> series.value();
    };
  }

  private static void show(Node row, boolean visible) {
    row.setVisible(visible);
    row.setManaged(visible);
  }

  private static List<String> lower(Enum<?>[] values) {
    return new ArrayList<>(
        Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList());
  }

  @FXML
  void copy() {
    if (shown != null) {
      takeAlong.copy(shown);
    }
  }

  @FXML
  void savePng() {
    if (shown != null) {
      takeAlong.savePng(shown);
    }
  }

  @FXML
  void saveSvg() {
    if (shown != null) {
      takeAlong.saveSvg(shown);
    }
  }

  @FXML
  void remove() {
    if (shown != null) {
      model.remove(shown);
    }
  }
}
