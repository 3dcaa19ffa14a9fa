package org.shareexplorer.ui.journeys;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.shareexplorer.cache.CacheBudget;
import org.shareexplorer.cache.DataCache;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.TableEngine;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRanges;
import org.shareexplorer.net.Patience;
import org.shareexplorer.profile.ConnectionStore;
import org.shareexplorer.profile.keychain.TestVault;
import org.shareexplorer.protocol.SharingClients;
import org.shareexplorer.protocol.auth.Activation;
import org.shareexplorer.provider.DemoShare;
import org.shareexplorer.provider.demo.Scale;
import org.shareexplorer.settings.Folders;
import org.shareexplorer.settings.LeftViews;
import org.shareexplorer.settings.PreferencesFile;
import org.shareexplorer.settings.SeenVersions;
import org.shareexplorer.ui.dashboard.DashboardPages;
import org.shareexplorer.ui.dashboard.retail.RetailPages;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Theme;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.preferences.Remembered;
import org.shareexplorer.ui.preferences.Storage;
import org.shareexplorer.ui.shell.ShellView;
import org.shareexplorer.ui.sql.SqlPages;
import org.shareexplorer.ui.table.TableTab;
import org.shareexplorer.ui.tour.ShellTour;
import org.shareexplorer.workspace.KeptActivity;
import org.shareexplorer.workspace.OpenWorkspace;
import org.shareexplorer.workspace.Workspace;
import org.shareexplorer.workspace.network.Network;
import org.shareexplorer.workspace.network.NetworkStore;
import org.shareexplorer.workspace.release.Releases;

/** The application's own window content over its own core. To be made on the FX thread. */
final class RealWindow implements AutoCloseable {

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  /**
   * Of the content, just a corner is on the screen, which nobody looks at: drawing all of it anew
   * in every frame took half of the processor time of these tests.
   */
  private static final double SCREEN = 10;

  final Path home;
  final Path demoData;
  final Folders folders;
  final Jobs jobs = new Jobs();
  final Workspace workspace;
  final ScriptedDesktop desktop = new ScriptedDesktop();
  final Notices notices = new Notices();
  final Background background = new Background(jobs);
  final Ui ui;
  private final SqlQueries queries;
  final ShellView view;
  final Scene scene;
  private final KeptActivity activity;
  private final Http http;
  private final Questions questions = new Questions(jobs);
  private final Stage stage = new Stage();

  /**
   * Opens a window.
   *
   * @param home where it keeps its files
   * @param demoData where the demo share's data are kept
   */
  RealWindow(Path home, Path demoData, Scale scale, Theme theme) {
    this.home = home;
    this.demoData = demoData;
    folders = Folders.under(home);
    Clock clock = Clock.systemUTC();
    CacheBudget budget =
        new CacheBudget(folders.data(), () -> new PreferencesFile(folders).load().cacheBytes());
    DataCache data = new DataCache(folders.data(), budget);
    activity = new KeptActivity(folders.config().resolve("activity"), jobs.waiting());
    http = new Http(Patience.USUAL, clock, activity);
    workspace =
        new OpenWorkspace(
            new ConnectionStore(folders.config(), TestVault.in(folders.config()), clock),
            new SharingClients(http, clock),
            new Activation(http, folders.config().resolve("activations")),
            new TableEngine(jobs, new HttpRanges(http), data, questions),
            job -> DemoShare.start(demoData, scale, jobs, job),
            clock,
            SeenVersions.in(folders),
            LeftViews.in(folders),
            activity,
            new Network(new NetworkStore(folders.config(), TestVault.in(folders.config())), http),
            Releases.none());
    queries = new SqlQueries(jobs, questions);
    ui =
        new Ui(
            workspace,
            background,
            desktop,
            theme.dark(),
            new SimpleObjectProperty<>(ZoneOffset.UTC),
            queries);
    view =
        new ShellView(
            ui,
            theme,
            new Remembered(new PreferencesFile(folders), background, notices),
            new Storage(folders, data, budget),
            notices,
            TableTab::of,
            clock,
            "0");
    var _ = SqlPages.addTo(ui, view, queries, folders);
    ShellTour.addTo(ui, view);
    DashboardPages dashboards = DashboardPages.addTo(ui, view, folders);
    var _ = RetailPages.addTo(ui, view, dashboards::show);
    Region content = (Region) view.node();
    content.setMinSize(WIDTH, HEIGHT);
    content.setPrefSize(WIDTH, HEIGHT);
    content.setMaxSize(WIDTH, HEIGHT);
    content.resize(WIDTH, HEIGHT);
    scene = new Scene(new Group(content), SCREEN, SCREEN);
    theme.apply(scene);
    stage.setScene(scene);
    view.attach(scene);
    stage.show();
  }

  /** {@return whether anything is under way} */
  boolean busy() {
    return view.busy() || background.running().get() > 0;
  }

  /** Ends everything, in the order in which the application does. */
  @Override
  public void close() {
    view.close();
    stage.hide();
    jobs.close();
    workspace.close();
    queries.close();
    questions.close();
    http.close();
    activity.close();
  }
}
