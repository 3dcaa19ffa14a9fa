package org.shareexplorer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;

/** Dashboards that are taken along. */
class DashboardDocumentTest {

  @TempDir Path folder;

  private static DashboardDocument document() {
    Dashboard dashboard = new Dashboard("Words");
    List<TileOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      dashboard = dashboard.with(new Tile(new TextContent("Tile " + i)));
      outcomes.add(
          new TileOutcome.Answered(
              new TileAnswer(new Shown.Said("Tile " + i), "", false, List.of())));
    }
    return new DashboardDocument(
        new PagePicture(dashboard, outcomes, ZoneId.of("UTC")), ChartTheme.LIGHT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page.pdf", "page.html", "page.png"})
  void drawingThatIsCancelledLeavesNoHalfFileAndTheOneThereUnharmed(String name) throws Exception {
    Path there = folder.resolve("there-" + name);
    Files.writeString(there, "before");
    for (Path file : List.of(folder.resolve(name), there)) {
      CompletableFuture<Running<Path>> itself = new CompletableFuture<>();
      List<Double> drawn = new ArrayList<>();
      try (Jobs jobs = new Jobs()) {
        Running<Path> running =
            jobs.start(job -> {
              document()
                  .save(
                      file,
                      job.retold(progress -> {
                        drawn.add(progress.fraction());
                        if (progress.fraction() >= 0.5) {
                          itself.join().cancel();
                        }
                      }));
              return file;
            });
        itself.complete(running);
        assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
      }
      assertThat(drawn).last().satisfies(now -> assertThat(now).isBetween(0.5, 0.9));
    }
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(there);
    }
    assertThat(there).hasContent("before");
    document().save(there, Job.unattended());
    assertThat(Files.size(there)).isGreaterThan(1_000);
  }
}
