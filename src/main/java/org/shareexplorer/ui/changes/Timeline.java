package org.shareexplorer.ui.changes;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shareexplorer.engine.ChangeCounts;
import org.shareexplorer.engine.ChangeKind;
import org.shareexplorer.table.TimeText;
import org.shareexplorer.ui.fx.Tip;

/** How many rows each version changed, as a row of stacked bars; one of them can be chosen. */
final class Timeline extends VBox {

  /** More bars than these would be too thin to be hit: neighbours then share one. */
  private static final int MOST_BARS = 120;

  private static final double HEIGHT = 64;
  private static final double LEAST = 2;

  private final HBox bars = new HBox(3);
  private final Consumer<Bar> onChosen;

  /**
   * Some versions that follow each other.
   *
   * @param counts what they changed together; its time is that of the last one
   */
  record Bar(long first, long last, ChangeCounts counts) {}

  /**
   * @param onChosen gets the bar that was chosen; with a range of all versions if none is
   */
  Timeline(Consumer<Bar> onChosen) {
    this.onChosen = onChosen;
    getStyleClass().add("changes-timeline");
    bars.setAlignment(Pos.BOTTOM_LEFT);
    ScrollPane scroll = new ScrollPane(bars);
    scroll.setFitToHeight(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setMinHeight(HEIGHT + 42);
    getChildren().add(scroll);
  }

  /** Shows counts, oldest first, and marks the versions that are looked at. */
  void show(List<ChangeCounts> counts, long first, long last, ZoneId zone) {
    List<Bar> found = bars(counts);
    long most = found.stream().mapToLong(bar -> bar.counts().total()).max().orElse(1);
    bars.getChildren()
        .setAll(
            found.stream()
                .map(bar -> {
                  ToggleButton button = button(bar, most, zone);
                  button.setSelected(first == bar.first() && last == bar.last());
                  return button;
                })
                .toList());
  }

  /** {@return the bars of some versions} */
  static List<Bar> bars(List<ChangeCounts> counts) {
    int together = Math.ceilDiv(Math.max(1, counts.size()), MOST_BARS);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < counts.size(); i += together) {
      List<ChangeCounts> some = counts.subList(i, Math.min(counts.size(), i + together));
      ChangeCounts end = some.getLast();
      bars.add(
          new Bar(
              some.getFirst().version(),
              end.version(),
              new ChangeCounts(
                  end.version(),
                  end.timestamp(),
                  some.stream().mapToLong(ChangeCounts::inserted).sum(),
                  some.stream().mapToLong(ChangeCounts::updated).sum(),
                  some.stream().mapToLong(ChangeCounts::deleted).sum())));
    }
    return bars;
  }

  private ToggleButton button(Bar bar, long most, ZoneId zone) {
    VBox stack = new VBox();
    stack.setAlignment(Pos.BOTTOM_CENTER);
    stack.setMinHeight(HEIGHT);
    stack.setPrefHeight(HEIGHT);
    for (ChangeKind kind : ChangeKind.values()) {
      long rows = bar.counts().of(kind);
      if (rows > 0) {
        Region part = new Region();
        part.getStyleClass().addAll("changes-part", kind.text());
        double height = Math.max(LEAST, HEIGHT * rows / most);
        part.setMinHeight(Math.min(height, HEIGHT - 2 * LEAST));
        part.setPrefWidth(22);
        stack.getChildren().add(part);
      }
    }
    Label number =
        new Label(
            bar.first() == bar.last()
                ? Long.toString(bar.first())
                : bar.first() + "–" + bar.last());
    number.getStyleClass().addAll("faint", "small");
    VBox content = new VBox(3, stack, number);
    content.setAlignment(Pos.BOTTOM_CENTER);
    ToggleButton button = new ToggleButton("", content);
    button.getStyleClass().add("changes-bar");
    String words = words(bar, zone);
    button.setAccessibleText(words);
    Tip.setText(button, words.replace(": ", "\n").replace(", ", "\n"));
    button.setOnAction(
        e -> onChosen.accept(button.isSelected() ? bar : new Bar(0, Long.MAX_VALUE, bar.counts())));
    return button;
  }

  /** {@return a bar in words} */
  static String words(Bar bar, ZoneId zone) {
    String versions =
        bar.first() == bar.last()
            ? "Version " + bar.first()
            : "Versions " + bar.first() + " to " + bar.last();
    String time =
        bar.counts().timestamp().isPresent()
            ? ", "
                + TimeText.shown(Instant.ofEpochMilli(bar.counts().timestamp().getAsLong()), zone)
            : "";
    return versions
        + time
        + ": "
        + Stream.of(ChangeKind.values())
            .map(kind -> String.format(Locale.ROOT, "%,d %s", bar.counts().of(kind), kind.text()))
            .collect(Collectors.joining(", "));
  }
}
