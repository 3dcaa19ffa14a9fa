package org.shareexplorer.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.engine.ColumnProfile.Basis;
import org.shareexplorer.engine.Measure;
import org.shareexplorer.engine.ProfileQuestion;
import org.shareexplorer.engine.ProfileQuestion.Extent;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.ui.headless.FakeTable;
import org.shareexplorer.ui.headless.FxTest;
import org.shareexplorer.ui.headless.TableStage;

/** Profiles come step by step, for the columns in sight only, and one failure spoils one column. */
@SuppressWarnings("NullAway.Init") // Every test begins by opening one.
class ColumnProfilesTest extends FxTest {

  private FakeTable table;
  private TableStage stage;
  private ColumnProfiles profiles;

  private void open(FakeTable opened) {
    table = opened;
    doFx(() -> {
      stage = new TableStage(theme(), false, job -> opened);
      profiles = new ColumnProfiles(opened, stage.ui.background());
    });
  }

  @AfterEach
  void end() {
    doFx(() -> {
      profiles.close();
      stage.close();
    });
  }

  private ProfileState state(int column) {
    return onFx(() -> profiles.state(column));
  }

  private void see(Integer... columns) {
    doFx(() -> profiles.see(List.of(columns)));
  }

  private Stream<ProfileQuestion> asked() {
    return table.questions.stream()
        .filter(ProfileQuestion.class::isInstance)
        .map(ProfileQuestion.class::cast);
  }

  @Test
  void theProviderComesFirstAndOnlyColumnsInSightAreLookedInto() {
    open(FakeTable.wide(200, 50_000));
    see(3, 4, 5);
    until("data", () -> Stream.of(3, 4, 5).allMatch(c -> state(c).fromData()));
    assertThat(table.questions.getFirst()).isNotInstanceOf(ProfileQuestion.class);
    assertThat(asked().map(ProfileQuestion::column))
        .containsExactlyInAnyOrder("measure_3", "measure_4", "measure_5");
    assertThat(state(3).ofAllRows()).isTrue();
    assertThat(state(100).known().orElseThrow().basis()).isEqualTo(new Basis.Provider());
    assertThat(state(100).known().orElseThrow().figures()).containsKey(Measure.NULL_SHARE);
    see(3, 4, 5, 6);
    until("one more", () -> state(6).fromData());
    assertThat(asked()).hasSize(4);
  }

  @Test
  void whatTakesManyBytesIsSampledUntilSomebodyAsksForAll() {
    FakeTable large = FakeTable.sales(50_000, true);
    large.bytesPerColumn = ProfileQuestion.UNASKED_BYTES + 1;
    open(large);
    see(5);
    until("a sample", () -> state(5).fromData());
    assertThat(state(5).ofAllRows()).isFalse();
    assertThat(state(5).bytes()).hasValue(ProfileQuestion.UNASKED_BYTES + 1);
    doFx(() -> profiles.askAll(5));
    until("all rows", () -> state(5).ofAllRows());
    doFx(() -> profiles.askAll(5));
    assertThat(asked().map(ProfileQuestion::extent)).containsExactly(Extent.SAMPLE, Extent.ALL);
  }

  @Test
  void ofAllColumnsThoseInSightComeFirst() {
    FakeTable wide = FakeTable.wide(40, 50_000);
    wide.bytesPerColumn = ProfileQuestion.UNASKED_BYTES + 1;
    open(wide);
    see(30, 31);
    until("samples", () -> state(30).fromData() && state(31).fromData());
    doFx(() -> IntStream.range(10, 40).forEach(profiles::askAll));
    until("all", () -> !profiles.busy());
    List<String> all =
        asked()
            .filter(question -> question.extent() == Extent.ALL)
            .map(ProfileQuestion::column)
            .toList();
    assertThat(all).hasSize(30);
    assertThat(all.subList(0, 4))
        .containsExactlyInAnyOrder("measure_10", "measure_11", "measure_30", "measure_31");
  }

  @Test
  void manyRowsAreSampledBeTheyEverSoFewBytes() {
    open(FakeTable.sales(ProfileQuestion.UNASKED_ROWS + 1, true));
    see(0);
    until("a sample", () -> state(0).fromData());
    assertThat(asked().map(ProfileQuestion::extent)).containsExactly(Extent.SAMPLE);
  }

