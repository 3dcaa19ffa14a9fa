package org.shareexplorer.ui.dashboard.retail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.retail.Candidate;
import org.shareexplorer.dashboard.retail.RetailDashboard;
import org.shareexplorer.dashboard.retail.RetailSearch;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Running;
import org.shareexplorer.job.Work;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.shell.ShellView;

/** Finds tables of customers and sales, and opens their dashboard. */
public final class RetailPages {

  private final Ui ui;
  private final ShellView shell;
  private final Consumer<Dashboard> open;
  private final Background.Latest searching;
  private @Nullable RolesModel last;

  private RetailPages(Ui ui, ShellView shell, Consumer<Dashboard> open) {
    this.ui = ui;
    this.shell = shell;
    this.open = open;
    this.searching = ui.background().latest();
  }

  /**
   * Adds the ways to the dashboard to a window.
   *
   * @param open opens a dashboard in a tab
   */
  public static RetailPages addTo(Ui ui, ShellView shell, Consumer<Dashboard> open) {
    RetailPages pages = new RetailPages(ui, shell, open);
    shell
        .commands()
        .add(
            Command.of(
                "Retail dashboard of customers and sales", "Shortcut+Shift+G", pages::ofFront));
    shell.commands().add(Command.of("Retail dashboard of the demo share", null, pages::ofDemo));
    shell
        .commands()
        .add(
            Command.of(
                "Choose the retail dashboard's columns…",
                null,
                () -> pages.last != null,
                pages::adjust));
    shell.addToTables("Retail dashboard…", table -> pages.of(table.connection()));
    shell
        .node()
        .addEventHandler(
            RetailOffer.MAKE,
            offer -> {
              switch (offer.what()) {
                case FRONT -> pages.ofFront();
                case DEMO -> pages.ofDemo();
              }
            });
    return pages;
  }

  /** Opens the dashboard of the demo share, which is started if it does not run. */
  public void ofDemo() {
    shell.connecting().openDemo(() -> of(ConnectionId.DEMO));
  }

  /** Opens the dashboard of a connection's tables. */
  public void of(ConnectionId connection) {
    of(List.of(connection));
  }

  private void ofFront() {
    TableRef front = shell.model().front().get();
    of(
        front != null
            ? List.of(front.connection())
            : ui.workspace().connections().stream().map(Connection::id).toList());
  }

  /** Looks through some connections; one that does not answer keeps none of the others away. */
  private void of(List<ConnectionId> connections) {
    search(job -> {
      List<Candidate> found = new ArrayList<>();
      List<ProblemException> silent = new ArrayList<>();
      for (Connection connection : ui.workspace().connections()) {
        if (connections.contains(connection.id())) {
          try {
            found.addAll(candidates(connection, job));
          } catch (ProblemException e) {
            silent.add(e);
          }
        }
      }
      if (found.isEmpty() && !silent.isEmpty()) {
        throw silent.getFirst();
      }
      return found;
    });
  }

  private List<Candidate> candidates(Connection connection, Job job) {
    return RetailSearch.candidates(
        ui.workspace().client(connection.id(), job), Optional.of(connection.name()), job);
  }

  private void search(Work<List<Candidate>> search) {
    Running<List<Candidate>> running =
        searching.start(search, this::found, shell.notices()::failed);
    ui.background().underWay().tell("Looking for customers and sales", running, searching::cancel);
  }

  private void found(List<Candidate> tables) {
    RolesModel model = new RolesModel(tables);
    if (model.complete()) {
      open(model);
    } else {
      ask(model, "Say which tables hold customers and sales, and what their columns mean.");
    }
  }

  private void adjust() {
    if (last != null) {
      ask(
          new RolesModel(last.tables(), last.shape().get()),
          "The columns were recognised by their names and types. Choose others, and the"
              + " dashboard is made anew.");
    }
  }

  private void ask(RolesModel model, String words) {
    RolesSheet sheet = RolesSheet.show(shell.overlay(), words, model, _ -> open(model));
    for (Connection other : ui.workspace().connections()) {
      ui.background()
          .start(
              job -> candidates(other, job),
              more -> {
                model.add(more);
                sheet.fill();
              },
              // Another connection's trouble is none of this dashboard.
              _ -> {});
    }
  }

  private void open(RolesModel model) {
    last = model;
    open.accept(RetailDashboard.of(model.shape().get()));
    var _ =
        shell
            .notices()
            .suggest(
                "The columns were recognised by their names and types.",
                "Choose others…",
                this::adjust);
  }
}
