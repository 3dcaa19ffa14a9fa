package org.shareexplorer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.settings.Folders;

class DashboardShelfTest {

  @TempDir private Path home = Path.of("");

  @Test
  void dashboardsAreKeptUnderNamesLikeTheirOwnAndListed() throws Exception {
    DashboardShelf shelf = new DashboardShelf(Folders.under(home));
    assertThat(shelf.all()).isEmpty();
    Path first = shelf.keep(new Dashboard("Sales / 2024: all?"));
    Path second = shelf.keep(new Dashboard("Sales 2024 all"));
    assertThat(first.getFileName()).hasToString("sales-2024-all.dashboard.json");
    assertThat(second.getFileName()).hasToString("sales-2024-all-2.dashboard.json");
    Path elsewhere = home.resolve("mine.json");
    DashboardFile.save(SampleDashboards.whole(), elsewhere);
    shelf.remember(elsewhere);
    shelf.remember(first);
    Files.writeString(first.resolveSibling("broken.dashboard.json"), "{");
    assertThat(new DashboardShelf(Folders.under(home)).all())
        .extracting(DashboardShelf.Kept::name)
        .containsExactlyInAnyOrder("Sales / 2024: all?", "Sales 2024 all", "Sales at a glance");
    Files.delete(elsewhere);
    assertThat(shelf.all()).hasSize(2);
  }

  @Test
  void aFileHoldsTheOldDashboardOrTheNewOneAndNothingIsLeftBeside() throws Exception {
    Path file = home.resolve("d.dashboard.json");
    DashboardFile.save(new Dashboard("old"), file);
    DashboardFile.save(SampleDashboards.whole(), file);
    assertThat(DashboardFile.read(file)).isEqualTo(SampleDashboards.whole());
    try (var all = Files.list(home)) {
      assertThat(all).containsExactly(file);
    }
    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> DashboardFile.save(new Dashboard("d"), home.resolve("no/such/d.json")))
                .problem()
                .code())
        .isEqualTo(ProblemCode.DISK);
  }

  @Test
  void whatCannotBeReadIsAProblemWithAReason() throws Exception {
    Path bytes = Files.write(home.resolve("b.json"), new byte[] {(byte) 0xff, (byte) 0xfe});
    for (Path file : new Path[] {home, home.resolve("none.json"), bytes}) {
      assertThat(
              catchThrowableOfType(ProblemException.class, () -> DashboardFile.read(file))
                  .problem()
                  .code())
          .isEqualTo(ProblemCode.DASHBOARD_UNREADABLE);
    }
  }
}
