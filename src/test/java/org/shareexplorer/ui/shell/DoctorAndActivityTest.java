package org.shareexplorer.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.doctor.Fact;
import org.shareexplorer.doctor.Finding;
import org.shareexplorer.doctor.Result;
import org.shareexplorer.doctor.Step;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.job.Work;
import org.shareexplorer.net.activity.Activity;
import org.shareexplorer.net.activity.ActivityLog;
import org.shareexplorer.net.activity.Asker;
import org.shareexplorer.net.activity.Outcome;
import org.shareexplorer.net.activity.Timing;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.ui.fx.AbsentDesktop;
import org.shareexplorer.ui.fx.FindOut;
import org.shareexplorer.ui.fx.ProblemPane;
import org.shareexplorer.ui.headless.FakeWorkspace;
import org.shareexplorer.ui.headless.FxTest;
import org.shareexplorer.ui.headless.Harness;
import org.shareexplorer.ui.palette.Command;

/** The examination of a connection, and the log of what was asked, as a person meets them. */
class DoctorAndActivityTest extends FxTest {

  private static final Problem REFUSED =
      new Problem(
          ProblemCode.SERVER_UNAUTHORIZED,
          "The shares could not be listed.",
          "acme.example.com does not accept the token of this credential.",
          "Ask the provider for a new one.",
          "HTTP 401");

  @TempDir private Path home;
  private final FakeWorkspace workspace = new FakeWorkspace();
  private Harness window;

  @BeforeEach
  void open() {
    workspace.connect("acme", null).with("s", "c", "t");
    window = onFx(() -> new Harness(workspace, theme(), home, 1280, 800));
    for (Step step : Step.values()) {
      int order = step.compareTo(Step.CREDENTIAL);
      workspace.findings.add(
          new Finding(
              step,
              order < 0 ? Result.PASSED : order == 0 ? Result.FAILED : Result.NOT_TRIED,
              Duration.ofMillis(12),
              order < 0 ? "As it should be." : "",
              order == 0 ? Optional.of(REFUSED) : Optional.empty(),
              List.of(new Fact("x-request-id", "r-1"))));
    }
  }

  @AfterEach
  void close() {
    doFx(window::close);
  }

  private void command(String name) {
    doFx(() ->
        window.view.commands().enabled().stream()
            .filter(command -> command.name().equals(name))
            .forEach(Command::run));
  }

  private List<String> labels(String selector) {
    return onFx(() -> {
      layOut();
      return window.scene.getRoot().lookupAll(selector).stream()
          .map(node -> ((Label) node).getText())
          .toList();
    });
  }

  /** Nobody else does, as the scene is in no window. */
  private void layOut() {
    window.scene.getRoot().applyCss();
    window.scene.getRoot().layout();
  }

  private Optional<Button> button(String words) {
    return onFx(() ->
        window.scene.getRoot().lookupAll(".button").stream()
            .map(Button.class::cast)
            .filter(each -> words.equals(each.getText()))
            .findFirst());
  }

  @Test
  void showsTheStepsOfAnExaminationAndWhichOneFails() {
    command("Check the connection…");
    until(
        "the verdict is told",
        () -> labels(".verdict").equals(List.of("It fails at the step “Credential”.")));
    assertThat(labels(".step-title")).hasSize(8).startsWith("Name", "Connection", "TLS");
    assertThat(labels(".step-words"))
        .anyMatch(words -> words.contains("does not accept the token"))
        .filteredOn("Not tried."::equals)
        .hasSize(3);
    picture(window.scene, "doctor");
  }

  @Test
  void canBeStoppedAndTakenUpAgain() {
    CountDownLatch gate = new CountDownLatch(1);
    workspace.examinationGate = gate;
    command("Check the connection…");
    until("the first step is told", () -> labels(".step-words").contains("As it should be."));
    doFx(() -> button("Stop").orElseThrow().fire());
    assertThat(labels(".verdict")).containsExactly("Stopped.");
    assertThat(button("Copy for the provider").orElseThrow().isDisabled()).isTrue();
    workspace.examinationGate = null;
    doFx(() -> button("Check again").orElseThrow().fire());
    until("it came to its end", () -> labels(".verdict").getFirst().startsWith("It fails"));
  }

