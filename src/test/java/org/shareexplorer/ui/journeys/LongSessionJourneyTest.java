package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.ui.connections.TableRef;

/** Somebody looks at one table after the other for days: what was closed is not remembered. */
class LongSessionJourneyTest extends SalesJourney {

  private static final int TABS = Integer.getInteger("tabs", 4);

  /** JavaFX remembers the node that was last clicked, focused or drawn. */
  private static final int REMEMBERED = 1;

  @Test
  void tabsThatWereClosedLeaveNothingInMemory() throws Exception {
    openSales();
    List<WeakReference<Object>> closed = new ArrayList<>();
    for (int i = 0; i < TABS; i++) {
      if (i > 0) {
        open(ConnectionId.DEMO, "external_retail", "retail", "sales_transactions");
        awaitRow(1);
      }
      for (String title : List.of("Profile", "Charts", "Changes", "Details", "Data")) {
        screen(title);
        settle();
      }
      key(KeyCode.PAGE_DOWN);
      settle();
      closed.add(new WeakReference<>(front()));
      closed.add(new WeakReference<>(onFx(() -> front().node())));
      doFx(() -> {
        TableRef table = Objects.requireNonNull(window.view.model().front().get());
        window.view.model().close(table);
      });
      settle();
    }
    long left = 0;
    for (int round = 0; round < 20; round++) {
      System.gc();
      // Frames in which what is gone is taken off the screen.
      settle();
      left = closed.stream().filter(reference -> reference.get() != null).count();
      if (left <= 2 * REMEMBERED) {
        break;
      }
      Thread.sleep(50);
    }
    if (System.getProperty("dump") != null) {
      dump();
    }
    assertThat(left)
        .as("tabs and their contents still in memory")
        .isLessThanOrEqualTo(2 * REMEMBERED);
  }

  private static void dump() throws Exception {
    java.lang.management.ManagementFactory.getPlatformMXBean(
            com.sun.management.HotSpotDiagnosticMXBean.class)
        .dumpHeap(System.getProperty("dump"), true);
  }
}
