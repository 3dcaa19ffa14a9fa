package org.shareexplorer.ui.connections;

import java.text.NumberFormat;
import java.time.InstantSource;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.ui.fx.FindOut;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Tip;

/** Draws one line of the sidebar. */
final class RowCell extends ListCell<Row> {

  private static final double STEP = 16;

  private final ConnectionsView view;
  private final InstantSource clock;

  RowCell(ConnectionsView view, InstantSource clock) {
    this.view = view;
    this.clock = clock;
    getStyleClass().add("row-cell");
    // The words shorten, never the list: without this a long name brings a scroll bar.
    setPrefWidth(0);
    setOnMouseClicked(click -> {
      Row row = getItem();
      if (row != null && click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
        view.clicked(row, click.getClickCount());
      }
    });
    // Made when it is wanted: there are many rows, and few menus are opened.
    setOnContextMenuRequested(asked -> {
      Row row = getItem();
      if (row != null && row.kind() == Row.Kind.ENTRY && row.entry() != null) {
        view.menu(row.entry()).show(this, asked.getScreenX(), asked.getScreenY());
        asked.consume();
      }
    });
  }

  @Override
  protected void updateItem(@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    Tip.setText(this, "");
    getStyleClass().remove("note-row");
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    if (row.kind() == Row.Kind.ENTRY && row.entry() != null) {
      setGraphic(entry(row, row.entry()));
    } else {
      getStyleClass().add("note-row");
      setGraphic(note(row));
    }
    if (getScene() != null) {
      // Rows are filled while the list is laid out: what is new in them would be drawn once without
      // its colours, and that picture stays for as long as the window is busy.
      applyCss();
      layout();
    }
  }

  private HBox line(int depth, Node... parts) {
    HBox line = new HBox(6, parts);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setPadding(new Insets(0, 0, 0, depth * STEP));
    return line;
  }

  private Node entry(Row row, Entry entry) {
    Label name = new Label(entry.name());
    name.getStyleClass().add("row-name");
    name.setMinWidth(20);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    StringBuilder spoken = new StringBuilder(entry.name());
    HBox line;
    if (entry.kind == Entry.Kind.TABLE) {
      line = line(row.depth(), Icon.TABLE.node("faint"), name, gap);
      spoken.append(", table");
      Tip.setText(this, entry.table().table().text());
    } else if (entry.asset != null) {
      AssetWords words = AssetWords.of(entry.asset);
      name.getStyleClass().add("faint");
      line = line(row.depth(), words.icon().node("faint"), name, gap);
      spoken.append(", ").append(words.kind()).append(", cannot be opened here");
      Tip.setText(this, words.text());
    } else {
      StackPane arrow = new StackPane((entry.open ? Icon.OPENED : Icon.CLOSED).node("faint"));
      arrow.setMinWidth(16);
      line = line(row.depth(), arrow, name, gap);
      spoken
          .append(", ")
          .append(entry.kind.name().toLowerCase(Locale.ROOT))
          .append(entry.open ? ", open" : ", closed");
      Tip.setText(this, entry.kind == Entry.Kind.CONNECTION ? about(entry) : entry.name());
    }
    if (entry.kind == Entry.Kind.CONNECTION) {
      ExpiryWords.of(entry.connection, clock.instant())
          .ifPresent(expiry -> {
            line.getChildren().add(badge(expiry));
            spoken.append(", ").append(expiry.words());
          });
    } else if (entry.kind == Entry.Kind.SCHEMA && entry.state == Entry.State.LOADED) {
      String count = NumberFormat.getIntegerInstance().format(entry.children.size());
      Label label = new Label(count);
      label.getStyleClass().add("row-count");
      label.setMinWidth(Region.USE_PREF_SIZE);
      line.getChildren().add(label);
      spoken.append(", ").append(count).append(" tables");
    }
    if (entry.state == Entry.State.LOADING && !entry.children.isEmpty()) {
      line.getChildren().add(spinner());
    }
    setAccessibleText(spoken.toString());
    return line;
  }

