package org.shareexplorer.ui.activity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.shareexplorer.net.activity.Asker;
import org.shareexplorer.net.activity.Outcome;
import org.shareexplorer.workspace.Workspace;

/** What narrows the activity down: a text, a connection, a kind, an outcome, a time. */
final class FilterLine extends HBox {

  private static final String ALL = "All connections";

  private final ActivityModel model;
  private final TextField text = new TextField();
  private final ComboBox<String> connection = new ComboBox<>();
  private final ComboBox<Choice<Asker.Kind>> kind = new ComboBox<>();
  private final ComboBox<Choice<Outcome>> outcome = new ComboBox<>();
  private final ComboBox<Choice<Duration>> latest = new ComboBox<>();

  /** A choice of a filter; no value stands for all. */
  private record Choice<T>(String words, Optional<T> value) {
    @Override
    public String toString() {
      return words;
    }
  }

  FilterLine(Workspace workspace, ActivityModel model) {
    super(8);
    this.model = model;
    text.setPromptText("Filter by address, connection, request id, status");
    text.setAccessibleText("Filter the activity");
    text.setPrefWidth(340);
    connection.getItems().setAll(ALL);
    connection.setValue(ALL);
    connection.setAccessibleText("Connection");
    connection.setOnShowing(e -> {
      String chosen = connection.getValue();
      List<String> names =
          Stream.concat(
                  workspace.connections().stream().map(each -> each.name()),
                  model.connections().stream())
              .distinct()
              .sorted()
              .toList();
      connection.getItems().setAll(Stream.concat(Stream.of(ALL), names.stream()).toList());
      connection.setValue(chosen);
    });
    choices(kind, "Kind", "All kinds", List.of(Asker.Kind.values()), ActivityWords::kind);
    choices(outcome, "Outcome", "All outcomes", List.of(Outcome.values()), Outcome::words);
    choices(
        latest,
        "Time",
        "All times",
        List.of(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7)),
        back ->
            back.toDays() > 1
                ? "Last 7 days"
                : back.toHours() > 1
                    ? "Last 24 hours"
                    : back.toMinutes() > 5 ? "Last hour" : "Last 5 minutes");
    text.textProperty().subscribe(now -> filter());
    for (ComboBox<?> box : List.of(connection, kind, outcome, latest)) {
      box.valueProperty().subscribe(now -> filter());
    }
    getChildren().addAll(text, connection, kind, outcome, latest);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("activity-filters");
  }

  private static <T> void choices(
      ComboBox<Choice<T>> box, String name, String all, List<T> values, Function<T, String> words) {
    Choice<T> every = new Choice<>(all, Optional.empty());
    box.getItems().add(every);
    values.forEach(
        value -> box.getItems().add(new Choice<>(words.apply(value), Optional.of(value))));
    box.setValue(every);
    box.setAccessibleText(name);
  }

  private void filter() {
    if (latest.getValue() == null) {
      return;
    }
    String name = connection.getValue();
    model
        .filter()
        .set(
            new ActivityFilter(
                text.getText(),
                name == null || name.equals(ALL) ? Optional.empty() : Optional.of(name),
                kind.getValue().value(),
                outcome.getValue().value(),
                latest.getValue().value()));
  }

  /** Puts the keyboard into the text. */
  void focus() {
    text.requestFocus();
  }
}
