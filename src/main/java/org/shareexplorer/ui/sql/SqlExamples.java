package org.shareexplorer.ui.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.ui.fx.Ui;

/** Stands where a result will: what can be asked, with queries that run on the demo share. */
final class SqlExamples extends VBox {

  private static final List<Map.Entry<String, String>> EXAMPLES =
      List.of(
          Map.entry(
              "Revenue by segment",
              """
              SELECT c.customer_segment,
                     count(*) AS sales,
                     sum(s.total_amount) AS revenue,
                     round(avg(s.total_amount), 2) AS mean
              FROM %1$s s
              JOIN %2$s c USING (customer_id)
              GROUP BY ALL
              ORDER BY revenue DESC\
              """),
          Map.entry(
              "Revenue by month",
              """
              SELECT date_trunc('month', transaction_date)::DATE AS month,
                     sum(total_amount) AS revenue
              FROM %1$s
              GROUP BY ALL
              ORDER BY month\
              """),
          Map.entry(
              "Best customers",
              """
              SELECT c.customer_name, c.country, sum(s.total_amount) AS revenue
              FROM %1$s s
              JOIN %2$s c ON c.customer_id = s.customer_id
              GROUP BY ALL
              ORDER BY revenue DESC
              LIMIT 10\
              """));

  SqlExamples(Ui ui, Consumer<String> onRun, Runnable onJoin) {
    getStyleClass().add("sql-examples");
    Label title = new Label("Ask all your tables in SQL");
    title.getStyleClass().add("sheet-title");
    Label words =
        new Label(
            "Write share.schema.table, or the table's name alone where there is only one of it."
                + " Ctrl+Space proposes tables, columns and functions; Ctrl+Enter runs the query."
                + " Only the columns that a query needs are fetched. Queries read and change"
                + " nothing, and reach neither files nor the network.");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.getStyleClass().add("soft");
    getChildren().addAll(title, words);
    Optional<Connection> demo =
        ui.workspace().connections().stream()
            .filter(c -> c.id().equals(ConnectionId.DEMO))
            .findFirst();
    if (demo.isPresent()) {
      FlowPane examples = new FlowPane(8, 8);
      for (Map.Entry<String, String> example : EXAMPLES) {
        Button button = new Button(example.getKey());
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> onRun.accept(written(example.getValue(), demo.get(), ui)));
        examples.getChildren().add(button);
      }
      Label offer = new Label("Try one on the demo share:");
      offer.getStyleClass().add("soft");
      getChildren().addAll(offer, examples);
    }
    Hyperlink join = new Hyperlink("Join tables without writing SQL…");
    join.setOnAction(e -> onJoin.run());
    getChildren().add(join);
  }

  private static String written(String example, Connection demo, Ui ui) {
    Function<String, String> table =
        name ->
            ui.workspace().connections().size() == 1
                ? name
                : new SqlTable(demo.name(), new TableName("external_retail", "retail", name))
                    .fullSql();
    return example.formatted(table.apply("sales_transactions"), table.apply("customers"));
  }
}
