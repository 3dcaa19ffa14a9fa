package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.ui.fx.Notice;
import org.shareexplorer.ui.tour.ShellTour;
import org.shareexplorer.ui.tour.TourModel;

/** The tour, on the window that people have. */
class TourJourneyTest extends Journey {

  @Test
  void everyStopOfTheTourSettlesWithoutAProblem() {
    TourModel tour = onFx(() -> ShellTour.ofDemo(window.ui, window.view));
    int stops = 0;
    while (true) {
      int[] calm = {0};
      await(
          tour.step().title(),
          () -> {
            tour.pulse();
            calm[0] = tour.settled() ? calm[0] + 1 : 0;
            return calm[0] > 8;
          });
      stops++;
      for (String trouble : List.of(".problem-what", ".grid-trouble", ".chart-problem-what")) {
        assertThat(words(trouble).stream().filter(words -> !words.isEmpty()))
            .as(tour.step().title())
            .isEmpty();
      }
      shows(tour.step().name());
      assertThat(onFx(() -> window.notices.shown().stream().toList()))
          .as(tour.step().title())
          .noneMatch(notice -> notice instanceof Notice.Failed);
      if (onFx(() -> tour.last().get())) {
        break;
      }
      doFx(tour::next);
    }
    assertThat(stops).isEqualTo(tour.steps().size());
    assertThat(front().title()).isEqualTo("trips");
    awaitRow(1);
  }

  /** What a stop promises is there to be seen. */
  private void shows(String stop) {
    switch (stop) {
      case "distribution" -> assertThat(words(".chart-title")).hasSize(1);
      case "time", "top", "demographics" -> assertThat(words(".chart-title")).hasSize(2);
      case "join" ->
          assertThat(String.join("", words(".join-expected"))).contains("The result will have");
      case "segments" ->
          assertThat(words(".chart-title")).containsExactly("Sum of revenue by segment");
      case "sql" -> assertThat(cells()).hasSize(10);
      case "notebook" -> assertThat(words(".export-kind:selected")).containsExactly("Notebook");
      default -> {}
    }
  }

  @Test
  void theTourWalksThroughAnyShareOfTheSameShape() throws Exception {
    Path profile = Files.writeString(home.resolve("partner.share"), provider().profileJson());
    doFx(() -> window.view.connecting().addFile(profile));
    await("it is connected", () -> window.workspace.connections().size() == 1);
    Connection partner = window.workspace.connections().getFirst();
    open(partner.id(), "external_retail", "retail", "sales_transactions");
    awaitRow(1);
    settle();
    command("Take the tour of the tables in front");
    await("the tour begins", () -> !words(".tour-count").isEmpty());
    settle();
    assertThat(words(".tour-count")).containsExactly("Step 1 of 16");
    for (int i = 0; i < 7; i++) {
      key(KeyCode.PAGE_DOWN);
      settle();
    }
    assertThat(words(".tour-title")).containsExactly("Draw the distribution");
    assertThat(words(".chart-title")).containsExactly("Distribution of total_amount");
    key(KeyCode.ESCAPE);
    assertThat(words(".tour-count")).isEmpty();
  }

  @Test
  void theTourWalksThroughAShopThatCallsAllByOtherNames() throws Exception {
    canary.watch(ForeignShop.TOKEN);
    try (Jobs jobs = new Jobs();
        ForeignShop shop = new ForeignShop(home.resolve("shop"), jobs)) {
      Path profile = Files.writeString(home.resolve("shop.share"), shop.profile());
      doFx(() -> window.view.connecting().addFile(profile));
      await("it is connected", () -> window.workspace.connections().size() == 1);
      open(window.workspace.connections().getFirst().id(), "Tienda", "ventas 2025", "orders");
      awaitRow(1);
      settle();
      command("Take the tour of the tables in front");
      await("the tour begins", () -> !words(".tour-count").isEmpty());
      settle();
      List<String> seen = new ArrayList<>();
      while (!words(".tour-count").isEmpty()) {
        String title = String.join("", words(".tour-title"));
        seen.add(title);
        for (String trouble :
            List.of(".problem-what", ".grid-trouble", ".chart-problem-what", ".sql-fault")) {
          assertThat(words(trouble).stream().filter(words -> !words.isBlank())).as(title).isEmpty();
        }
        assertThat(words(".tour-note")).as(title).isNotEmpty();
        assertThat(words(".chart-title").toString() + words(".tour-words"))
            .as(title)
            .doesNotContain("total_amount")
            .doesNotContain("customer_segment");
        key(KeyCode.PAGE_DOWN);
        settle();
      }
      assertThat(seen)
          .hasSize(16)
          .contains("Revenue by segment", "Find the top ten", "Ask in SQL")
          .doesNotHaveDuplicates();
    }
  }
}
