package org.shareexplorer.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.shareexplorer.settings.Folders;
import org.shareexplorer.ui.connections.Connecting;
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

  private Optional<Core> core = Optional.empty();

  /** For JavaFX to call. */
  public WindowApp() {}

  @Override
  public void start(Stage stage) {
    Core wired = new Core(Folders.ofUser());
    core = Optional.of(wired);
    ShellWindow window =
        new ShellWindow(
            stage,
            wired.workspace(),
            wired.jobs(),
            wired.storage(),
            getHostServices()::showDocument,
            TableTab::of,
            Version.text());
    var _ = SqlPages.addTo(window.ui(), window.view(), wired.queries(), wired.storage().folders());
    ShellTour.addTo(window.ui(), window.view());
    icons().forEach(stage.getIcons()::add);
    window.show();
    for (String argument : getParameters().getRaw()) {
      if (argument.equals("--demo")) {
        window.view().connecting().openDemo();
      } else {
        window.open(Path.of(argument));
      }
    }
    if (getParameters().getRaw().isEmpty()) {
      openVariable(window);
    }
  }

  /** The environment may name a profile, or hold one. */
  private static void openVariable(ShellWindow window) {
    Connecting connecting = window.view().connecting();
    switch (ProfileVariable.of(System.getenv()).orElse(null)) {
      case null -> {}
      case ProfileVariable.File(Path path) -> connecting.addFile(path);
      case ProfileVariable.Text(String json) -> connecting.addText(json, ProfileVariable.NAME);
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
    core.ifPresent(Core::close);
  }
}
