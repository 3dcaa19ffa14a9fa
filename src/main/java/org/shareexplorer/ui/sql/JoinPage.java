package org.shareexplorer.ui.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shareexplorer.engine.sql.Join;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.settings.OpenPages.OpenPage;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.shell.TabContent;

/**
 * Joins tables without SQL being written: picks tables and keys, counts what matches, and says how
 * many rows there will be before anything is joined. FX thread only.
 */
final class JoinPage implements TabContent {

  private final Ui ui;
  private final SqlDesk desk;
  private final LeftJoin first;
  private final Consumer<String> onRun;
  private final Consumer<String> onSql;
  private final TableListing listing;
  private final List<JoinCard> cards = new ArrayList<>();
  private final VBox list = new VBox(12);
  private final ListingNotes notes;
  private final Button more = new Button("Join another table");
  private final JoinCounting counting;
  private final Label clashes = new Label();
  private final Button run = new Button("Run the join");
  private final Button sql = new Button("Open in SQL");
  private final TextArea text = new TextArea();
  private final BorderPane root = new BorderPane();
  private final SimpleObjectProperty<List<String>> status = new SimpleObjectProperty<>(List.of());
  private List<SqlTable> tables = List.of();
  private Runnable onChange = () -> {};

  /** Whether the keyboard is to be here as soon as there is something to be done. */
  private boolean wanted;

  /**
   * A page.
   *
   * @param first what to begin with
   * @param onRun runs a query on a page of its own
   * @param onSql opens a page with a query, to be changed
   */
  JoinPage(Ui ui, SqlDesk desk, LeftJoin first, Consumer<String> onRun, Consumer<String> onSql) {
    this.ui = ui;
    this.desk = desk;
    this.first = first;
    this.onRun = onRun;
    this.onSql = onSql;
    listing = new TableListing(ui, desk, this::listed);
    notes = new ListingNotes(ui, listing);
    counting = new JoinCounting(ui, desk, cards);
    build();
    listing.follow();
  }

  /** Shows what there is to choose from by now; those who are slow are waited for meanwhile. */
  private void listed() {
    tables = listing.tables();
    boolean here = wanted || notes.isFocusWithin();
    notes.tell();
    if (!cards.isEmpty()) {
      cards.forEach(card -> card.offer(tables));
    } else if (!tables.isEmpty()) {
      begin(here);
    }
  }

  private void begin(boolean here) {
    wanted = false;
    more.setDisable(false);
    for (int i = 0; i < Math.max(2, first.parts().size()); i++) {
      add();
    }
    for (int i = 0; i < first.parts().size(); i++) {
      cards.get(i).choose(first.parts().get(i));
    }
    if (here) {
      cards.getFirst().begin();
    }
  }

  private void build() {
    Label title = new Label("Join tables");
    title.getStyleClass().add("sheet-title");
    Label words =
        Sheet.words(
            "Pick two or more tables, of different connections too. Keys are suggested; how many"
                + " rows match is counted over all rows before the join is run.");
    more.setOnAction(e -> {
      add();
      cards.getLast().begin();
    });
    more.setMinWidth(Region.USE_PREF_SIZE);
    run.getStyleClass().add("accent");
    run.setMinWidth(Region.USE_PREF_SIZE);
    Tip.setText(run, "Run the join; its rows open in a tab of their own");
    run.setOnAction(e -> join().ifPresent(join -> onRun.accept(join.sql())));
    sql.setMinWidth(Region.USE_PREF_SIZE);
    sql.setOnAction(e -> join().ifPresent(join -> onSql.accept(join.sql())));
    clashes.getStyleClass().addAll("soft", "small");
    clashes.setWrapText(true);
    clashes.setMinHeight(Region.USE_PREF_SIZE);
    text.setEditable(false);
    text.getStyleClass().add("join-sql");
    text.setPrefRowCount(9);
    text.setAccessibleText("The join as SQL");
    text.visibleProperty().bind(text.textProperty().isNotEmpty());
    clashes.managedProperty().bind(clashes.textProperty().isNotEmpty());
    HBox.setHgrow(counting, Priority.ALWAYS);
    HBox actions = new HBox(8, counting, sql, run);
    actions.setAlignment(Pos.CENTER_LEFT);
    more.setDisable(true);
    VBox page = new VBox(14, title, words, notes, list, more, actions, clashes, text);
    page.getStyleClass().add("join-page");
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("join-scroll");
    root.setCenter(scroll);
    root.getStyleClass().add("sql-page");
    changed();
  }

  private void add() {
    JoinCard card = new JoinCard(ui, desk, tables, cards, this::changed);
    cards.add(card);
    list.getChildren().add(card);
    offerRemoval();
    changed();
  }

  /** Only the last can go, as those after one may have keys of it; two there must be. */
  private void offerRemoval() {
    for (JoinCard card : cards) {
      boolean last = cards.size() > 2 && card.equals(cards.getLast());
      card.removable(last ? this::removeLast : null);
    }
  }

  private void removeLast() {
    JoinCard last = cards.removeLast();
    last.close();
    more.requestFocus();
    list.getChildren().remove(last);
    offerRemoval();
    changed();
  }

  private Optional<Join> join() {
    Completion names = new Completion(tables, Map.of(), List.of());
    List<Join.Side> sides = new ArrayList<>();
    for (JoinCard card : cards) {
      Optional<Join.Side> side = card.side(names);
      // A table at the end that is not chosen yet does not count.
      if (side.isEmpty() && (sides.size() < 2 || !card.label().isEmpty())) {
        return Optional.empty();
      }
      side.ifPresent(sides::add);
    }
    return sides.size() < 2 ? Optional.empty() : Optional.of(new Join(sides));
  }

  private void changed() {
    onChange.run();
    Optional<Join> now = join();
    run.setDisable(now.isEmpty());
    sql.setDisable(now.isEmpty());
    text.setText(now.map(Join::sql).orElse(""));
    clashes.setText(now.map(JoinPage::clashes).orElse(""));
    now.ifPresentOrElse(
        counting::count,
        () ->
            counting.none(
                tables.isEmpty() ? "" : "Choose tables and the columns that belong together."));
  }

  /** Names that two tables have are told apart by the table's name. */
  private static String clashes(Join join) {
    String renamed =
        join.columns().stream()
            .filter(Join.Column::renamed)
            .map(column ->
                join.sides().get(column.side()).label()
                    + "."
                    + column.field().name()
                    + " as "
                    + column.name())
            .collect(Collectors.joining(", "));
    return renamed.isEmpty() ? "" : "Names that occur twice: " + renamed + ".";
  }

  @Override
  public Node node() {
    return root;
  }

  private LeftJoin left() {
    return cards.isEmpty()
        ? first
        : new LeftJoin(cards.stream().flatMap(card -> card.left().stream()).toList());
  }

  @Override
  public Optional<OpenPage> kept() {
    return Optional.of(left().page());
  }

  @Override
  public String about() {
    return left().about();
  }

  @Override
  public void onChange(Runnable action) {
    onChange = action;
  }

  @Override
  public String title() {
    return "Join";
  }

  @Override
  public ObservableValue<List<String>> status() {
    return status;
  }

  @Override
  public void focus() {
    wanted = cards.isEmpty();
    if (!wanted) {
      cards.getFirst().begin();
    }
  }

  @Override
  public void showScreen(String title) {}

  @Override
  public void close() {
    listing.close();
    counting.close();
    cards.forEach(JoinCard::close);
  }
}
