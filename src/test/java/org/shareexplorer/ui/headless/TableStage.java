package org.shareexplorer.ui.headless;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.settings.ThemeChoice;
import org.shareexplorer.ui.fx.AbsentDesktop;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Desktop;
import org.shareexplorer.ui.fx.Theme;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.workspace.Workspace;

/** What a table's screens need around them, on stand-ins. To be made on the FX thread. */
public final class TableStage implements AutoCloseable {

  /** Opens a table. */
  public interface Opener {
    /** {@return the table} */
    OpenTable open(Job job);
  }

  /** The texts that were copied. */
  public final List<String> copied = new ArrayList<>();

  /** What screens are given. */
  public final Ui ui;

  private final Theme theme;
  private final Jobs jobs = new Jobs();

  /** A stage in light or dark. */
  public TableStage(Theme theme, boolean dark, Opener opener) {
    this(theme, dark, workspace(opener));
  }

  /** A stage over a workspace. */
  public TableStage(Theme theme, boolean dark, Workspace workspace) {
    this.theme = theme;
    theme.choice().set(dark ? ThemeChoice.DARK : ThemeChoice.LIGHT);
    ui =
        new Ui(
            workspace,
            new Background(jobs),
            desktop(),
            theme.dark(),
            new SimpleObjectProperty<>(ZoneId.of("Europe/Berlin")));
  }

  private static Workspace workspace(Opener opener) {
    return (Workspace)
        Proxy.newProxyInstance(
            Workspace.class.getClassLoader(),
            new Class<?>[] {Workspace.class},
            (self, method, arguments) -> {
              if (method.getName().equals("open")) {
                return opener.open((Job) arguments[arguments.length - 1]);
              }
              if (method.getName().equals("look")) {
                return OptionalLong.empty();
              }
              if (method.getName().equals("left")) {
                return LeftView.PLAIN;
              }
              if (method.getName().equals("leave")) {
                return null;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private Desktop desktop() {
    Desktop absent = new AbsentDesktop();
    return (Desktop)
        Proxy.newProxyInstance(
            Desktop.class.getClassLoader(),
            new Class<?>[] {Desktop.class},
            (self, method, arguments) -> {
              if (method.getName().equals("copy") && !(arguments[0] instanceof Image)) {
                copied.add((String) arguments[0]);
                return null;
              }
              try {
                return method.invoke(absent, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** {@return a scene with a screen} */
  public Scene scene(Parent root, double width, double height) {
    Scene scene = new Scene(root, width, height);
    theme.apply(scene);
    return scene;
  }

  @Override
  public void close() {
    jobs.close();
  }
}
