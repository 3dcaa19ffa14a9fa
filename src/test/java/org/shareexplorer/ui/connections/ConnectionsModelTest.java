package org.shareexplorer.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.profile.ProfileDraft;
import org.shareexplorer.protocol.ListedAsset;
import org.shareexplorer.protocol.ListedAsset.Kind;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.headless.FakeServer;
import org.shareexplorer.ui.headless.FakeWorkspace;
import org.shareexplorer.ui.headless.FxTest;

class ConnectionsModelTest extends FxTest {

  private static final Problem UNREACHABLE =
      new Problem(ProblemCode.NETWORK_CONNECT, "The server could not be reached.", "", "");

  private final FakeWorkspace workspace = new FakeWorkspace();
  private final FakeServer server = workspace.connect("partner", null);
  private final Jobs jobs = new Jobs();
  private ConnectionsModel model =
      onFx(() -> new ConnectionsModel(workspace, new Background(jobs)));

  @BeforeEach
  void makeModel() {
    server
        .with("retail", "main", "customers", "sales")
        .with("retail", "empty")
        .with("taxi", "city", "trips");
  }

  @AfterEach
  void stopJobs() {
    jobs.close();
  }

  /** The lines as text: two blanks per step, names plain, notes in capitals. */
  private List<String> lines() {
    return onFx(() ->
        model.rows().stream()
            .map(row ->
                "  ".repeat(row.depth())
                    + (row.kind() == Row.Kind.ENTRY && row.entry() != null
                        ? row.entry().name()
                        : row.kind().name()))
            .toList());
  }

  private Entry entry(int row) {
    return Objects.requireNonNull(model.rows().get(row).entry());
  }

  private void reveal(String... path) {
    doFx(() -> model.reveal(new ConnectionId("partner"), path));
    until("loaded", () -> !model.busy());
  }

  @Test
  void asksForNothingUntilAPlaceIsOpened() {
    assertThat(lines()).containsExactly("partner");
    assertThat(server.asked).isEmpty();
  }

  @Test
  void whatIsNoTableStandsAfterTheTablesAndOpensNothing() {
    server.assets.add(new ListedAsset(Kind.VOLUME, "raw", Optional.of("Scans")));
    server.assets.add(new ListedAsset(Kind.MODEL, "churn", Optional.empty()));
    reveal("retail", "main");
    until("assets", () -> lines().contains("      churn"));
    assertThat(lines()).containsSubsequence("      customers", "      sales", "      raw");
    int row = lines().indexOf("      raw");
    doFx(() -> model.toggle(entry(row)));
    assertThat(lines()).containsSubsequence("      raw", "      churn", "  taxi");
    assertThat(onFx(model::loadedTables)).extracting(t -> t.table().table()).doesNotContain("raw");
    assertThat(AssetWords.of(Objects.requireNonNull(onFx(() -> entry(row)).asset)).text())
        .startsWith("Scans\nraw is a folder of files.");
    doFx(() -> model.filter().set("chu"));
    assertThat(lines()).contains("      churn").doesNotContain("      raw");
  }

  @Test
  void loadsWhatIsOpenedLevelByLevel() {
    reveal("retail", "main");
    assertThat(lines())
        .containsExactly(
            "partner",
            "  retail",
            "    main",
            "      customers",
            "      sales",
            "    empty",
            "  taxi");
    assertThat(server.asked)
        .containsExactly("shares", "schemas of retail", "tables of retail.main");
  }

  @Test
  void saysThatAPlaceIsEmpty() {
    reveal("retail", "empty");
    assertThat(lines()).contains("      EMPTY");
  }

  @Test
  void showsThatChildrenAreOnTheirWay() {
    List<String> atOnce =
        onFx(() -> {
          model.reveal(new ConnectionId("partner"));
          return model.rows().stream().map(row -> row.kind().name()).toList();
        });
    assertThat(atOnce).containsExactly("ENTRY", "LOADING");
  }

  @Test
  void showsAFailureInItsPlaceAndTriesAgain() {
    server.problem = UNREACHABLE;
    reveal();
    assertThat(lines()).containsExactly("partner", "  FAILED");
    server.problem = null;
    doFx(() -> model.refresh(entry(0)));
    until("loaded", () -> !model.busy());
    assertThat(lines()).containsExactly("partner", "  retail", "  taxi");
  }

  @Test
  void doesNotOpenAnExpiredConnectionUnasked() {
    workspace.connect("old", FakeWorkspace.NOW.minus(Duration.ofDays(1))).with("late", "main", "t");
    doFx(() -> model.reveal(new ConnectionId("old")));
    until("answered", () -> !model.busy());
    assertThat(lines()).containsExactly("partner", "old", "  EXPIRED");
    doFx(() -> model.tryAnyway(entry(1)));
    until("answered", () -> !model.busy());
    assertThat(lines()).containsExactly("partner", "old", "  late");
  }

  @Test
  void filtersWhatIsLoadedAndOffersTheRest() {
    reveal("retail", "main");
    doFx(() -> model.filter().set("TRIP"));
    assertThat(lines()).containsExactly("NO_MATCH", "SEARCH_ALL");
    doFx(model::searchAll);
    until("searched", () -> !model.busy());
    assertThat(lines()).containsExactly("partner", "  taxi", "    city", "      trips");
    assertThat(server.asked).contains("all tables of taxi");
    doFx(() -> model.filter().set(""));
    assertThat(lines()).contains("    empty", "      customers");
  }

  @Test
  void tellsWhenTheSearchCouldNotLookEverywhere() {
    doFx(() -> model.filter().set("trips"));
    server.problem = UNREACHABLE;
    doFx(model::searchAll);
    until("searched", () -> !model.busy());
    assertThat(lines()).containsExactly("partner", "  FAILED");
  }

  @Test
  void keepsWhatIsOpenWhenItIsRefreshed() {
    reveal("retail", "main");
    server.with("retail", "main", "returns");
    doFx(() -> model.refresh(entry(0)));
    until("loaded", () -> !model.busy());
    assertThat(lines()).contains("      customers", "      returns");
  }

  @Test
  void forgetsWhatAnOldCredentialCouldSee() {
    reveal("retail");
    workspace.rename(new ConnectionId("partner"), "friend");
    until("renamed", () -> entry(0).name().equals("friend"));
    assertThat(lines()).contains("  retail");
    workspace.replace(
        new ConnectionId("partner"), ProfileDraft.of("{}", "new.share"), Job.unattended());
    until("replaced", () -> model.rows().size() == 1);
    assertThat(lines()).containsExactly("friend");
  }

  @Test
  void holdsTenThousandTables() {
    server.with(
        "wide",
        "all",
        IntStream.range(0, 10_000).mapToObj(i -> "table_" + i).toArray(String[]::new));
    reveal("wide", "all");
    assertThat(lines()).hasSize(10_005);
    long began = System.nanoTime();
    for (String typed : List.of("t", "ta", "table_99", "table_9999", "")) {
      doFx(() -> model.filter().set(typed));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    assertThat(onFx(() -> model.loadedTables())).hasSize(10_000);
  }

  @Test
  void writesPythonThatNamesTheTable() {
    reveal("retail", "main");
    assertThat(onFx(() -> model.loadedTables().get(0).pythonSnippet()))
        .contains("delta_sharing.load_as_pandas(\"<path to config.share>#retail.main.customers\")");
  }
}
