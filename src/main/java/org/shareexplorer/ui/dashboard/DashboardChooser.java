package org.shareexplorer.ui.dashboard;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.DashboardShelf;
import org.shareexplorer.dashboard.DashboardShelf.Kept;
import org.shareexplorer.dashboard.Drafts;
import org.shareexplorer.dashboard.Drafts.Draft;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Choice;
import org.shareexplorer.ui.palette.PaletteView;
import org.shareexplorer.ui.shell.ShellView;

/**
 * Offers a new dashboard, those that are open, those that were never saved and those in files. FX
 * thread only.
 */
record DashboardChooser(
    Ui ui, ShellView shell, DashboardShelf shelf, Drafts drafts, DashboardPages pages) {

  /** What is on the disk. */
  private record OnDisk(List<Draft> drafts, List<Kept> files) {}

  /**
   * Offers them.
   *
   * @param then gets the one that was chosen, once it is in front
   * @param last what else can be chosen
   */
  void offer(Consumer<DashboardModel> then, List<Choice> last) {
    ui.background()
        .start(
            _ -> new OnDisk(drafts.all(), shelf.all()),
            disk -> {
              List<Choice> choices = new ArrayList<>();
              choices.add(
                  new Choice(
                      Icon.ADD,
                      DashboardPages.NEW,
                      "",
                      "",
                      () -> then.accept(pages.show(new Dashboard(DashboardPages.NEW), null))));
              choices.addAll(choices(disk, pages.open(), then));
              choices.addAll(last);
              PaletteView.show(
                  shell.overlay(), "Search dashboards", "No dashboard by that name.", choices);
            },
            shell.notices()::failed);
  }

  private List<Choice> choices(
      OnDisk disk, Collection<DashboardModel> open, Consumer<DashboardModel> then) {
    List<Choice> choices = new ArrayList<>();
    for (DashboardModel model : open) {
      choices.add(choice(model.get().name(), "open", () -> then.accept(pages.front(model))));
    }
    for (Draft draft : disk.drafts()) {
      if (open.stream().noneMatch(model -> model.leaving().draft().equals(draft.id()))) {
        LeftDashboard left = new LeftDashboard(draft.id(), draft.name(), Optional.empty());
        choices.add(
            choice(
                draft.name(),
                "not saved · " + at(draft.changed()),
                () -> then.accept(pages.show(DashboardModel.left(left)))));
      }
    }
    for (Kept kept : disk.files()) {
      if (open.stream().noneMatch(model -> kept.file().equals(model.file().get()))) {
        choices.add(
            choice(
                kept.name(),
                kept.file().getFileName() + " · " + at(kept.changed()),
                () -> pages.show(kept.file(), then)));
      }
    }
    return choices;
  }

  private static Choice choice(String name, String detail, Runnable action) {
    return new Choice(Icon.DASHBOARD, name, detail, "", action);
  }

  private String at(Instant changed) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(Locale.UK)
        .format(changed.atZone(ui.zone().get()));
  }
}
