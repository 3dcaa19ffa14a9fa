package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.provider.delta.DeltaTable;
import org.shareexplorer.provider.demo.Oracle;

/** A way through the demo's sales, beside DuckDB over the same files. */
abstract class SalesJourney extends Journey {

  static Oracle oracle() throws Exception {
    Oracle oracle = new Oracle();
    try (var folders = Files.walk(demoData, 4)) {
      Path place =
          folders
              .filter(path -> path.endsWith("retail/sales_transactions"))
              .findFirst()
              .orElseThrow();
      oracle.view("sales", place, new DeltaTable(place).latestVersion());
    }
    return oracle;
  }

  List<String> column(String name) {
    List<String> values = new ArrayList<>();
    cells().values().forEach(row -> values.add(String.valueOf(row.get(name)).replace(",", "")));
    return values;
  }

  static List<String> texts(Oracle oracle, String sql) throws Exception {
    return oracle.rows(sql).stream().map(row -> String.valueOf(row.getFirst())).toList();
  }

  void sees(Oracle oracle, String rest) throws Exception {
    settle();
    List<String> shown = column("transaction_id");
    assertThat(shown).hasSizeGreaterThan(5);
    assertThat(texts(oracle, "SELECT transaction_id FROM sales " + rest))
        .startsWith(shown.toArray(String[]::new));
  }

  void openSales() {
    Button demo = find(window.scene, "#open-demo", Button.class);
    doFx(demo::fire);
    await("the tables are listed", () -> tree().size() > 5);
    open(ConnectionId.DEMO, "external_retail", "retail", "sales_transactions");
    awaitRow(1);
    settle();
    // Without a window on the screen there are no popups.
    doFx(() -> {
      ((Stage) window.scene.getWindow()).show();
      front().focus();
    });
  }

  /** How many conditions stand above the rows. */
  int chips() {
    return onFx(() -> window.scene.getRoot().lookupAll(".filter-chip").size());
  }
}
