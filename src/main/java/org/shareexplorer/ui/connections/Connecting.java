package org.shareexplorer.ui.connections;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Progress;
import org.shareexplorer.job.Running;
import org.shareexplorer.job.Work;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.provider.DemoShare;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Desktop;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Ui;

/**
 * What can be done with connections: adding, renaming, replacing, removing. What goes wrong becomes
 * a notice; nothing that is open is lost. Holds no controls; FX thread only.
 */
public final class Connecting {

  /** Files to choose a profile from. */
  private static final List<Desktop.FileKind> PROFILES =
      List.of(
          new Desktop.FileKind("Share profiles", "*.share"),
          new Desktop.FileKind("JSON files", "*.json"),
          new Desktop.FileKind("All files", "*"));

  private final Ui ui;
  private final Notices notices;
  private final ConnectionsModel tree;
  private final ReadOnlyObjectWrapper<@Nullable Progress> demo = new ReadOnlyObjectWrapper<>();
  private @Nullable Running<Connection> demoRunning;
  private int adding;

  /** Shows in the tree what was added. */
  public Connecting(Ui ui, Notices notices, ConnectionsModel tree) {
    this.ui = ui;
    this.notices = notices;
    this.tree = tree;
  }

  /** Has the person choose a profile, and opens it. */
  public void chooseFile() {
    ui.desktop().chooseFile("Open a share profile", PROFILES).ifPresent(this::addFile);
  }

  /** Opens a profile. */
  public void addFile(Path file) {
    add(job -> ui.workspace().add(file, job));
  }

  /**
   * Opens a profile from its text.
   *
   * @param source what to call the text in messages
   */
  public void addText(String json, String source) {
    add(job -> ui.workspace().addText(json, source));
  }

  private void add(Work<Connection> work) {
    adding++;
    ui.background()
        .start(
            work,
            connection -> {
              adding--;
              tree.reveal(connection.id());
            },
            problem -> {
              adding--;
              notices.failed(problem);
            });
  }

  /** Opens the demo share, making its data if need be; does nothing while it is at it. */
  public void openDemo() {
    if (demoRunning != null) {
      return;
    }
    demo.set(Progress.of("Starting the demo share"));
    Running<Connection> running =
        ui.background()
            .start(
                ui.workspace()::addDemo,
                connection -> {
                  endDemo();
                  tree.reveal(connection.id(), DemoShare.SHOWCASE_SHARE, DemoShare.SHOWCASE_SCHEMA);
                },
                problem -> {
                  endDemo();
                  notices.failed(problem);
                });
    demoRunning = running;
    Background.follow(
        running,
        progress -> {
          if (demoRunning == running && !progress.doing().isEmpty()) {
            demo.set(progress);
          }
        });
  }

  /** Stops making the demo share. */
  public void cancelDemo() {
    if (demoRunning != null) {
      demoRunning.cancel();
      endDemo();
    }
  }

  private void endDemo() {
    demoRunning = null;
    demo.set(null);
  }

  /** {@return how far the demo share is; null when it is not being made} */
  public ReadOnlyObjectProperty<@Nullable Progress> demo() {
    return demo.getReadOnlyProperty();
  }

  /** {@return whether something is being added} */
  public boolean busy() {
    return adding > 0 || demoRunning != null;
  }

  /** Gives a connection another name. */
  public void rename(ConnectionId id, String name) {
    change(job -> ui.workspace().rename(id, name));
  }

  /** Has the person choose a newer profile for a connection. */
  public void replace(ConnectionId id) {
    Optional<Path> file = ui.desktop().chooseFile("Replace the share profile", PROFILES);
    file.ifPresent(chosen ->
        ui.background()
            .start(
                job -> ui.workspace().replace(id, chosen, job),
                connection -> {
                  notices.done(connection.name() + " now uses the newer profile.");
                  tree.reveal(connection.id());
                },
                notices::failed));
  }

  /** Forgets a connection. */
  public void remove(ConnectionId id) {
    change(job -> {
      ui.workspace().remove(id);
      return id;
    });
  }

  private void change(Work<?> work) {
    // The workspace tells of its change itself.
    ui.background().start(work, changed -> {}, notices::failed);
  }

  /**
   * Puts a text on the clipboard.
   *
   * @param what what it is, for the notice
   */
  public void copy(String text, String what) {
    ui.desktop().copy(text);
    notices.done(what + " is on the clipboard.");
  }
}
