package org.shareexplorer.ui.dashboard.retail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.dashboard.retail.Candidate;
import org.shareexplorer.dashboard.retail.Part;
import org.shareexplorer.dashboard.retail.Role;
import org.shareexplorer.dashboard.retail.Shape;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;

/** Asks which tables hold customers and sales, and which of their columns mean what. */
final class RolesSheet {

  private static final double WIDE = 370;
  private static final double WORDS = 150;
  private static final double HIGH = 84;

  private final Overlay overlay;
  private final RolesModel model;
  private final Consumer<Shape> then;
  private final Map<Part, ComboBox<Optional<Candidate>>> tables = new EnumMap<>(Part.class);
  private final Map<Role, ComboBox<Optional<Field>>> columns = new EnumMap<>(Role.class);
  private final Label missing = Sheet.words("");

  /** Whether what the boxes show is nothing that a person has chosen. */
  private boolean filling = true;

  private RolesSheet(Overlay overlay, RolesModel model, Consumer<Shape> then) {
    this.overlay = overlay;
    this.model = model;
    this.then = then;
  }

  /**
   * Shows the sheet.
   *
   * @param words what it is about
   * @param then gets what was chosen
   */
  static RolesSheet show(Overlay overlay, String words, RolesModel model, Consumer<Shape> then) {
    RolesSheet sheet = new RolesSheet(overlay, model, then);
    sheet.show(words);
    return sheet;
  }

  private void show(String words) {
    HBox parts = new HBox(24);
    for (Part part : Part.values()) {
      parts.getChildren().add(part(part));
    }
    ScrollPane lacks = new ScrollPane(missing);
    lacks.setFitToWidth(true);
    lacks.setMinHeight(HIGH);
    lacks.setPrefHeight(HIGH);
    lacks.getStyleClass().add("edge-to-edge");
    missing.setId("retail-missing");
    Sheet sheet = new Sheet("Retail dashboard", Sheet.words(words), parts, lacks);
    sheet.getStyleClass().add("retail-sheet");
    sheet.button("Cancel", overlay::close);
    Button open =
        sheet.button(
            "Open the dashboard",
            () -> {
              overlay.close();
              then.accept(model.shape().get());
            });
    open.setId("retail-open");
    open.setDefaultButton(true);
    fill();
    open.setDisable(!model.enough());
    model.shape().subscribe(now -> open.setDisable(now.tables().isEmpty()));
    overlay.show(sheet, Pos.CENTER, Objects.requireNonNull(tables.get(Part.CUSTOMERS)));
  }

  private VBox part(Part part) {
    VBox box = new VBox(8);
    box.setPrefWidth(WIDE);
    ComboBox<Optional<Candidate>> table =
        choice(
            "retail-" + part.name().toLowerCase(java.util.Locale.ROOT),
            part.words(),
            RolesSheet::named);
    table.valueProperty().subscribe(value -> chosen(() -> model.choose(part, orNone(value))));
    tables.put(part, table);
    Label head = new Label(part.words());
    head.getStyleClass().add("card-title");
    head.setLabelFor(table);
    box.getChildren().addAll(head, table);
    for (Role role : Role.values()) {
      if (role.part() == part) {
        box.getChildren().add(line(role));
      }
    }
    return box;
  }

  private HBox line(Role role) {
    ComboBox<Optional<Field>> column =
        choice(
            "retail-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
            role.words(),
            field -> field.name() + "  " + field.type().text());
    column.valueProperty().subscribe(value -> chosen(() -> model.choose(role, orNone(value))));
    columns.put(role, column);
    Label label = new Label(role.words());
    label.getStyleClass().add("soft");
    label.setMinWidth(WORDS);
    label.setPrefWidth(WORDS);
    label.setLabelFor(column);
    HBox.setHgrow(column, Priority.ALWAYS);
    HBox line = new HBox(8, label, column);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static String named(Candidate table) {
    return table.table().name().text()
        + table.table().connection().map(name -> " · " + name).orElse("");
  }

  private static <T> ComboBox<Optional<T>> choice(
      String id, String what, Function<T, String> words) {
    ComboBox<Optional<T>> box = new ComboBox<>();
    box.setId(id);
    box.setAccessibleText(what);
    box.setMinWidth(80);
    box.setPrefWidth(80);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          @SuppressWarnings("NullableOptional") // A box begins without a value.
          public String toString(@Nullable Optional<T> value) {
            return orNone(value).map(words).orElse("(none)");
          }

          @Override
          public Optional<T> fromString(String text) {
            throw new UnsupportedOperationException("Choices are not typed.");
          }
        });
    return box;
  }

  @SuppressWarnings("NullableOptional") // A box begins without a value.
  private static <T> Optional<T> orNone(@Nullable Optional<T> value) {
    return value == null ? Optional.empty() : value;
  }

  private void chosen(Runnable choosing) {
    if (!filling) {
      choosing.run();
      fill();
    }
  }

  /** Shows what is chosen now, and what there is to choose. */
  void fill() {
    filling = true;
    Shape shape = model.shape().get();
    tables.forEach((part, box) -> fill(box, model.tables(), shape.table(part)));
    columns.forEach((role, box) -> {
      fill(box, model.columns(role), shape.column(role));
      box.setDisable(shape.table(role.part()).isEmpty());
    });
    String lacks = model.missing();
    missing.setText(
        lacks.isBlank() ? "Nothing is missing: the dashboard will be complete." : lacks);
    filling = false;
  }

  private static <T> void fill(ComboBox<Optional<T>> box, List<T> options, Optional<T> value) {
    List<Optional<T>> all = new ArrayList<>();
    all.add(Optional.empty());
    options.forEach(option -> all.add(Optional.of(option)));
    if (!box.getItems().equals(all)) {
      box.getItems().setAll(all);
    }
    box.setValue(value);
  }
}
