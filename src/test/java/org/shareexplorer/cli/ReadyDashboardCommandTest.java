package org.shareexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.DashboardFile;
import org.shareexplorer.dashboard.Tile;

class ReadyDashboardCommandTest extends OverDemoShare {

  private static CliRun run(Path out, String... arguments) {
    return command(
        Stream.concat(
                Stream.of("dashboard", "ready", "--out", out.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  @Test
  void theDashboardIsAFileAndWhatItIsMadeOfIsTold() throws Exception {
    Path file = folder.resolve("retail.dashboard.json");
    CliRun run = run(file, "--stats");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("Customers: external_retail.retail.customers", "  Amount: total_amount")
        .doesNotContain("For want of");
    Dashboard dashboard = DashboardFile.read(file);
    assertThat(dashboard.tables()).containsOnlyKeys("customers", "sales_transactions");
    assertThat(dashboard.tiles()).hasSize(29);
    assertThat(Files.readString(file)).doesNotContain("http", "oken", "provider");
    // It may have been changed by hand since.
    CliRun again = run(file);
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("is there already");
    assertThat(run(file, "--overwrite").exitCode()).isZero();
  }

  @Test
  void otherColumnsMayBeChosenOrNone() {
    Path file = folder.resolve("other.dashboard.json");
    CliRun run = run(file, "--role", "amount=unit_price", "--role", "product=");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("  Amount: unit_price")
        .contains("For want of a column for “Product”");
    assertThat(DashboardFile.read(file).tiles())
        .extracting(Tile::heading)
        .doesNotContain("Top 10 products by revenue")
        .contains("Some of it is missing");
  }

  @Test
  void aRoleOrColumnThatCannotBeIsRefused() {
    Path file = folder.resolve("none.dashboard.json");
    assertThat(run(file, "--role", "price=unit_price").err()).contains("no role price");
    CliRun run = run(file, "--role", "amount=product_name");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("No column product_name of the sales' table can be the amount.");
    assertThat(file).doesNotExist();
  }
}
