package org.shareexplorer.ui.details;

import java.util.List;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.fx.View;
import org.shareexplorer.ui.table.TableScreen;

/** What a table is made of: its columns as a tree, and facts, properties and files beside them. */
public final class DetailsScreen implements TableScreen {

  private final Ui ui;
  private final OpenTable table;
  private DetailsModel model;
  private final ReadOnlyObjectWrapper<List<String>> status = new ReadOnlyObjectWrapper<>(List.of());
  private final PauseTransition quiet = new PauseTransition(Duration.seconds(4));

  @FXML private SplitPane root;
  @FXML private TextField search;
  @FXML private Label said;
  @FXML private TreeTableView<SchemaNode> schema;
  @FXML private TreeTableColumn<SchemaNode, String> column;
  @FXML private TreeTableColumn<SchemaNode, String> type;
  @FXML private TreeTableColumn<SchemaNode, String> nullable;
  @FXML private TreeTableColumn<SchemaNode, String> comment;
  @FXML private VBox facts;

  /** The details of a table; nothing needs to be loaded. */
  public DetailsScreen(Ui ui, OpenTable table) {
    this.ui = ui;
    this.table = table;
    model = new DetailsModel(table);
    View.load(this);
    text(column, node -> node.partition() ? node.name() + "  · partition" : node.name());
    text(type, SchemaNode::typeText);
    text(nullable, node -> node.nullable() ? "" : "never null");
    text(comment, SchemaNode::comment);
    type.getStyleClass().add("mono-column");
    Label none = new Label("No column holds these words.");
    none.getStyleClass().add("faint");
    schema.setPlaceholder(none);
    quiet.setOnFinished(e -> said.setText(""));
    search.textProperty().subscribe(_ -> fill());
  }

  private void describe() {
    facts.getChildren().clear();
    section("Table", new FactList(model.facts()));
    if (!model.properties().isEmpty()) {
      section("Properties", new FactList(model.properties()));
    }
    section("Files", new FactList(model.fileFacts()));
    if (model.fileCount() > 0) {
      facts.getChildren().add(new FileTable(model.files()));
    }
    if (model.fileCount() > DetailsModel.MOST_FILES) {
      Label more =
          new Label("The first " + DetailsModel.MOST_FILES + " files, in the provider's order.");
      more.getStyleClass().addAll("faint", "small");
      facts.getChildren().add(more);
    }
  }

  private void section(String title, Node content) {
    Label label = new Label(title);
    label.getStyleClass().add("details-section");
    facts.getChildren().addAll(label, content);
  }

  private static void text(
      TreeTableColumn<SchemaNode, String> column, Function<SchemaNode, String> words) {
    column.setSortable(false);
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(words.apply(row.getValue().getValue())));
  }

  private void fill() {
    TreeItem<SchemaNode> all = new TreeItem<>();
    List<SchemaNode> found = model.columns(search.getText());
    found.forEach(node -> all.getChildren().add(item(node, !search.getText().isBlank())));
    schema.setRoot(all);
    status.set(List.of(found.size() + (found.size() == 1 ? " column" : " columns")));
  }

  private static TreeItem<SchemaNode> item(SchemaNode node, boolean open) {
    TreeItem<SchemaNode> item = new TreeItem<>(node);
    node.parts().forEach(part -> item.getChildren().add(item(part, open)));
    item.setExpanded(open);
    return item;
  }

  @FXML
  private void copyDdl() {
    copy(model.ddl(), "Copied as DDL.");
  }

  @FXML
  private void copyJson() {
    copy(model.json(), "Copied as JSON.");
  }

  private void copy(String text, String words) {
    ui.desktop().copy(text);
    said.setText(words);
    quiet.playFromStart();
  }

  @Override
  public String title() {
    return "Details";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public boolean filtered() {
    return false;
  }

  @Override
  public void shown() {
    if (facts.getChildren().isEmpty()) {
      describe();
    }
    search.requestFocus();
  }

  @Override
  public void completed() {
    model = new DetailsModel(table);
    if (!facts.getChildren().isEmpty()) {
      describe();
    }
  }

  @Override
  public ObservableValue<List<String>> status() {
    return status.getReadOnlyProperty();
  }

  @Override
  public void close() {
    quiet.stop();
  }
}
