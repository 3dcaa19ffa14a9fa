package org.shareexplorer.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.provider.DemoShare;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.shell.ShellView;

/**
 * A start that goes by itself through to the first rows of the demo share, and ends. The installers
 * train Java's cache of loaded classes on it, and measure with it. Written down are lines: {@code
 * window}, {@code rows} and {@code rest}, each with the time in milliseconds since 1970, and the
 * processor time spent till then, in milliseconds, when the window was on screen, when the table's
 * first rows were, and when nothing was under way any more; {@code heap} with the bytes then in
 * use.
 */
final class Rehearsal {

  /** The system property that holds the file for the lines, and so asks for a rehearsal. */
  private static final String PROPERTY = "share-explorer.rehearsal";

  /** Frames until what was set is surely on screen. */
  private static final int PAINTED = 3;

  /** Frames without any work after which none is to come. */
  private static final int RESTED = 20;

  private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");

  private final Ui ui;
  private final ShellView shell;
  private final Path file;
  private final Deque<BooleanSupplier> steps = new ArrayDeque<>();
  private int frames;
  private @Nullable Node grid;

  private Rehearsal(Ui ui, ShellView shell, Path file) {
    this.ui = ui;
    this.shell = shell;
    this.file = file;
    steps.add(() -> ++frames >= PAINTED);
    steps.add(() -> tell("window " + time()));
    steps.add(() -> settled() && reveal());
    steps.add(() -> settled() && openTable());
    steps.add(this::rowsShown);
    steps.add(() -> ++frames >= PAINTED);
    steps.add(() -> tell("rows " + time()));
    steps.add(this::rested);
    steps.add(() -> tell("rest " + time()));
    steps.add(() -> tell("heap " + heap()));
  }

  /** Rehearses in a window that was just shown, if that is asked for. */
  static void ifAsked(Ui ui, ShellView shell) {
    String wanted = System.getProperty(PROPERTY, "");
    if (!wanted.isEmpty()) {
      new Rehearsal(ui, shell, Path.of(wanted)).start();
    }
  }

  private void start() {
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        while (!steps.isEmpty() && steps.element().getAsBoolean()) {
          steps.remove();
          frames = 0;
        }
        if (steps.isEmpty()) {
          stop();
          shell.node().getScene().getWindow().hide();
        }
      }
    }.start();
  }

  private boolean settled() {
    return !shell.busy() && ui.background().running().get() == 0;
  }

  private boolean reveal() {
    Optional<ConnectionId> first =
        ui.workspace().connections().stream().findFirst().map(connection -> connection.id());
    first.ifPresent(
        id -> shell.tree().reveal(id, DemoShare.SHOWCASE_SHARE, DemoShare.SHOWCASE_SCHEMA));
    return first.isPresent();
  }

  private boolean openTable() {
    Optional<TableRef> last =
        shell.tree().loadedTables().stream().reduce((earlier, later) -> later);
    last.ifPresent(shell.model()::open);
    return last.isPresent();
  }

  /** Whether all cells of the grid that are in sight have their values. */
  private boolean rowsShown() {
    Node shown = grid == null ? shell.node().lookup(".table-tab .grid") : grid;
    grid = shown;
    if (shown == null || shown.lookup(".grid-cell:value") == null) {
      return false;
    }
    List<Node> cells = shown.lookupAll(".grid-cell").stream().filter(Node::isVisible).toList();
    return !cells.isEmpty()
        && cells.stream().noneMatch(cell -> cell.getPseudoClassStates().contains(LOADING));
  }

  private boolean rested() {
    frames = settled() ? frames + 1 : 0;
    return frames >= RESTED;
  }

  private static String time() {
    long spent =
        ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    return System.currentTimeMillis() + " " + spent;
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private boolean tell(String line) {
    try {
      Files.write(file, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
