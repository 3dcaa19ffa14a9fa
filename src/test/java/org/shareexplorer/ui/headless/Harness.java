package org.shareexplorer.ui.headless;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.shareexplorer.cache.CacheBudget;
import org.shareexplorer.cache.DataCache;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.settings.Folders;
import org.shareexplorer.settings.PreferencesFile;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.fx.AbsentDesktop;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Theme;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.preferences.Remembered;
import org.shareexplorer.ui.preferences.Storage;
import org.shareexplorer.ui.shell.ShellView;
import org.shareexplorer.ui.shell.TabContent;

/** The whole window on stand-ins. To be made on the FX thread. */
public final class Harness implements AutoCloseable {

  /** The connections. */
  public final FakeWorkspace workspace;

  /** The tables whose tabs were filled, and those that were closed again. */
  public final List<TableRef> opened = new ArrayList<>();

  /** The screens that were asked for. */
  public final List<String> screens = new ArrayList<>();

  /** The tables whose tabs were closed. */
  public final List<TableRef> closed = new ArrayList<>();

  /** Words to the person. */
  public final Notices notices = new Notices();

  /** The window's content. */
  public final ShellView view;

  /** The window's scene. */
  public final Scene scene;

  /** The preferences. */
  public final Remembered remembered;

  private final Jobs jobs = new Jobs();

  /** Builds a window of some size that keeps its preferences in a folder. */
  public Harness(FakeWorkspace workspace, Theme theme, Path home, double width, double height) {
    this.workspace = workspace;
    Folders folders = Folders.under(home);
    Background background = new Background(jobs);
    remembered = new Remembered(new PreferencesFile(folders), background, notices);
    remembered.property().subscribe(p -> theme.choice().set(p.theme()));
    Ui ui =
        new Ui(
            workspace,
            background,
            new AbsentDesktop(),
            theme.dark(),
            new SimpleObjectProperty<>(ZoneOffset.UTC));
    view =
        new ShellView(
            ui,
            theme,
            remembered,
            storage(folders),
            notices,
            (given, table) -> content(table),
            InstantSource.fixed(FakeWorkspace.NOW),
            "0.1.0");
    scene = new Scene(view.node(), width, height);
    theme.apply(scene);
    view.attach(scene);
  }

  private static Storage storage(Folders folders) {
    CacheBudget budget = new CacheBudget(folders.data(), OptionalLong::empty);
    return new Storage(folders, new DataCache(folders.data(), budget), budget);
  }

  private TabContent content(TableRef table) {
    opened.add(table);
    StackPane node = new StackPane(new Label("The rows of " + table.table().text()));
    var status = new ReadOnlyObjectWrapper<>(List.of("Rows 1–1,000 of 50,000", "3 requests"));
    return new TabContent() {
      @Override
      public Node node() {
        return node;
      }

      @Override
      public String title() {
        return table.table().table();
      }

      @Override
      public ObservableValue<List<String>> status() {
        return status;
      }

      @Override
      public void focus() {
        node.requestFocus();
      }

      @Override
      public void showScreen(String title) {
        screens.add(title);
      }

      @Override
      public void close() {
        closed.add(table);
      }
    };
  }

  /** {@return what works for the window} */
  public Jobs jobs() {
    return jobs;
  }

  /** Ends what runs for the window. */
  @Override
  public void close() {
    view.close();
    jobs.close();
  }
}
