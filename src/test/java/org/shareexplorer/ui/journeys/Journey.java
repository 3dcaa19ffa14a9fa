package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.demo.DemoFiles;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.provider.DemoShare;
import org.shareexplorer.provider.demo.Scale;
import org.shareexplorer.ui.headless.FxTest;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.shell.TabContent;

/** A way through the application as a person goes it, and no secret comes to light on the way. */
@SuppressWarnings("NullAway.Init")
abstract class Journey extends FxTest {

  static final Scale SCALE = new Scale(150, 3_000, 24_000);
  static final Path DEMO_DATA = DemoFiles.of(SCALE);

  private static final Pattern CELL = Pattern.compile("(?s)(.+), row (\\d+): (.*)");
  private static final int FRAMES_OF_CALM = 8;

  @TempDir Path home;
  RealWindow window;
  Canary canary;
  private final Jobs providers = new Jobs();
  private final List<DemoShare> shares = new ArrayList<>();

  @BeforeEach
  void openWindow() {
    canary = new Canary();
    window = onFx(() -> new RealWindow(home, DEMO_DATA, SCALE, theme()));
  }

  @AfterEach
  void closeWindow() {
    try {
      doFx(() -> canary.look(window));
      doFx(window::close);
      canary.look(home, window.folders);
      canary.check();
    } finally {
      canary.close();
      shares.forEach(DemoShare::close);
      providers.close();
    }
  }

  /** A provider of the demo's tables that is no part of the application. */
  DemoShare provider() throws IOException {
    return provider(DEMO_DATA, SCALE);
  }

  DemoShare provider(Path data, Scale scale) throws IOException {
    DemoShare share = DemoShare.start(data, scale, providers, Job.unattended());
    shares.add(share);
    canary.watch(Canary.token(share.profileJson()));
    return share;
  }

  /** Waits until something holds; on the way, nothing secret may be seen. */
  void await(String what, BooleanSupplier holds) {
    try {
      until(what, holds);
    } catch (AssertionError e) {
      throw new AssertionError(
          "%s; tree %s, notices %s, trouble %s, problem %s, keyboard at %s"
              .formatted(
                  what,
                  tree(),
                  window.notices.shown(),
                  words(".grid-trouble .label"),
                  words(".problem-what"),
                  onFx(() -> window.scene.getFocusOwner())),
          e);
    }
    doFx(() -> canary.look(window));
  }

  /** Waits until nothing is under way, and nothing new begins for some frames. */
  void settle() {
    int[] calm = {0};
    await(
        "the window has settled",
        () -> {
          calm[0] = window.busy() ? 0 : calm[0] + 1;
          return calm[0] > FRAMES_OF_CALM;
        });
    assertThat(onFx(() -> Spoken.nameless(window.scene.getRoot())))
        .as("where the keyboard can go and nothing is heard")
        .isEmpty();
  }

  /** Presses a key where the keyboard is. */
  void key(KeyCode code) {
    key(code, false, false);
  }

  /** Presses a key together with the system's key for shortcuts. */
  void shortcut(KeyCode code) {
    key(code, false, true);
  }

  void key(KeyCode code, boolean shift, boolean control) {
    doFx(() -> {
      Node owner = window.scene.getFocusOwner();
      Node target = owner == null ? window.scene.getRoot() : owner;
      for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
        Event.fireEvent(target, new KeyEvent(type, "", "", code, shift, control, false, false));
      }
    });
  }

  /** Opens a table of a connection by its names. */
  void open(ConnectionId connection, String share, String schema, String table) {
    doFx(() -> window.view.tree().reveal(connection, share, schema));
    await(
        "the table is listed",
        () ->
            window.view.tree().loadedTables().stream()
                .anyMatch(
                    t -> t.connection().equals(connection) && t.table().table().equals(table)));
    doFx(() ->
        window.view.tree().loadedTables().stream()
            .filter(t -> t.connection().equals(connection) && t.table().table().equals(table))
            .findFirst()
            .ifPresent(window.view.model()::open));
  }

  /** What stands in the front tab. */
  TabContent front() {
    TabContent front = onFx(window.view::front);
    if (front == null) {
      throw new AssertionError("no table is in front");
    }
    return front;
  }

  /** Has another screen of the front tab shown. */
  void screen(String title) {
    List<ToggleButton> found = all(front().node(), ".table-screens .toggle-button", title);
    doFx(() -> found.getFirst().fire());
  }

  /** Clicks the button with these words, wherever in the window it is. */
  void press(String words) {
    List<Button> found = all(window.scene.getRoot(), ".button", words);
    doFx(() -> found.getFirst().fire());
  }

  /** Runs the command of a name, as the palette does. */
  void command(String name) {
    doFx(() ->
        window.view.commands().enabled().stream()
            .filter(command -> command.name().equals(name))
            .forEach(Command::run));
  }

  /** Clicks the button with these words in the front tab. */
  void click(String words) {
    List<Button> found = all(front().node(), ".button", words);
    doFx(() -> found.getFirst().fire());
  }

  private static <T extends Labeled> List<T> all(Node below, String selector, String words) {
    return onFx(() ->
        below.lookupAll(selector).stream()
            .filter(node -> node instanceof Labeled l && words.equals(l.getText()) && seen(node))
            .map(node -> {
              @SuppressWarnings("unchecked") // The selector is that of the control.
              T control = (T) node;
              return control;
            })
            .toList());
  }

  /** Whether a node and all above it are visible. */
  static boolean seen(Node node) {
    return node.isVisible() && (node.getParent() == null || seen(node.getParent()));
  }

  /** The words below a node, of what is visible. */
  static List<String> words(Parent below, String selector) {
    return onFx(() ->
        below.lookupAll(selector).stream()
            .filter(Journey::seen)
            .map(node -> node instanceof Labeled labeled ? labeled.getText() : "")
            .toList());
  }

  /** The words on the window. */
  List<String> words(String selector) {
    return words(window.scene.getRoot(), selector);
  }

  /** The lines of the tree, as they are spoken. */
  List<String> tree() {
    return onFx(() ->
        window.scene.lookup("#tree").lookupAll(".row-cell").stream()
            .map(node -> (ListCell<?>) node)
            .filter(cell -> cell.isVisible() && !cell.isEmpty())
            .sorted(Comparator.comparingInt(ListCell::getIndex))
            .map(cell -> String.valueOf(cell.getAccessibleText()))
            .toList());
  }

  /** The texts of the front tab's cells by row, from 1, and column; not those still loading. */
  Map<Long, Map<String, String>> cells() {
    return onFx(() -> {
      Map<Long, Map<String, String>> cells = new TreeMap<>();
      TabContent front = window.view.front();
      if (front == null) {
        return cells;
      }
      for (Node cell : front.node().lookupAll(".grid-cell")) {
        Matcher text =
            CELL.matcher(String.valueOf(cell.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
        if (seen(cell) && text.matches() && !text.group(3).equals("loading")) {
          cells
              .computeIfAbsent(Long.parseLong(text.group(2)), _ -> new TreeMap<>())
              .put(text.group(1), text.group(3));
        }
      }
      return cells;
    });
  }

  /** Waits until a row is on screen. */
  void awaitRow(long row) {
    await("row " + row + " is on screen", () -> cells().containsKey(row));
  }
}
