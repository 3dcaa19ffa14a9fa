package org.shareexplorer.ui.updates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shareexplorer.cache.CacheBudget;
import org.shareexplorer.cache.DataCache;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.Patience;
import org.shareexplorer.settings.Folders;
import org.shareexplorer.settings.PreferencesFile;
import org.shareexplorer.settings.ThemeChoice;
import org.shareexplorer.settings.UpdateWishes;
import org.shareexplorer.ui.about.About;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Notice;
import org.shareexplorer.ui.fx.NoticeStack;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.headless.FakeWorkspace;
import org.shareexplorer.ui.headless.FxTest;
import org.shareexplorer.ui.headless.NotedDesktop;
import org.shareexplorer.ui.preferences.PreferencesView;
import org.shareexplorer.ui.preferences.Remembered;
import org.shareexplorer.ui.preferences.Storage;
import org.shareexplorer.workspace.release.Releases;

/** From the wish to be told of newer versions to the page that has them. */
@SuppressWarnings("NullAway.Init")
class UpdatesTest extends FxTest {

  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          Duration.ofMillis(20),
          Duration.ofMillis(1));

  @TempDir private Path home;

  private final MockWebServer server = new MockWebServer();
  private final Http http = new Http(SHORT, Clock.systemUTC());
  private final Jobs jobs = new Jobs();
  private final FakeWorkspace workspace = new FakeWorkspace();
  private final Notices notices = new Notices();
  private final NotedDesktop desktop = new NotedDesktop();
  private Instant now = Instant.parse("2026-11-01T10:00:00Z");
  private Overlay overlay;
  private Scene scene;
  private Ui ui;
  private Remembered remembered;
  private UpdateNotice notice;

  @BeforeEach
  void open() throws IOException {
    server.start();
    workspace.releases = new Releases(http, "0.1.0", this::address);
    doFx(() -> {
      Background background = new Background(jobs);
      remembered = new Remembered(new PreferencesFile(Folders.under(home)), background, notices);
      overlay = new Overlay();
      ui =
          new Ui(
              workspace,
              background,
              desktop,
              theme().dark(),
              new SimpleObjectProperty<>(ZoneOffset.UTC));
      NoticeStack stack = new NoticeStack(notices, desktop);
      stack.setMaxSize(420, StackPane.USE_PREF_SIZE);
      StackPane.setAlignment(stack, Pos.BOTTOM_RIGHT);
      scene = new Scene(new StackPane(overlay, stack), 1280, 800);
      theme().apply(scene);
      theme().choice().set(ThemeChoice.LIGHT);
      notice = new UpdateNotice(overlay, ui, remembered, notices, () -> now);
    });
  }

  @AfterEach
  void close() {
    http.close();
    jobs.close();
    server.close();
  }

  private String address() {
    return "http://127.0.0.1:" + server.getPort() + "/latest";
  }

  private void answer(String json) {
    server.enqueue(new MockResponse.Builder().body(json).build());
  }

  private void newVersion(String number) {
    answer(
        """
        {"tag_name": "v%s", "html_url": "https://releases.example/%s",
         "body": "New in this version\\n\\n- Dashboards, presented in full screen\\n- Charts can be titled\\n- Tables of a million files open in a second"}\
        """
            .formatted(number, number));
  }

  private void allow() {
    doFx(() -> remembered.change(p -> p.withUpdates(UpdateWishes.NONE.withAllowed(true))));
  }

  private void look() {
    doFx(notice::look);
    until("the answer", () -> ui.background().running().get() == 0);
  }

  private List<Notice> told() {
    return onFx(() -> List.copyOf(notices.shown()));
  }

  @Test
  void nobodyIsAskedUntilThatIsAllowed() {
    look();
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void asksOnceADayAlsoAfterAFault() {
    allow();
    server.enqueue(new MockResponse.Builder().code(404).build());
    look();
    look();
    now = now.plus(Duration.ofHours(23));
    look();
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(told()).as("faults are passed over").isEmpty();
    now = now.plus(Duration.ofHours(1));
    answer("{\"tag_name\": \"v0.1.0\"}");
    look();
    assertThat(server.getRequestCount()).isEqualTo(2);
    assertThat(told()).as("nothing newer").isEmpty();
    assertThat(new PreferencesFile(Folders.under(home)).load().updates().asked()).contains(now);
  }

  @Test
  void tellsOfANewVersionUntilItIsSkipped() {
    allow();
    newVersion("0.2.0");
    look();
    Notice.Offer offer = (Notice.Offer) told().getFirst();
    assertThat(offer.words()).isEqualTo("Share Explorer 0.2.0 is out. You have 0.1.0.");
    doFx(offer.action());
    assertThat(find(scene, "#release-notes", TextArea.class).getText())
        .startsWith("New in this version");
    doFx(button("Open its page")::fire);
    assertThat(desktop.browsed).containsExactly(URI.create("https://releases.example/0.2.0"));
    assertThat(overlay.isVisible()).isFalse();
    doFx(offer.action());
    doFx(button("Skip this version")::fire);
    doFx(notices::clear);
    now = now.plus(Duration.ofDays(2));
    newVersion("0.2.0");
    look();
    assertThat(told()).isEmpty();
    now = now.plus(Duration.ofDays(2));
    newVersion("0.3.0");
    look();
    assertThat(told()).hasSize(1);
  }

  private Button button(String text) {
    return onFx(() ->
        overlay.lookupAll(".button").stream()
            .map(Button.class::cast)
            .filter(each -> text.equals(each.getText()))
            .findFirst()
            .orElseThrow());
  }

  private void preferences() {
    doFx(() -> {
      VBox pane = new VBox(new UpdatePart(overlay, ui, remembered));
      pane.getStyleClass().addAll("question", "preferences");
      pane.setPrefWidth(520);
      overlay.show(pane, Pos.CENTER, pane);
    });
  }

  private void check() {
    Button check = find(scene, "#update-check", Button.class);
    doFx(check::fire);
    until("the answer", () -> ui.background().running().get() == 0 && !check.isDisabled());
  }

  private String outcome() {
    return find(scene, "#update-outcome", Label.class).getText();
  }

  @Test
  void thePreferencesAllowItAndAskAtOnce() {
    preferences();
    CheckBox allowed = find(scene, "#update-allowed", CheckBox.class);
    assertThat(allowed.isSelected()).isFalse();
    doFx(allowed::fire);
    assertThat(remembered.get().updates().allowed()).isTrue();
    answer("{\"tag_name\": \"0.1\"}");
    check();
    assertThat(outcome()).isEqualTo("You have the newest version.");
    answer("<html>");
    check();
    assertThat(outcome()).contains("could not be found out", "does not tell of a release");
    newVersion("0.2.0");
    check();
    assertThat(outcome()).isEqualTo("Version 0.2.0 is out.");
    Button news = find(scene, "#update-news", Button.class);
    doFx(news::fire);
    assertThat(scene.lookup("#release-notes")).isNotNull();
    press(find(scene, "#release-notes", TextArea.class), KeyCode.ESCAPE, false);
    assertThat(overlay.isVisible()).isFalse();
  }

  @Test
  void anotherAddressIsAskedInsteadAndNoneIfThereIsNone() {
    preferences();
    TextField address = find(scene, "#update-address", TextField.class);
    assertThat(address.getPromptText()).isEqualTo(address());
    doFx(() -> address.setText("  http://releases.example/x  "));
    assertThat(remembered.get().updates().address()).contains("http://releases.example/x");
    check();
    assertThat(outcome()).contains("no address that can be asked safely");
    doFx(() -> address.setText(address()));
    assertThat(remembered.get().updates().address()).isEmpty();
    workspace.releases = Releases.none();
    preferences();
    assertThat(find(scene, "#update-check", Button.class).isDisabled()).isTrue();
    assertThat(outcome()).isEqualTo("There is no address to ask.");
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void theScreensCanBeLookedAt(ThemeChoice look) throws IOException {
    doFx(() -> theme().choice().set(look));
    allow();
    newVersion("0.2.0");
    look();
    Folders folders = Folders.under(home);
    CacheBudget budget = new CacheBudget(folders.data(), OptionalLong::empty);
    Storage storage = new Storage(folders, new DataCache(folders.data(), budget), budget);
    doFx(() -> PreferencesView.show(overlay, remembered, storage, ui));
    newVersion("0.2.0");
    check();
    picture(scene, "updates-preferences-" + look);
    assertThat(find(scene, ".preferences", VBox.class).getHeight()).isLessThan(720);
    doFx(() -> About.show(overlay, ui, remembered, "0.1.0"));
    picture(scene, "updates-about-" + look);
    doFx(((Notice.Offer) told().getFirst()).action());
    assertThat(Files.size(picture(scene, "updates-sheet-" + look))).isGreaterThan(10_000);
  }
}
