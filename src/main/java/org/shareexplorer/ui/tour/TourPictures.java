package org.shareexplorer.ui.tour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javax.imageio.ImageIO;
import org.shareexplorer.chart.BarSpec;
import org.shareexplorer.chart.BoxPlotSpec;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.Quantity;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.settings.ThemeChoice;
import org.shareexplorer.ui.fx.Theme;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.shell.ShellView;

/**
 * Walks the tour by itself and takes a picture of every screen, light and dark. Each picture waits
 * until the window has nothing left to do, and then some frames more, for the last rows and labels
 * to be laid out. FX thread only.
 */
public final class TourPictures {

  private static final int FRAMES_OF_CALM = 25;

  private final Theme theme;
  private final ShellView shell;
  private final Path folder;
  private final Consumer<Path> onPicture;
  private final Consumer<Problem> onProblem;
  private final Runnable onEnd;
  private final ShellTour stage;
  private final Deque<Shot> shots = new ArrayDeque<>();
  private final Deque<Runnable> scene = new ArrayDeque<>();
  private int calm;

  /** A picture to take, and what brings the window there, step by step. */
  private record Shot(String name, List<Runnable> scene) {}

  /**
   * Prepares the walk.
   *
   * @param folder where the pictures go; made if need be
   * @param onPicture gets the file of each picture taken
   * @param onProblem gets what kept the pictures from being written; the walk then ends
   * @param onEnd called after the last picture
   */
  public TourPictures(
      Ui ui,
      Theme theme,
      ShellView shell,
      Path folder,
      Consumer<Path> onPicture,
      Consumer<Problem> onProblem,
      Runnable onEnd) {
    this.theme = theme;
    this.shell = shell;
    this.folder = folder;
    this.onPicture = onPicture;
    this.onProblem = onProblem;
    this.onEnd = onEnd;
    this.stage = new ShellTour(ui, shell, TourTables.demo());
  }

  /** Begins the walk. */
  public void start() {
    for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      List<Shot> walk = walk();
      walk.getFirst().scene().addFirst(() -> theme.choice().set(choice));
      String suffix = "-" + choice.name().toLowerCase(Locale.ROOT);
      walk.forEach(shot -> shots.add(new Shot(shot.name() + suffix, shot.scene())));
    }
    scene.addAll(shots.element().scene());
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        if (!frame()) {
          stop();
        }
      }
    }.start();
  }

  /** The tour's stops, then what the tour does not come by. */
  private List<Shot> walk() {
    List<Shot> walk = new ArrayList<>();
    for (TourStep step : TourScript.steps(TourTables.demo())) {
      List<Runnable> actions = new ArrayList<>();
      step.scene().forEach(action -> actions.add(() -> action.accept(stage)));
      walk.add(new Shot(step.name(), actions));
    }
    TableName sales = TourTables.demo().sales();
    walk.add(
        new Shot(
            "charts",
            actions(
                stage::connect,
                () -> stage.openTable(sales),
                () ->
                    stage.draw(
                        List.of(
                            new HistogramSpec("total_amount"),
                            new BoxPlotSpec("total_amount", "region"),
                            new TimeSeriesSpec(
                                "transaction_date", Bucket.MONTH, Aggregate.SUM, "total_amount"),
                            new BarSpec(
                                "product_name", new Quantity(Aggregate.SUM, "total_amount")))))));
    walk.add(
        new Shot(
            "pivot", actions(() -> stage.showScreen("Pivot"), () -> stage.press("Suggest one"))));
    walk.add(new Shot("dashboard", actions(command("Retail dashboard of the demo share"))));
    walk.add(new Shot("palette", actions(command("Search tables, tabs and commands"))));
    walk.add(new Shot("preferences", actions(command("Preferences…"))));
    walk.add(
        new Shot(
            "problem",
            actions(
                stage::showStart,
                () -> shell.connecting().addText("{\"endpoint\": \"\"}", "broken.share"))));
    walk.add(new Shot("tour", actions(shell.notices()::clear, command("Take the tour"))));
    walk.add(
        new Shot("doctor", actions(() -> shell.showPanel(null), command("Check the connection…"))));
    walk.add(new Shot("activity", actions(stage::showStart, command("Show the activity"))));
    walk.add(
        new Shot(
            "by-hand",
            actions(() -> shell.showPanel(null), command("Enter a connection by hand…"))));
    return walk;
  }

  private static List<Runnable> actions(Runnable... actions) {
    return new ArrayList<>(List.of(actions));
  }

  private Runnable command(String name) {
    return () ->
        shell.commands().enabled().stream()
            .filter(command -> command.name().equals(name))
            .forEach(Command::run);
  }

  /** One frame: acts, waits, or takes the picture. Returns whether there is more to do. */
  private boolean frame() {
    if (stage.busy()) {
      calm = 0;
      return true;
    }
    if (!scene.isEmpty()) {
      scene.poll().run();
      calm = 0;
      return true;
    }
    if (++calm < FRAMES_OF_CALM) {
      return true;
    }
    calm = 0;
    try {
      take(shots.remove().name());
    } catch (IOException e) {
      onProblem.accept(
          new Problem(
              ProblemCode.DISK,
              "The pictures could not be written.",
              "The folder " + folder + " refuses them, or its disk is full.",
              "Choose another folder.",
              e.getClass().getSimpleName()));
      return false;
    }
    if (shots.isEmpty()) {
      onEnd.run();
      return false;
    }
    scene.addAll(shots.element().scene());
    return true;
  }

  private void take(String name) throws IOException {
    BufferedImage picture =
        SwingFXUtils.fromFXImage(shell.node().snapshot(new SnapshotParameters(), null), null);
    Path file = folder.resolve(name + ".png");
    Files.createDirectories(folder);
    if (!ImageIO.write(picture, "png", file.toFile())) {
      throw new IOException("no writer of PNG");
    }
    onPicture.accept(file);
  }
}
