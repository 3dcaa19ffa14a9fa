package org.shareexplorer.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.ui.connections.Connecting;
import org.shareexplorer.ui.dashboard.DashboardPages;
import org.shareexplorer.ui.dashboard.retail.RetailPages;
import org.shareexplorer.ui.shell.ShellWindow;
import org.shareexplorer.ui.sql.SqlPages;
import org.shareexplorer.ui.table.TableTab;
import org.shareexplorer.ui.tour.ShellTour;
import org.shareexplorer.workspace.ProfileVariable;

/**
 * The window as JavaFX starts it. Its arguments: {@code --demo} opens the demo share, anything else
 * is a profile to open.
 */
public final class WindowApp extends Application {

  private static final List<Integer> ICON_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

  /** JavaFX makes the object itself, and hands nothing over but words. */
  private static @Nullable Running<Core> wiring;

  private static Optional<Instance> instance = Optional.empty();

  private static MacFiles files = new MacFiles();

  private Optional<Core> core = Optional.empty();

  /** For JavaFX to call. */
  public WindowApp() {}

  /**
   * Says what the window, to be launched next, stands on, and where it can be found by further
   * starts and files.
   */
  static void stand(Running<Core> on, Optional<Instance> place, MacFiles doubleClicked) {
    wiring = on;
    instance = place;
    files = doubleClicked;
  }

  @Override
  public void start(Stage stage) {
    Core wired = Objects.requireNonNull(wiring).join();
    core = Optional.of(wired);
    ShellWindow window =
        new ShellWindow(
            stage,
            wired.workspace(),
            wired.jobs(),
            wired.queries(),
            wired.storage(),
            getHostServices()::showDocument,
            TableTab::of,
            Version.text());
    var _ = SqlPages.addTo(window.ui(), window.view(), wired.queries(), wired.storage().folders());
    DashboardPages dashboards =
        DashboardPages.addTo(window.ui(), window.view(), wired.storage().folders());
    var _ = RetailPages.addTo(window.ui(), window.view(), dashboards::show);
    ShellTour.addTo(window.ui(), window.view());
    tellOfFaults(wired, window);
    wired.notKept().ifPresent(window.view().notices()::failed);
    // What is to be opened is asked for while the window is laid out.
    getParameters().getRaw().forEach(argument -> open(window, argument));
    if (getParameters().getRaw().isEmpty()) {
      openVariable(window);
    }
    window.show();
    window.ui().background().start(_ -> icons().toList(), stage.getIcons()::setAll, _ -> {});
    Consumer<String> onStart =
        what ->
            Platform.runLater(() -> {
              window.show();
              open(window, what);
            });
    instance.ifPresent(own -> own.listen(wired.jobs(), onStart));
    window.view().updates().watch();
    files.giveTo(file -> onStart.accept(file.toString()));
    Rehearsal.ifAsked(window.ui(), window.view());
  }

  private static void open(ShellWindow window, String what) {
    if (what.equals(Start.DEMO)) {
      window.view().connecting().openDemo();
    } else if (!what.isEmpty()) {
      window.open(Path.of(what));
    }
  }

  private static void tellOfFaults(Core core, ShellWindow window) {
    CrashReports reports =
        new CrashReports(core.storage().folders().cache().resolve("reports"), Clock.systemUTC());
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
      System.getLogger(WindowApp.class.getName())
          .log(System.Logger.Level.ERROR, ProblemException.problemOf(failure).detail());
      reports
          .report(failure)
          .ifPresent(file ->
              Platform.runLater(
                  () -> CrashReports.tell(window.view().notices(), window.ui().desktop(), file)));
    });
  }

  /** The environment may name a profile, or hold one. */
  private static void openVariable(ShellWindow window) {
    Connecting connecting = window.view().connecting();
    try {
      switch (ProfileVariable.of(System.getenv()).orElse(null)) {
        case null -> {}
        case ProfileVariable.File(Path path) -> connecting.addFile(path);
        case ProfileVariable.Text(String json) -> connecting.addText(json, ProfileVariable.NAME);
      }
    } catch (ProblemException e) {
      window.view().notices().failed(e.problem());
    }
  }

  private static Stream<Image> icons() {
    return ICON_SIZES.stream()
        .map(size ->
            WindowApp.class.getResource(
                "/org/shareexplorer/ui/icons/share-explorer-" + size + ".png"))
        .flatMap(Stream::ofNullable)
        .map(url -> new Image(url.toExternalForm()));
  }

  @Override
  public void stop() {
    instance.ifPresent(Instance::close);
    core.ifPresent(Core::close);
  }
}
