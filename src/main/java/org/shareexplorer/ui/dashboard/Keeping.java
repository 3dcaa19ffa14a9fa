package org.shareexplorer.ui.dashboard;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.DashboardFile;
import org.shareexplorer.dashboard.DashboardShelf;
import org.shareexplorer.dashboard.Drafts;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Desktop.FileKind;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.shell.ShellView;

/**
 * Reads a dashboard from its file and saves it there; what is not saved is kept as a draft at every
 * change. FX thread only.
 */
final class Keeping {

  private static final List<FileKind> DASHBOARDS =
      List.of(new FileKind("Dashboard", "*" + DashboardFile.ENDING));

  private final Ui ui;
  private final DashboardModel model;
  private final DashboardShelf shelf;
  private final Drafts drafts;
  private final Notices notices;
  private final Overlay overlay;
  private final Background.Latest reading;
  private final Background.Latest saving;

  /** What the draft is to be: nothing if all is saved. Writers that come late find the newest. */
  private volatile Optional<Dashboard> wanted = Optional.empty();

  private final Object writing = new Object();

  private boolean givenUp;
  private boolean told;

  /** What was found of a dashboard that was left open. */
  private record Found(Dashboard now, @Nullable Dashboard inFile) {}

  Keeping(Ui ui, DashboardModel model, DashboardShelf shelf, Drafts drafts, ShellView shell) {
    this.ui = ui;
    this.model = model;
    this.shelf = shelf;
    this.drafts = drafts;
    notices = shell.notices();
    overlay = shell.overlay();
    reading = ui.background().latest();
    saving = ui.background().latest();
    model.dashboard().addListener((_, _, _) -> note());
    model.unsaved().addListener((_, _, _) -> note());
    if (model.unsaved().get()) {
      note();
    }
  }

  /** Reads what was left open, if it was not read yet. */
  void read() {
    if (model.here() || reading.busy()) {
      return;
    }
    model.readAgain();
    LeftDashboard left = model.leaving();
    reading.start(
        _ -> find(left), found -> model.read(found.now(), found.inFile()), model::unreadable);
  }

  private Found find(LeftDashboard left) {
    Optional<Dashboard> draft = drafts.read(left.draft());
    if (left.file().isEmpty()) {
      return new Found(draft.orElse(new Dashboard(left.name())), null);
    }
    try {
      Dashboard inFile = DashboardFile.read(left.file().get());
      return new Found(draft.orElse(inFile), inFile);
    } catch (ProblemException e) {
      return new Found(draft.orElseThrow(() -> e), null);
    }
  }

  private void note() {
    if (!model.here()) {
      return;
    }
    wanted = model.unsaved().get() ? Optional.of(model.get()) : Optional.empty();
    var _ =
        ui.background()
            .start(
                _ -> {
                  write();
                  return true;
                },
                _ -> {},
                this::tellOnce);
  }

  private void write() {
    synchronized (writing) {
      String id = model.leaving().draft();
      wanted.ifPresentOrElse(now -> drafts.keep(id, now), () -> drafts.drop(id));
    }
  }

  private void tellOnce(Problem problem) {
    if (!told) {
      told = true;
      notices.failed(problem);
    }
  }

  /** Saves the dashboard where it is saved, or on the shelf. */
  void save(Runnable then) {
    Path file = model.file().get();
    Dashboard now = model.get();
    saving.start(
        _ -> {
          if (file == null) {
            return shelf.keep(now);
          }
          DashboardFile.save(now, file);
          return file;
        },
        place -> {
          saved(now, place);
          then.run();
        },
        notices::failed);
  }

  /** Saves it in a file that the person chooses. */
  void saveAs() {
    Dashboard now = model.get();
    ui.desktop()
        .chooseSave("Save the dashboard", fileName(now) + DashboardFile.ENDING, DASHBOARDS)
        .ifPresent(chosen -> {
          Path file = ending(chosen, DashboardFile.ENDING);
          saving.start(
              _ -> {
                DashboardFile.save(now, file);
                shelf.remember(file);
                return file;
              },
              place -> saved(now, place),
              notices::failed);
        });
  }

  private void saved(Dashboard now, Path place) {
    model.savedAs(now, place);
    notices.done("Saved as " + place.getFileName() + ".");
  }

  /** {@return a name for a file of a dashboard, without ending} */
  static String fileName(Dashboard dashboard) {
    String name = dashboard.name().replaceAll("[^\\p{L}\\p{N}_ -]+", " ").strip();
    return name.isEmpty() ? "dashboard" : name.replaceAll(" {2,}", " ");
  }

  /** {@return a file that a person chose, with an ending whether they wrote it or not} */
  static Path ending(Path chosen, String ending) {
    return chosen.toString().toLowerCase(Locale.ROOT).endsWith(ending)
        ? chosen
        : Path.of(chosen + ending);
  }

  /**
   * Asks about what is not saved.
   *
   * @param close closes the page
   * @return whether there is nothing to ask
   */
  boolean closing(Runnable close) {
    if (!model.unsaved().get()) {
      return true;
    }
    Sheet sheet =
        new Sheet(
            "Save the changes of “" + model.get().name() + "”?",
            Sheet.words("They are lost if you do not."));
    sheet.button("Cancel", overlay::close);
    Button lose =
        sheet.button(
            "Do not save",
            () -> {
              overlay.close();
              givenUp = true;
              close.run();
            });
    lose.getStyleClass().add("danger");
    Button save =
        sheet.button(
            "Save",
            () -> {
              overlay.close();
              save(close);
            });
    save.setDefaultButton(true);
    overlay.show(sheet, Pos.CENTER, save);
    return false;
  }

  /** Nobody was asked if the window ends: the draft must be there then. */
  void close() {
    reading.cancel();
    saving.cancel();
    if (model.here()) {
      wanted = model.unsaved().get() && !givenUp ? Optional.of(model.get()) : Optional.empty();
      try {
        write();
      } catch (ProblemException e) {
        System.getLogger(Keeping.class.getName())
            .log(System.Logger.Level.WARNING, "The draft of a dashboard could not be kept.", e);
      }
    }
  }
}