  private String about(Entry entry) {
    Connection connection = entry.connection;
    StringBuilder text = new StringBuilder(connection.name());
    text.append('\n').append(connection.endpoint());
    text.append('\n').append("Credential: ").append(connection.kind().words());
    if (!connection.id().equals(ConnectionId.DEMO)) {
      ExpiryWords.of(connection, clock.instant())
          .ifPresent(expiry -> text.append(", ").append(expiry.words()));
      text.append('\n').append(connection.protection().sentence());
    }
    return text.toString();
  }

  private static Label badge(ExpiryWords expiry) {
    Label badge = new Label(expiry.badge());
    badge.getStyleClass().add("badge");
    badge.setMinWidth(Region.USE_PREF_SIZE);
    switch (expiry.tone()) {
      case PLAIN -> {}
      case SOON -> badge.getStyleClass().add("warn");
      case PAST -> badge.getStyleClass().add("danger");
    }
    return badge;
  }

  private static Node spinner() {
    ProgressIndicator spinner = new ProgressIndicator();
    spinner.setPrefSize(13, 13);
    spinner.setMinSize(13, 13);
    spinner.setMaxSize(13, 13);
    return spinner;
  }

  private Node note(Row row) {
    Entry entry = row.entry();
    int depth = row.depth();
    return switch (row.kind()) {
      case LOADING -> line(depth, spinner(), words("Loading…"));
      case SEARCHING -> line(depth, spinner(), words("Loading all tables…"));
      case EMPTY -> line(depth, words(entry == null ? "" : nothing(entry)));
      case NO_MATCH -> line(depth, words("Nothing that is loaded matches."));
      case SEARCH_ALL -> line(depth, link("Search all tables", row));
      case FAILED -> failed(depth, row, entry == null ? null : entry.problem);
      case EXPIRED -> expired(depth, row, entry == null ? null : entry.problem);
      case ENTRY -> throw new IllegalStateException("not a note");
    };
  }

  private static String nothing(Entry entry) {
    return switch (entry.kind) {
      case CONNECTION -> "Nothing is shared here yet.";
      case SHARE -> "No schemas.";
      case SCHEMA, TABLE, ASSET -> "No tables.";
    };
  }

  private Label words(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("row-note");
    setAccessibleText(text);
    return label;
  }

  private Hyperlink link(String text, Row row) {
    Hyperlink link = new Hyperlink(text);
    link.setMinWidth(Region.USE_PREF_SIZE);
    // Enter on the line does the same.
    link.setFocusTraversable(false);
    link.setOnAction(e -> view.act(row));
    setAccessibleText(text);
    return link;
  }

  private Node failed(int depth, Row row, @Nullable Problem problem) {
    String what = problem == null ? "This did not work." : problem.what();
    Label label = words(what);
    label.setMinWidth(20);
    HBox line = line(depth, Icon.WARNING.node("danger"), label);
    // The words need the room.
    Hyperlink again = link("", row);
    again.setGraphic(Icon.REFRESH.node("accent"));
    again.setAccessibleText("Try again");
    Tip.setText(again, "Try again");
    line.getChildren().add(again);
    if (problem != null && row.entry() != null && FindOut.helpsWith(problem.code())) {
      Entry entry = row.entry();
      Hyperlink findOut = new Hyperlink("Why?");
      findOut.setAccessibleText("Find out why…");
      Tip.setText(findOut, "Find out why…");
      findOut.setMinWidth(Region.USE_PREF_SIZE);
      findOut.setFocusTraversable(false);
      findOut.setOnAction(e -> view.findOut(entry));
      line.getChildren().add(findOut);
    }
    if (problem != null) {
      Tip.setText(this, problem.sentence());
    }
    setAccessibleText((problem == null ? what : problem.sentence()) + " Enter tries again.");
    return line;
  }

  private Node expired(int depth, Row row, @Nullable Problem problem) {
    Label label = words("Expired.");
    Hyperlink replace = new Hyperlink("Replace file…");
    replace.setMinWidth(Region.USE_PREF_SIZE);
    replace.setFocusTraversable(false);
    replace.setOnAction(e -> view.replace(row));
    HBox line = line(depth, Icon.WARNING.node("warn"), label, link("Try anyway", row), replace);
    String sentence = problem == null ? "The token has expired." : problem.sentence();
    Tip.setText(this, sentence);
    // After its parts, which say less.
    setAccessibleText(sentence + " Enter tries it anyway.");
    return line;
  }
}
