package org.shareexplorer.app;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import org.shareexplorer.cli.Cli;
import org.shareexplorer.cli.Terminal;
import org.shareexplorer.settings.Folders;

/**
 * The entry point. Not a JavaFX {@code Application}, which the launcher would refuse on the class
 * path; and without JavaFX for the command line, which would only start later.
 */
public final class Main {

  /** The system property that says where the tour leaves its pictures when there is no display. */
  private static final String TOUR_FOLDER = "share-explorer.tour";

  private Main() {}

  /** Opens the window without arguments; with arguments, runs the command line. */
  public static void main(String[] args) {
    Folders folders = Folders.ofUser();
    Log.start(folders);
    List<String> arguments = List.of(args);
    if (!Start.window(arguments)) {
      System.exit(commandLine(folders, args));
    } else if (Display.present()) {
      openWindow(folders, arguments);
    } else {
      Path pictures = Path.of(System.getProperty(TOUR_FOLDER, "share-explorer-tour"));
      System.err.println(
          "There is no display, so no window opens. Share Explorer walks through itself instead and"
              + " leaves a picture of every screen in "
              + pictures
              + ".");
      System.exit(tour(pictures));
    }
  }

  /** Opens the window, unless one is open that takes over what is to be opened. */
  private static void openWindow(Folders folders, List<String> arguments) {
    Instance.Found found =
        Instance.find(
            Instance.folder(folders.cache(), System.getenv()),
            Start.opening(arguments, System.getenv()));
    if (!found.handedOver()) {
      MacFiles files = new MacFiles();
      files.listen();
      // The toolkit takes its time to start, too.
      WindowApp.stand(Core.wiring(folders), found.own(), files);
      Application.launch(WindowApp.class, arguments.toArray(String[]::new));
    }
  }

  private static int commandLine(Folders folders, String... args) {
    try (Core core = new Core(folders)) {
      return new Cli(Terminal.ofProcess(), core::sources, Main::tour, core.jobs()).run(args);
    }
  }

  private static int tour(Path folder) {
    Display.doWithout();
    Application.launch(PicturesApp.class, folder.toString());
    return 0;
  }
}