  @Test
  void beginsWhereAProblemOfTheConnectionIsShown() {
    until("the connections are there", () -> !workspace.connections().isEmpty());
    doFx(() -> {
      ProblemPane pane = new ProblemPane(REFUSED, new AbsentDesktop(), () -> {});
      ((javafx.scene.layout.StackPane) window.view.node()).getChildren().add(pane);
    });
    doFx(() -> button("Find out why…").orElseThrow().fire());
    until("the doctor is there", () -> labels(".sheet-title").contains("Checking acme"));
    assertThat(FindOut.helpsWith(ProblemCode.QUESTION)).isFalse();
  }

  private static Activity activity(int number, String connection, int status) {
    return new Activity(
        Instant.parse("2026-11-21T11:00:00Z").plusMillis(number),
        new Asker(connection, number % 3 == 0 ? Asker.Kind.API : Asker.Kind.FILE),
        "GET",
        "storage.example.com",
        "/…/part-" + number + ".parquet",
        "0-99",
        status,
        Outcome.of(status),
        "",
        0,
        100,
        new Timing(1_000 + number, -1, -1, -1, 700),
        "r-" + number,
        "h2");
  }

  @SuppressWarnings("unchecked") // The table is one of activities.
  private TableView<Activity> table() {
    return (TableView<Activity>)
        Objects.requireNonNull(
            onFx(() -> {
              layOut();
              return window.scene.lookup("#activity-table");
            }));
  }

  @Test
  void showsWhatWasAskedAndWhatIsBeingAsked() {
    workspace.activity().accept(activity(1, "acme", 206));
    command("Show the activity");
    until("the first request is there", () -> table().getItems().size() == 1);
    workspace.activity().accept(activity(2, "acme", 403));
    until("the new one came", () -> table().getItems().size() == 2);
    assertThat(onFx(() -> table().getItems().getFirst().status())).isEqualTo(403);
    assertThat(labels("#status .label"))
        .containsExactly("2 requests", "1 not done", "200 B received");
    picture(window.scene, "activity");
    command("Close the tab");
    assertThat(onFx(window.view::front)).isNull();
  }

  @Test
  void saysThatWhatWasCancelledHasNotEndedYet() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Work<Boolean> deaf =
        _ -> {
          begun.countDown();
          end.await();
          return true;
        };
    Jobs jobs = window.jobs();
    Running<Boolean> running = jobs.start(job -> jobs.computeWithin(job, deaf, () -> {}));
    begun.await();
    running.cancel();
    command("Show the activity");
    until(
        "it is told",
        () ->
            labels("#status .label").getLast().endsWith("A cancelled computation is still ending"));
    picture(window.scene, "activity-ending");
    end.countDown();
    until("it has ended", () -> !labels("#status .label").getLast().contains("still ending"));
  }

  @Test
  void findsAndSortsAmongAsManyAsAreKept() {
    IntStream.range(0, ActivityLog.MOST)
        .forEach(i -> workspace.activity().accept(activity(i, i % 2 == 0 ? "acme" : "other", 206)));
    command("Show the activity");
    until("all are there", () -> table().getItems().size() == ActivityLog.MOST);
    doFx(() -> {
      TextField text =
          window.scene.getRoot().lookupAll(".activity-filters .text-field").stream()
              .map(TextField.class::cast)
              .findFirst()
              .orElseThrow();
      text.setText("PART-9999");
    });
    until("eleven match", () -> table().getItems().size() == 11);
    doFx(() -> {
      var took = table().getColumns().getLast();
      took.setSortType(javafx.scene.control.TableColumn.SortType.DESCENDING);
      table().getSortOrder().setAll(List.of(took));
    });
    until(
        "the slowest is first",
        () -> table().getItems().getFirst().path().equals("/…/part-99999.parquet"));
  }
}
