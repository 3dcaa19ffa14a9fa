package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.provider.DemoShare;

/** Closing the window ends the program, whatever it is waiting for. */
class ClosingJourneyTest extends Journey {

  @Test
  void closingWhileRowsAreOnTheirWayEndsEverythingWithinASecond() throws Exception {
    DemoShare share = provider();
    try (HeldRelay relay = new HeldRelay(share.endpoint())) {
      Set<Thread> before = keepingAlive();
      RealWindow closed =
          onFx(() -> new RealWindow(home.resolve("own"), DEMO_DATA, SCALE, theme()));
      Path profile =
          Files.writeString(home.resolve("slow.share"), relay.relayed(share.profileJson()));
      RealWindow other = window;
      window = closed;
      doFx(() -> closed.view.connecting().addFile(profile));
      await("it is connected", () -> !closed.workspace.connections().isEmpty() && !closed.busy());
      Connection connection = closed.workspace.connections().getFirst();
      open(connection.id(), "city_mobility", "taxi", "trips");
      await("rows are asked for", () -> relay.asked.getCount() == 0);

      Duration taken =
          onFx(() -> {
            long start = System.nanoTime();
            closed.close();
            return Duration.ofNanos(System.nanoTime() - start);
          });
      window = other;
      assertThat(taken).isLessThan(Duration.ofSeconds(1));
      Set<Thread> left = keepingAlive();
      left.removeAll(before);
      for (Thread thread : left) {
        thread.join(Duration.ofSeconds(2));
      }
      assertThat(left).filteredOn(Thread::isAlive).isEmpty();
      assertThat(files(closed.folders.cache()))
          .as("no half-written file stays")
          .allMatch(name -> name.endsWith(".piece") || name.endsWith(".parquet"));
    }
  }

  @Test
  void aWindowThatWasClosedIsNotKept() {
    WeakReference<RealWindow> gone = new WeakReference<>(used());
    untilForgotten(gone);
    assertThat(gone.get()).isNull();
  }

  /** A window that was closed with the keyboard in a query. */
  private RealWindow used() {
    RealWindow other = window;
    try {
      window = onFx(() -> new RealWindow(home.resolve("own"), DEMO_DATA, SCALE, theme()));
      key(KeyCode.Q, true, true);
      settle();
      doFx(window::close);
      return window;
    } finally {
      window = other;
    }
  }

  /** The threads that keep a program from ending. */
  private static Set<Thread> keepingAlive() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<String> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(Path::toString).toList();
    }
  }
}