  @Test
  void oneColumnsFailureSpoilsItsOwnProfileOnly() {
    FakeTable failing = FakeTable.sales(500, true);
    failing.questionsProblem =
        new Problem(ProblemCode.TOO_LARGE, "Too large.", "It is.", "Ask for less.");
    open(failing);
    see(1);
    until("a problem", () -> state(1).problem() != null);
    assertThat(state(1).known().orElseThrow().basis()).isEqualTo(new Basis.Provider());
    failing.questionsProblem = null;
    see(1, 2);
    until("the other", () -> state(2).fromData());
    assertThat(state(1).problem()).isNotNull();
    doFx(() -> profiles.retry(1));
    until("that one, too", () -> state(1).fromData());
    assertThat(state(1).problem()).isNull();
  }

  @Test
  void whereMemoryDoesNotSufficeTheInspectorOffersASample() {
    FakeTable failing = FakeTable.sales(500, true);
    failing.questionsProblem = new Problem(ProblemCode.TOO_LARGE, "Too large.", "", "");
    open(failing);
    ColumnInspector inspector =
        onFx(() -> new ColumnInspector(stage.ui, profiles, _ -> {}, _ -> {}));
    Scene scene = onFx(() -> stage.scene(inspector, 320, 700));
    doFx(() -> inspector.show(1));
    see(1);
    until("a problem", () -> state(1).problem() != null);
    assertThat(texts(scene)).contains("Too large. A sample of its rows needs far less memory.");
    failing.questionsProblem = null;
    doFx(button(scene, "Use a sample")::fire);
    until("a sample", () -> state(1).fromData());
    assertThat(asked().map(ProfileQuestion::extent)).containsExactly(Extent.ALL, Extent.SAMPLE);
    assertThat(state(1).problem()).isNull();
  }

  @Test
  void theInspectorTellsFiguresAndOffersTheNextStep() {
    FakeTable large = FakeTable.sales(50_000, true);
    large.bytesPerColumn = 53_000_000;
    open(large);
    List<String> charted = new java.util.ArrayList<>();
    ColumnInspector inspector =
        onFx(() ->
            new ColumnInspector(stage.ui, profiles, field -> charted.add(field.name()), _ -> {}));
    Scene scene = onFx(() -> stage.scene(inspector, 320, 700));
    doFx(() -> inspector.show(5));
    see(5);
    until(
        "a sample", () -> texts(scene).anyMatch(t -> t.startsWith("A sample of 2,000 of 50,000")));
    assertThat(texts(scene)).contains("total_amount", "decimal(10,2)", "distinct", "≥ 2,000");
    Button step = button(scene, "Compute exactly: about 53 MB to fetch");
    doFx(step::fire);
    until("all rows", () -> texts(scene).anyMatch(t -> t.startsWith("All rows, exact.")));
    doFx(button(scene, "Chart this column")::fire);
    assertThat(charted).containsExactly("total_amount");
    doFx(button(scene, "Copy figures")::fire);
    assertThat(stage.copied.getLast()).startsWith("total_amount\n").contains("distinct: 2,000");
  }

  @Test
  void theScreenOfAllColumnsSharesWhatIsKnown() {
    open(FakeTable.sales(500, true));
    ProfileScreen screen = onFx(() -> new ProfileScreen(stage.ui, profiles));
    Scene scene =
        onFx(() -> {
          Scene made = stage.scene((javafx.scene.Parent) screen.node(), 1200, 500);
          made.getRoot().applyCss();
          made.getRoot().layout();
          screen.shown();
          return made;
        });
    until("all columns", () -> texts(scene).anyMatch(t -> t.startsWith("All rows, exact.")));
    assertThat(asked()).hasSize(8);
    doFx(screen::close);
  }

  private static Stream<String> texts(Scene scene) {
    return onFx(
        () -> {
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          return scene.getRoot().lookupAll(".label").stream()
              .filter(Node::isVisible)
              .map(Label.class::cast)
              .map(Labeled::getText)
              .toList();
        })
        .stream();
  }

  private static Button button(Scene scene, String words) {
    return onFx(() ->
        scene.getRoot().lookupAll(".button").stream()
            .map(Button.class::cast)
            .filter(button -> button.getText().equals(words) && button.isVisible())
            .findFirst()
            .orElseThrow());
  }
}
