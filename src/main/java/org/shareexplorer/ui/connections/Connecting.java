package org.shareexplorer.ui.connections;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.job.Running;
import org.shareexplorer.job.Work;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.profile.ProfileDraft;
import org.shareexplorer.protocol.auth.ActivationLink;
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
  private final CredentialQuestions questions;
  private final ReadOnlyObjectWrapper<@Nullable Progress> demo = new ReadOnlyObjectWrapper<>();
  private @Nullable Running<Connection> demoRunning;
  private int adding;

  /** Shows in the tree what was added. */
  public Connecting(Ui ui, Notices notices, ConnectionsModel tree, CredentialQuestions questions) {
    this.ui = ui;
    this.notices = notices;
    this.tree = tree;
    this.questions = questions;
  }

  /** Has the person choose a profile, and opens it. */
  public void chooseFile() {
    ui.desktop().chooseFile("Open a share profile", PROFILES).ifPresent(this::addFile);
  }

  /** Opens a profile; offers to delete its file once it is kept. */
  public void addFile(Path file) {
    read(file, draft -> add(draft, added(Optional.of(file))));
  }

  /**
   * Opens a profile from its text.
   *
   * @param source what to call the text in messages
   */
  public void addText(String json, String source) {
    busily(
        job -> ui.workspace().read(json, source),
        draft -> add(draft, added(Optional.empty())),
        notices::failed);
  }

  private void read(Path file, Consumer<ProfileDraft> then) {
    busily(job -> ui.workspace().read(file), then, notices::failed);
  }

  /** Makes something of a draft, once the person has answered what is to be asked about it. */
  private void add(ProfileDraft draft, Goal goal) {
    if (!draft.gaps().isEmpty()) {
      questions.fill(
          draft,
          (filled, done, wrong) ->
              reach(
                  filled,
                  goal,
                  connection -> {
                    done.run();
                    goal.reached(connection);
                  },
                  wrong));
      return;
    }
    reach(draft, goal, goal::reached, notices::failed);
  }

  /** The warning takes the place of the form, if there was one: then notices tell what is wrong. */
  private void reach(
      ProfileDraft draft, Goal goal, Consumer<Connection> reached, Consumer<Problem> wrong) {
    Optional<URI> open = draft.unencrypted();
    if (open.isPresent()) {
      questions.warn(
          open.get(), () -> busily(job -> goal.reach(draft, job), goal::reached, notices::failed));
    } else {
      busily(job -> goal.reach(draft, job), reached, wrong);
    }
  }

  /** What becomes of a draft. */
  private interface Goal {
    Connection reach(ProfileDraft draft, Job job);

    void reached(Connection connection);
  }

  private Goal added(Optional<Path> file) {
    return new Goal() {
      @Override
      public Connection reach(ProfileDraft draft, Job job) {
        return ui.workspace().add(draft, job);
      }

      @Override
      public void reached(Connection connection) {
        tree.reveal(connection.id());
        file.ifPresent(each -> questions.offerDeletion(kept(connection), each));
      }
    };
  }

  private Goal replaced(ConnectionId id, Path file) {
    return new Goal() {
      @Override
      public Connection reach(ProfileDraft draft, Job job) {
        return ui.workspace().replace(id, draft, job);
      }

      @Override
      public void reached(Connection connection) {
        notices.done(connection.name() + " now uses the newer profile.");
        tree.reveal(connection.id());
        questions.offerDeletion(kept(connection), file);
      }
    };
  }

  private static String kept(Connection connection) {
    return connection.name()
        + (connection.protection().keychain()
            ? " is remembered, encrypted; the key lies in the system's keychain."
            : " is remembered, encrypted; the key lies in a private file, as no keychain is at hand.");
  }

  /** Uses an activation link up. */
  void activate(ActivationLink link, Runnable done, Consumer<Problem> wrong) {
    busily(
        job -> ui.workspace().activate(link, job),
        connection -> {
          done.run();
          notices.done(kept(connection));
          tree.reveal(connection.id());
        },
        wrong);
  }

  /** Writes a connection's credential file, once the person has said with what in it. */
  public void askExport(Connection connection) {
    questions.secret(connection, withSecrets -> export(connection, withSecrets));
  }

  private void export(Connection connection, boolean withSecrets) {
    String name = connection.name().replaceAll("[^\\p{L}\\p{N}._ -]", "_") + ".share";
    ui.desktop()
        .chooseSave("Export the share profile", name, PROFILES)
        .ifPresent(file ->
            busily(
                job -> {
                  ui.workspace().export(connection.id(), file, withSecrets, job);
                  return file;
                },
                written -> notices.done(written.getFileName() + " is written."),
                notices::failed));
  }

  private <T> void busily(Work<T> work, Consumer<T> then, Consumer<Problem> failed) {
    adding++;
    ui.background()
        .start(
            work,
            value -> {
              adding--;
              then.accept(value);
            },
            problem -> {
              adding--;
              failed.accept(problem);
            });
  }

  /** Opens the demo share, making its data if need be; does nothing while it is at it. */
  public void openDemo() {
    openDemo(() -> {});
  }

  /**
   * Opens the demo share.
   *
   * @param then what follows once it is open
   */
  public void openDemo(Runnable then) {
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
                  then.run();
                },
                problem -> {
                  endDemo();
                  notices.failed(problem);
                });
    demoRunning = running;
    ui.background().underWay().tell("Making the demo share ready", running, this::cancelDemo);
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
    file.ifPresent(chosen -> read(chosen, draft -> add(draft, replaced(id, chosen))));
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

  /** Tells the person something about what was chosen. */
  void tell(String words) {
    notices.done(words);
  }
}
