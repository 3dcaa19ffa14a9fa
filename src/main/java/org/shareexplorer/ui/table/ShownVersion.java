package org.shareexplorer.ui.table;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Command;

/**
 * The version of a table that its tab shows: opens it, reads it anew, opens others in its place,
 * and tells of it and of newer ones in the tab's head. FX thread only.
 */
final class ShownVersion {

  private static final Duration SAID = Duration.seconds(4);

  /**
   * Where a tab tells of the version.
   *
   * @param tab in the scene while the tab is in front
   * @param chips gets the version and other facts
   * @param trouble gets notices
   * @param said says what is going on
   * @param refresh reads anew
   */
  record Head(Node tab, HBox chips, VBox trouble, Label said, Button refresh) {}

  /** What stands below the head. */
  interface Body {

    /** Nothing is shown yet, and the table is being opened. */
    void opening(Running<?> running, Runnable stop);

    /** Nothing is shown, as the person did not want to wait. */
    void stopped();

    /** Nothing is shown, for a reason. */
    void failed(Problem problem);

    /** A table is shown from now on. */
    void shown(RenewedTable table);

    /** The table that is shown was read anew: what had failed may work now. */
    void renewed();

    /** Where files were still being listed, what is known of all of them is known now. */
    void listed();
  }

  private final Ui ui;
  private final ConnectionId connection;
  private final TableName table;
  private final Head head;
  private final LeftRows left;
  private final Body body;
  private final LastLook lastLook;
  private final Latest opening;
  private final HeadChips facts;
  private final VersionNotices notices;
  private final VersionMenu versions;
  private final NewerVersion newer;
  private final Arrival arrival;
  private final PauseTransition quiet = new PauseTransition(SAID);
  private AsOf asOf = AsOf.LATEST;
  private @Nullable RenewedTable shown;

  /** What opened the table that is shown, or is about to. */
  private @Nullable Running<?> opener;

  /** A table, and how its rows were left. */
  private record Opened(OpenTable table, LeftView left) {}

  /** Shows nothing yet. */
  ShownVersion(
      Ui ui,
      ConnectionId connection,
      TableName table,
      LastLook lastLook,
      Head head,
      LeftRows left,
      Body body) {
    this.ui = ui;
    this.connection = connection;
    this.table = table;
    this.lastLook = lastLook;
    this.head = head;
    this.left = left;
    this.body = body;
    opening = ui.background().latest();
    facts = new HeadChips(head.chips(), this::choose);
    notices = new VersionNotices(head.trouble(), ui.desktop(), () -> open(AsOf.LATEST));
    versions = new VersionMenu(ui, connection, table, this::open);
    arrival = new Arrival(ui.background(), head.said(), this::listed, this::notListed);
    newer = new NewerVersion(ui, connection, table, head.tab(), this::offer);
    quiet.setOnFinished(e -> head.said().setText(""));
  }

  /** {@return whether the newest version is wanted, whichever that is} */
  boolean latest() {
    return asOf instanceof AsOf.Latest;
  }

  /** {@return the number of the version wanted; none if it is the newest, whichever that is} */
  OptionalLong number(OpenTable rows) {
    return latest() ? OptionalLong.empty() : OptionalLong.of(rows.snapshot().version());
  }

  /** {@return what can be done with versions} */
  List<Command> commands() {
    return List.of(
        Command.of("Open another version…", null, () -> shown != null, this::choose),
        Command.of("Go back to the latest version", null, () -> !latest(), () -> open(AsOf.LATEST)),
        Command.of("Refresh the table", "F5", () -> !head.refresh().isDisabled(), this::refresh));
  }

  /** The tab came to the front: asks whether there is a newer version. */
  void inFront() {
    newer.ask();
  }

  /** Opens the table for the first time. */
  void open() {
    head.refresh().setDisable(true);
    Running<Opened> running =
        opening.start(
            job -> new Opened(ui.workspace().open(connection, table, asOf, job), left.left()),
            opened -> {
              left.bringBack(opened.left(), opened.table().snapshot().fields());
              show(opened.table());
            },
            problem -> {
              head.refresh().setDisable(false);
              body.failed(problem);
            });
    opener = running;
    body.opening(running, this::stop);
  }

  private void stop() {
    opening.cancel();
    head.refresh().setDisable(false);
    body.stopped();
  }

  /** Looks for a newer version; an older one that is shown is read anew. */
  void refresh() {
    RenewedTable now = shown;
    if (now == null) {
      open();
      return;
    }
    boolean older = !latest();
    change(
        asOf,
        older ? "Reading the version again…" : "Looking for a newer version…",
        opened -> {
          if (now.takes(opened)) {
            say(older ? "This is the version as it is shared." : "This is the newest version.");
            arrival.follow(now, opener);
            body.renewed();
          } else {
            say("Version " + opened.snapshot().version() + " is here.");
            show(opened);
          }
        },
        this::refresh);
  }

  /** Opens another version in the place of the one that is shown. */
  void open(AsOf wanted) {
    change(
        wanted,
        "Opening the version…",
        opened -> {
          asOf = wanted;
          head.said().setText("");
          show(opened);
        },
        () -> open(wanted));
  }

  private void change(AsOf wanted, String doing, Consumer<OpenTable> then, Runnable again) {
    head.refresh().setDisable(true);
    notices.clear();
    quiet.stop();
    head.said().setText(doing);
    opener =
        opening.start(
            job -> ui.workspace().open(connection, table, wanted, job),
            opened -> {
              head.refresh().setDisable(false);
              then.accept(opened);
            },
            problem -> {
              head.refresh().setDisable(false);
              head.said().setText("");
              notice();
              notices.failed(problem, again);
            });
  }

  private void show(OpenTable opened) {
    RenewedTable renewed = new RenewedTable(opened);
    shown = renewed;
    head.refresh().setDisable(false);
    if (latest()) {
      newer.since(opened.snapshot().version());
      lastLook.at(opened.snapshot().version());
    }
    tell();
    notice();
    left.fit(renewed.snapshot().fields());
    body.shown(renewed);
    arrival.follow(renewed, opener);
  }

  /** Tells the facts anew: with its rows, a table may have come to know more of itself. */
  void tell() {
    RenewedTable now = shown;
    if (now != null) {
      facts.show(now, newer.known(), asOf, ui.zone().get());
    }
  }

  private void choose() {
    RenewedTable now = shown;
    if (now != null) {
      versions.show(facts.version(), now.snapshot().version(), newer.known());
    }
  }

  /** A newer version is out: it is offered, not forced on anybody. */
  private void offer(long version) {
    tell();
    notice();
  }

  /** Says below the head that an older version is shown, or that a newer one is out. */
  private void notice() {
    notices.clear();
    RenewedTable now = shown;
    if (now == null) {
      return;
    }
    long newest = newer.known().orElse(now.snapshot().version());
    if (!latest()) {
      notices.older(HeadFacts.version(now.snapshot(), newer.known(), asOf, ui.zone().get()));
    } else if (newest > now.snapshot().version()) {
      notices.newer(newest);
    }
  }

  private void listed() {
    tell();
    body.listed();
  }

  private void notListed(Problem problem, Runnable again) {
    notice();
    notices.failed(
        problem,
        () -> {
          notice();
          again.run();
        });
  }

  private void say(String words) {
    head.said().setText(words);
    quiet.playFromStart();
  }

  /** Ends all that goes on for it. */
  void close() {
    opening.cancel();
    arrival.close();
    versions.close();
    newer.close();
  }
}
