package org.shareexplorer.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.shareexplorer.settings.Folders;
import org.shareexplorer.settings.PreferencesFile;
import org.shareexplorer.ui.dashboard.DashboardPages;
import org.shareexplorer.ui.dashboard.retail.RetailPages;
import org.shareexplorer.ui.fx.AbsentDesktop;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Theme;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.preferences.Remembered;
import org.shareexplorer.ui.preferences.Storage;
import org.shareexplorer.ui.shell.ShellView;
import org.shareexplorer.ui.sql.SqlPages;
import org.shareexplorer.ui.table.TableTab;
import org.shareexplorer.ui.tour.TourPictures;

/**
 * The tour without a display: the application's own window content in a real scene, walked through
 * and photographed. It starts with nothing remembered, so that no person's connection gets into a
 * picture. Its argument is the folder for the pictures. Ends the program with 0, or with 1 if
 * something went wrong.
 */
public final class PicturesApp extends Application {

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  /** JavaFX's headless screen; the content may be larger than the window that shows it. */
  private static final double SCREEN = 900;

  private Optional<Core> core = Optional.empty();
  private int exitCode;

  /** For JavaFX to call. */
  public PicturesApp() {}

  @Override
  public void start(Stage stage) {
    Path folder = Path.of(getParameters().getRaw().getFirst());
    Folders folders = new Folders(temporary(), Folders.ofUser().cache());
    Core wired = new Core(folders);
    core = Optional.of(wired);
    Theme theme = new Theme();
    Background background = new Background(wired.jobs());
    Notices notices = new Notices();
    Ui ui =
        new Ui(
            wired.workspace(),
            background,
            new AbsentDesktop(),
            theme.dark(),
            new SimpleObjectProperty<ZoneId>(ZoneOffset.UTC),
            wired.queries());
    ShellView shell =
        new ShellView(
            ui,
            theme,
            new Remembered(new PreferencesFile(folders), background, notices),
            // No path of this computer gets into a picture.
            new Storage(Folders.usual(), wired.storage().data(), wired.storage().budget()),
            notices,
            TableTab::of,
            InstantSource.system(),
            Version.text());
    var _ = SqlPages.addTo(ui, shell, wired.queries(), folders);
    DashboardPages dashboards = DashboardPages.addTo(ui, shell, folders);
    var _ = RetailPages.addTo(ui, shell, dashboards::show);
    org.shareexplorer.ui.tour.ShellTour.addTo(ui, shell);
    Region content = (Region) shell.node();
    content.setMinSize(WIDTH, HEIGHT);
    content.setPrefSize(WIDTH, HEIGHT);
    content.setMaxSize(WIDTH, HEIGHT);
    content.resize(WIDTH, HEIGHT);
    Scene scene = new Scene(new Group(content), SCREEN, SCREEN);
    theme.apply(scene);
    stage.setScene(scene);
    shell.attach(scene);
    stage.show();
    new TourPictures(
            ui,
            theme,
            shell,
            folder,
            file -> System.out.println(file),
            problem -> {
              System.err.println(problem.sentence());
              exitCode = 1;
              Platform.exit();
            },
            Platform::exit)
        .start();
  }

  private static Path temporary() {
    try {
      Path folder = Files.createTempDirectory("share-explorer-tour-");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    core.ifPresent(Core::close);
    // Platform.exit leaves the code to the program.
    System.exit(exitCode);
  }
}
