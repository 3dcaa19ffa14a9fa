package org.shareexplorer.ui.shell;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.settings.PreferencesFile;
import org.shareexplorer.settings.WindowPlace;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.FxDesktop;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Theme;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.preferences.Remembered;
import org.shareexplorer.ui.preferences.Storage;
import org.shareexplorer.workspace.Workspace;

/** The application's window on a real desktop. */
public final class ShellWindow {

  private static final double LEAST_WIDTH = 900;
  private static final double LEAST_HEIGHT = 600;
  private static final WindowPlace FIRST = new WindowPlace(0, 0, 1440, 900, false);

  private final Stage stage;
  private final Remembered remembered;
  private final Ui ui;
  private final ShellView view;
  private WindowPlace place;

  /**
   * Fills a stage that is not shown yet.
   *
   * @param browser opens an address, such as {@code HostServices::showDocument}
   * @param tables makes the tabs of tables
   */
  public ShellWindow(
      Stage stage,
      Workspace workspace,
      Jobs jobs,
      SqlQueries queries,
      Storage storage,
      Consumer<String> browser,
      TableTabs tables,
      String version) {
    this.stage = stage;
    Background background = new Background(jobs);
    Notices notices = new Notices();
    remembered = new Remembered(new PreferencesFile(storage.folders()), background, notices);
    Theme theme = new Theme();
    ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>();
    remembered
        .property()
        .subscribe(preferences -> {
          theme.choice().set(preferences.theme());
          zone.set(preferences.zoneOrOwn());
        });
    ui = new Ui(workspace, background, new FxDesktop(stage, browser), theme.dark(), zone, queries);
    view =
        new ShellView(
            ui, theme, remembered, storage, notices, tables, InstantSource.system(), version);
    place = placeOnScreen(remembered.get().window().orElse(FIRST), screens());
    Scene scene = new Scene(view.node(), place.width(), place.height());
    theme.apply(scene);
    stage.setScene(scene);
    stage.setTitle("Share Explorer");
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
    stage.setMaximized(place.maximised());
    // The place to go back to from a maximised window is the one before it was.
    stage.xProperty().subscribe(now -> follow());
    stage.yProperty().subscribe(now -> follow());
    stage.widthProperty().subscribe(now -> follow());
    stage.heightProperty().subscribe(now -> follow());
    stage.setOnHiding(hiding -> end());
    view.attach(scene);
  }

  private void follow() {
    if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
      place =
          new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }
  }

  private void end() {
    WindowPlace last =
        new WindowPlace(place.x(), place.y(), place.width(), place.height(), stage.isMaximized());
    remembered.change(p -> p.withWindow(last, view.sidebarWidth()));
    remembered.saveNow();
    view.close();
  }

  /** Shows the window, or brings it before the others. */
  public void show() {
    stage.show();
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
    view.focus();
  }

  /** Opens a profile, as if it had been dropped on the window. */
  public void open(Path profile) {
    view.connecting().addFile(profile);
  }

  /** {@return what the window's screens are given} */
  public Ui ui() {
    return ui;
  }

  /** {@return the window's content} */
  public ShellView view() {
    return view;
  }

  private static List<Rectangle2D> screens() {
    return Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
  }

  /**
   * {@return a place at which the window can be seen and moved: the same if its upper edge is on a
   * screen, or else the middle of the first one; never larger than the screen}
   */
  static WindowPlace placeOnScreen(WindowPlace wanted, List<Rectangle2D> screens) {
    Rectangle2D home =
        screens.stream()
            .filter(screen ->
                screen.contains(wanted.x() + Math.min(100, wanted.width() / 2), wanted.y() + 10))
            .findFirst()
            .orElse(screens.get(0));
    double width =
        Math.clamp(wanted.width(), Math.min(LEAST_WIDTH, home.getWidth()), home.getWidth());
    double height =
        Math.clamp(wanted.height(), Math.min(LEAST_HEIGHT, home.getHeight()), home.getHeight());
    boolean fits =
        !wanted.equals(FIRST)
            && home.contains(wanted.x(), wanted.y(), Math.min(100, width), Math.min(40, height));
    return new WindowPlace(
        fits ? wanted.x() : home.getMinX() + (home.getWidth() - width) / 2,
        fits ? wanted.y() : home.getMinY() + (home.getHeight() - height) / 2,
        width,
        height,
        wanted.maximised());
  }
}
