package org.shareexplorer.ui.profile;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shareexplorer.engine.ColumnProfile;
import org.shareexplorer.engine.Figure;
import org.shareexplorer.engine.Measure;
import org.shareexplorer.engine.ProfileWords;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.ValueCount;
import org.shareexplorer.table.filter.Predicate;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.profile.ProfileState.Work;
import org.shareexplorer.ui.table.SizeText;

/** One column in full: its type, its figures, how its values are spread, and how that is known. */
public final class ColumnInspector extends VBox {

  private static final double BARS = 72;

  private final Ui ui;
  private final ColumnProfiles profiles;
  private final Label title = new Label();
  private final Label type = new Label();
  private final Label comment = new Label();
  private final ProfileBars bars = new ProfileBars();
  private final Label pointed = new Label();
  private final GridPane figures = new GridPane();
  private final VBox values = new VBox();
  private final Label basis = new Label();
  private final Label trouble = new Label();
  private final ProgressIndicator busy = new ProgressIndicator();
  private final Button step = new Button();
  private final Button draw = new Button("Chart this column");
  private final Button copy = new Button("Copy figures");
  private final Consumer<Predicate> only;
  private int column = -1;

  /** The bar under the pointer or reached by the keyboard; -1 for none. */
  private int bar = -1;

  /**
   * An inspector that is still empty.
   *
   * @param chart draws a column
   * @param only leaves the rows that match
   */
  public ColumnInspector(
      Ui ui, ColumnProfiles profiles, Consumer<Field> chart, Consumer<Predicate> only) {
    this.ui = ui;
    this.profiles = profiles;
    this.only = only;
    getStyleClass().add("column-inspector");
    title.getStyleClass().add("column-inspector-title");
    title.setMnemonicParsing(false);
    type.getStyleClass().add("column-inspector-type");
    comment.getStyleClass().add("column-inspector-comment");
    pointed.getStyleClass().add("column-inspector-pointed");
    basis.getStyleClass().add("column-inspector-basis");
    trouble.getStyleClass().add("column-inspector-trouble");
    for (Label words : List.of(title, type, comment, basis, trouble)) {
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
    }
    bars.setMinHeight(BARS);
    bars.setPrefHeight(BARS);
    bars.setMouseTransparent(false);
    bars.setPickOnBounds(true);
    bars.setOnMouseMoved(e -> point(bars.at(e.getX()).orElse(-1)));
    bars.setOnMouseExited(_ -> point(-1));
    bars.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY) {
        point(bars.at(e.getX()).orElse(-1));
        choose();
      }
    });
    bars.setFocusTraversable(true);
    bars.setAccessibleRole(AccessibleRole.BUTTON);
    bars.setOnKeyPressed(this::pressed);
    bars.focusedProperty().subscribe(focused -> point(focused ? Math.max(0, bar) : -1));
    Tip.setText(bars, "Click a bar to show only its rows (keyboard: arrows, then Enter)");
    figures.getStyleClass().add("column-inspector-figures");
    ColumnConstraints names = new ColumnConstraints();
    ColumnConstraints numbers = new ColumnConstraints();
    numbers.setHgrow(Priority.ALWAYS);
    numbers.setHalignment(HPos.RIGHT);
    figures.getColumnConstraints().addAll(names, numbers);
    values.getStyleClass().add("column-inspector-values");
    busy.setMaxSize(16, 16);
    HBox known = new HBox(8, busy, basis);
    known.setAlignment(Pos.TOP_LEFT);
    HBox.setHgrow(basis, Priority.ALWAYS);
    step.setOnAction(_ -> step());
    draw.setOnAction(_ -> chart.accept(state().field()));
    copy.setOnAction(_ -> copy());
    FlowPane buttons = new FlowPane(8, 8, step, draw, copy);
    VBox list =
        new VBox(title, type, comment, bars, pointed, figures, values, known, trouble, buttons);
    list.getStyleClass().add("column-inspector-list");
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
    profiles.revision().subscribe(this::fill);
    ui.zone().subscribe(this::fill);
  }

  private ProfileState state() {
    return profiles.state(column);
  }

  /** Shows a column, by its place in the table. */
  public void show(int wanted) {
    if (column != wanted) {
      column = wanted;
      point(-1);
      fill();
    }
  }

  /** {@return the column shown, by its place in the table; -1 before one is} */
  public int column() {
    return column;
  }

  private void point(int at) {
    bar = at < bars.count() ? at : -1;
    bars.mark(bar);
    pointed.setText(bar < 0 ? " " : bars.words(bar, words()));
    bars.setAccessibleText("Values, as bars. " + pointed.getText().strip());
  }

  private void pressed(KeyEvent e) {
    switch (e.getCode()) {
      case LEFT -> point(Math.max(0, bar - 1));
      case RIGHT -> point(Math.min(bars.count() - 1, bar + 1));
      case HOME -> point(0);
      case END -> point(bars.count() - 1);
      case ENTER, SPACE -> choose();
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void choose() {
    state().known().flatMap(profile -> BarCondition.of(profile, bar)).ifPresent(only);
  }

  private ProfileWords words() {
    return new ProfileWords(ui.zone().get());
  }

  private void fill() {
    if (column < 0) {
      return;
    }
    ProfileState state = state();
    Field field = state.field();
    title.setText(field.name());
    type.setText(field.type().text() + (field.nullable() ? "" : " · never null"));
    told(comment, field.comment().orElse(""));
    bars.show(state.profile());
    bars.mark(bar);
    boolean barred = bars.count() > 0;
    shown(bars, barred);
    shown(pointed, barred);
    figures.getChildren().clear();
    values.getChildren().clear();
    state.known().ifPresent(this::tell);
    shown(busy, state.work() != Work.NONE);
    basis.setText(
        state.known().map(ProfileWords::basis).orElse("No figures yet.")
            + (state.work() == Work.NONE ? "" : " Computing…"));
    told(trouble, troubled(state));
    boolean busyNow = state.work() != Work.NONE;
    step.setText(
        busyNow
            ? "Stop"
            : sampled(state)
                ? "Use a sample"
                : failedAtFirst(state) ? "Try again" : exactly(state.bytes()));
    shown(step, busyNow || !state.ofAllRows());
    shown(draw, field.type().numeric() || field.type().temporal());
    shown(copy, state.known().filter(profile -> !profile.figures().isEmpty()).isPresent());
  }

  private static boolean sampled(ProfileState state) {
    return state.tooLarge() && !state.fromData();
  }

  private static String troubled(ProfileState state) {
    if (state.problem() == null) {
      return "";
    }
    return state.problem().sentence()
        + (!state.tooLarge()
            ? ""
            : sampled(state)
                ? " A sample of its rows needs far less memory."
                : " The figures shown are of a sample; those of all rows need more memory.");
  }

  private static boolean failedAtFirst(ProfileState state) {
    return state.problem() != null && !state.fromData();
  }

  private static String exactly(OptionalLong bytes) {
    return bytes.isPresent() && bytes.getAsLong() > 0
        ? "Compute exactly: about " + SizeText.of(bytes.getAsLong()) + " to fetch"
        : "Compute exactly";
  }

  private void tell(ColumnProfile profile) {
    ProfileWords words = words();
    int row = 0;
    for (Measure measure : Measure.values()) {
      Figure figure = profile.figures().get(measure);
      if (figure == null || (measure == Measure.NOT_NUMBERS && figure.value().equals(0L))) {
        continue;
      }
      Label name = new Label(measure.label());
      name.getStyleClass().add("column-inspector-measure");
      name.setMinWidth(Region.USE_PREF_SIZE);
      Label value = new Label(words.text(figure, measure));
      value.getStyleClass().addAll("column-inspector-figure", "mono");
      value.setAccessibleText(measure.label() + " " + value.getText());
      figures.addRow(row++, name, value);
    }
    if (!profile.top().isEmpty() && profile.bins().isEmpty()) {
      Label head = new Label("Most frequent values");
      head.getStyleClass().add("column-inspector-section");
      values.getChildren().add(head);
      long all = counted(profile);
      profile
          .top()
          .forEach(value -> values.getChildren().add(line(profile.field(), value, all, words)));
    }
  }

  /** How many rows the counts of values are of. */
  private static long counted(ColumnProfile profile) {
    return profile.basis() instanceof ColumnProfile.Basis.Sample(long rows, var _, var _)
        ? rows
        : profile.figure(Measure.ROWS).map(figure -> (Long) figure.value()).orElse(0L);
  }

  private HBox line(Field field, ValueCount value, long all, ProfileWords words) {
    String text = words.value(value.value());
    Button name = new Button(text.isEmpty() ? "(empty)" : text.replace('\n', ' '));
    Tip.setText(name, "Show only rows with this value");
    name.setAccessibleText("Only rows with " + words.top(value));
    name.setOnAction(_ -> only.accept(BarCondition.of(field, value)));
    name.setMnemonicParsing(false);
    name.setMinWidth(0);
    name.getStyleClass().add("column-inspector-value");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label count = new Label(ProfileWords.count(value.rows()));
    count.getStyleClass().addAll("column-inspector-figure", "mono");
    count.setMinWidth(Region.USE_PREF_SIZE);
    Label share =
        new Label(all <= 0 ? "" : ProfileWords.share(Math.min(1, value.rows() / (double) all)));
    share.getStyleClass().add("column-inspector-share");
    share.setMinWidth(58);
    share.setAlignment(Pos.CENTER_RIGHT);
    HBox line = new HBox(8, name, gap, count, share);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static void told(Label label, String words) {
    label.setText(words);
    shown(label, !words.isEmpty());
  }

  private static void shown(javafx.scene.Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  private void step() {
    if (state().work() != Work.NONE) {
      profiles.stop(column);
    } else if (sampled(state())) {
      profiles.sample(column);
    } else if (failedAtFirst(state())) {
      profiles.retry(column);
    } else {
      profiles.askAll(column);
    }
  }

  private void copy() {
    state()
        .known()
        .ifPresent(
            profile -> ui.desktop().copy(state().field().name() + "\n" + words().all(profile)));
  }
}
