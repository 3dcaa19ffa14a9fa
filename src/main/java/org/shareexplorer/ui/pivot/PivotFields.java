package org.shareexplorer.ui.pivot;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.sql.Pivot;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.fx.Tip;

/** The fields of a pivot: rows, columns, values. FX thread only. */
final class PivotFields extends ScrollPane {

  private static final int COLUMNS = 10;
  private static final int MOST_COLUMNS = 100;
  private static final Pivot.Value COUNT = new Pivot.Value(Aggregate.COUNT, Optional.empty());

  private final List<Field> fields;
  private final List<Field> keys;
  private final List<Field> heads;
  private final Runnable changed;
  private final VBox rows = new VBox(4);
  private final VBox across = new VBox(4);
  private final VBox values = new VBox(4);
  private final HBox number = new HBox(6);
  private final Spinner<Integer> most = new Spinner<>(1, MOST_COLUMNS, COLUMNS);
  private final Button sql = new Button("Open in SQL");
  private final Button dashboard = new Button("Add to a dashboard…");
  private boolean filling;

  /**
   * No fields chosen yet.
   *
   * @param changed called when something else is wanted
   * @param onSql opens what is shown as a query
   * @param onDashboard puts what is shown on a dashboard
   */
  PivotFields(List<Field> fields, Runnable changed, Runnable onSql, Runnable onDashboard) {
    this.fields = fields;
    this.changed = changed;
    keys =
        fields.stream()
            .filter(field -> !field.type().nested() && field.type() != Simple.BINARY)
            .toList();
    heads =
        keys.stream().filter(f -> f.type() != Simple.FLOAT && f.type() != Simple.DOUBLE).toList();
    getStyleClass().addAll("edge-to-edge", "chart-inspector-scroll");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setPrefWidth(292);
    setMinWidth(240);
    Label title = new Label("Pivot");
    title.getStyleClass().add("chart-heading");
    most.setEditable(true);
    most.setPrefWidth(76);
    most.getEditor().setAccessibleText("How many columns at most");
    most.setAccessibleText("How many columns at most");
    Tip.setText(most, "How many columns at most, those with the most rows");
    most.valueProperty().addListener((_, _, _) -> tell());
    number.getChildren().setAll(Controls.quiet("at most"), most, Controls.quiet("columns"));
    number.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    Tip.setText(sql, "Open this pivot as a query, to be changed");
    sql.setOnAction(_ -> onSql.run());
    Tip.setText(dashboard, "Put this pivot on a dashboard, which asks for its figures anew");
    dashboard.setOnAction(_ -> onDashboard.run());
    Button addRow = add("Add a row field", () -> addRow(next()).begin());
    addRow.setDisable(keys.isEmpty());
    VBox all =
        new VBox(
            4,
            title,
            Controls.heading("Rows"),
            rows,
            addRow,
            Controls.heading("Columns"),
            across,
            number,
            Controls.heading("Values"),
            values,
            add("Add a value", () -> addValue(likely()).begin()),
            actions(),
            Controls.heading("How it is computed"),
            Controls.quiet(
                "Every figure is computed over all rows, exactly; so are those of all groups"
                    + " together. Rows without a value are a group of their own. Nulls, NaN and"
                    + " infinities are left out of figures, except where different values are"
                    + " counted. Deviations are a sample's (n − 1), medians interpolate; weeks"
                    + " begin on Monday."));
    all.getStyleClass().add("chart-inspector");
    setContent(all);
    begin(new Pivot(List.of(), Optional.empty(), List.of(COUNT), ZoneId.of("UTC")));
  }

  private Node actions() {
    FlowPane actions = new FlowPane(6, 6, sql, dashboard);
    actions.getStyleClass().add("chart-actions");
    return actions;
  }

  private static Button add(String words, Runnable action) {
    Button button = new Button(words);
    button.getStyleClass().add("chart-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /** Says whether what is shown can be asked for again, as a query or on a dashboard. */
  void goesOn(boolean can) {
    for (Button way : List.of(sql, dashboard)) {
      way.setVisible(can);
      way.setManaged(can);
    }
  }

  /** Has fields stand here, as far as the table has them, without telling. */
  void begin(Pivot pivot) {
    filling = true;
    rows.getChildren().clear();
    values.getChildren().clear();
    pivot.rows().stream()
        .filter(key -> keys.contains(key.field()))
        .forEach(key -> addRow(Optional.of(key)));
    Optional<Pivot.Across> head = pivot.across().filter(one -> heads.contains(one.key().field()));
    across
        .getChildren()
        .setAll(
            new KeyRow("Column field", heads, head.map(Pivot.Across::key), true, this::tell, null));
    most.getValueFactory().setValue(head.map(Pivot.Across::most).orElse(COLUMNS));
    pivot.values().stream()
        .filter(value -> value.field().map(fields::contains).orElse(true))
        .forEach(this::addValue);
    filling = false;
    number.setVisible(head.isPresent());
    number.setManaged(head.isPresent());
  }

  /** The likeliest row field that is not there yet: words before days, numbers last. */
  private Optional<Pivot.Key> next() {
    List<Field> taken =
        rows.getChildren().stream()
            .flatMap(row -> ((KeyRow) row).key().stream())
            .map(Pivot.Key::field)
            .toList();
    return keys.stream()
        .filter(field -> !taken.contains(field))
        .min(
            Comparator.comparingInt(field ->
                field.type() == Simple.STRING || field.type() == Simple.BOOLEAN
                    ? 0
                    : field.type().numeric() ? 2 : 1))
        .map(field -> new Pivot.Key(field, Optional.empty()));
  }

  private KeyRow addRow(Optional<Pivot.Key> first) {
    KeyRow[] row = new KeyRow[1];
    row[0] =
        new KeyRow(
            "Row field",
            keys,
            first,
            false,
            this::tell,
            () -> {
              rows.getChildren().remove(row[0]);
              tell();
            });
    rows.getChildren().add(row[0]);
    tell();
    return row[0];
  }

  private ValueRow addValue(Pivot.Value first) {
    ValueRow[] row = new ValueRow[1];
    row[0] =
        new ValueRow(
            fields,
            first,
            this::tell,
            () -> {
              values.getChildren().remove(row[0]);
              tell();
            });
    values.getChildren().add(row[0]);
    tell();
    return row[0];
  }

  /** {@return the likeliest figure that is not there yet} */
  private Pivot.Value likely() {
    return Likely.values(fields).stream()
        .filter(value -> !values().contains(value))
        .findFirst()
        .orElse(COUNT);
  }

  private void tell() {
    boolean split = !across.getChildren().isEmpty() && across().isPresent();
    number.setVisible(split);
    number.setManaged(split);
    if (!filling) {
      changed.run();
    }
  }

  private List<Pivot.Value> values() {
    return values.getChildren().stream().map(row -> ((ValueRow) row).value()).toList();
  }

  private Optional<Pivot.Across> across() {
    return ((KeyRow) across.getChildren().getFirst())
        .key()
        .map(key -> new Pivot.Across(key, most.getValue()));
  }

  /** {@return what is chosen; without values, rows are counted} */
  Pivot pivot(ZoneId zone) {
    List<Pivot.Value> wanted = values();
    return new Pivot(
        rows.getChildren().stream().flatMap(row -> ((KeyRow) row).key().stream()).toList(),
        across(),
        wanted.isEmpty() ? List.of(COUNT) : wanted,
        zone);
  }
}
