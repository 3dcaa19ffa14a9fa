package org.shareexplorer.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.dashboard.Content;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.Source;
import org.shareexplorer.dashboard.TableReference;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.ui.fx.TileWanted.Origin;

class NewTileTest {

  private static final SqlTable OURS = table("Ours", "shop");
  private static final SqlTable THEIRS = table("Theirs", "shop");

  private final Jobs jobs = new Jobs();
  private final Questions questions = new Questions(jobs);
  private final SqlQueries queries = new SqlQueries(jobs, questions);

  @AfterEach
  void close() {
    queries.close();
    questions.close();
    jobs.close();
  }

  private static SqlTable table(String connection, String share) {
    return new SqlTable(connection, new TableName(share, "retail", "sales"));
  }

  private static TableReference reference(SqlTable table) {
    return new TableReference(Optional.of(table.connection()), table.name(), OptionalLong.empty());
  }

  private Dashboard put(Dashboard dashboard, String sql, SqlTable... tables) {
    NewTile tile = new NewTile(new Origin.OfQuery(sql, List.of(tables)), null, "");
    Map<SqlTable, String> names = tile.renamed(dashboard);
    return (names.isEmpty() ? tile : tile.renamed(names, queries, Job.unattended())).on(dashboard);
  }

  private static String sql(Dashboard dashboard) {
    return dashboard.tiles().getLast().content() instanceof Content.OfRows of
            && of.source() instanceof Source.OfQuery(String sql)
        ? sql
        : "";
  }

  @Test
  void aQueryStaysAsItIsWhereItsTablesKeepTheirNames() {
    String sql = "SELECT count(*) FROM shop.retail.sales";
    Dashboard with = put(new Dashboard("d"), sql, OURS);
    assertThat(sql(with)).isEqualTo(sql);
    assertThat(with.tables()).containsExactly(Map.entry("sales", reference(OURS)));
    assertThat(sql(put(with, sql, OURS))).isEqualTo(sql);
  }

  @Test
  void aTableIsNotMistakenForAnotherOneThatTheDashboardCallsTheSame() {
    Dashboard with = new Dashboard("d").knowing(reference(OURS)).dashboard();
    Dashboard now = put(with, "SELECT sales.amount, t.id FROM sales, shop.retail.sales t", THEIRS);
    assertThat(sql(now)).isEqualTo("SELECT sales.amount, t.id FROM sales_2 AS sales, sales_2 t");
    assertThat(now.tables())
        .containsExactly(
            Map.entry("sales", reference(OURS)), Map.entry("sales_2", reference(THEIRS)));
  }

  @Test
  void twoTablesOfAQueryThatAreCalledTheSameAreTwoOnADashboard() {
    Dashboard now =
        put(
            new Dashboard("d"),
            "SELECT * FROM \"Ours\".shop.retail.sales JOIN \"Theirs\".shop.retail.sales AS other"
                + " USING (id)",
            OURS,
            THEIRS);
    assertThat(sql(now)).isEqualTo("SELECT * FROM sales AS sales JOIN sales_2 AS other USING (id)");
  }
}
