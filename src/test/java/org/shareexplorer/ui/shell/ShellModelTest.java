package org.shareexplorer.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.settings.OpenTab;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.headless.FakeWorkspace;

class ShellModelTest {

  private static final TableRef A = table("a");
  private static final TableRef B = table("b");
  private static final TableRef C = table("c");

  private final ShellModel model = new ShellModel();

  private static TableRef table(String name) {
    return new TableRef(new ConnectionId("one"), "one", new TableName("s", "m", name));
  }

  private void openAll() {
    model.open(A);
    model.open(B);
    model.open(C);
  }

  @Test
  void bringsAnOpenTableToTheFrontInsteadOfOpeningItTwice() {
    openAll();
    model.open(new TableRef(A.connection(), "renamed", A.table()));
    assertThat(model.tabs()).containsExactly(A, B, C);
    assertThat(model.front().get()).isEqualTo(A);
  }

  @Test
  void closingTheFrontShowsItsNeighbour() {
    openAll();
    model.front().set(B);
    model.close(B);
    assertThat(model.front().get()).isEqualTo(C);
    model.close(C);
    assertThat(model.front().get()).isEqualTo(A);
    model.close(A);
    assertThat(model.front().get()).isNull();
  }

  @Test
  void reopensTheLastClosedFirst() {
    openAll();
    model.close(A);
    model.close(C);
    model.reopenClosed();
    assertThat(model.front().get()).isEqualTo(C);
    model.reopenClosed();
    assertThat(model.tabs()).containsExactly(B, C, A);
    assertThat(model.canReopen()).isFalse();
  }

  @Test
  void cyclesAroundTheEnds() {
    openAll();
    model.cycle(1);
    assertThat(model.front().get()).isEqualTo(A);
    model.cycle(-1);
    assertThat(model.front().get()).isEqualTo(C);
  }

  @Test
  void remembersAndRestoresWhatIsStillThere() {
    FakeWorkspace workspace = new FakeWorkspace();
    workspace.connect("one", null);
    model.restore(
        List.of(
            new OpenTab("one", "s", "m", "a"),
            new OpenTab("gone", "s", "m", "x"),
            new OpenTab("one", "s", "m", "c")),
        2,
        workspace.connections());
    assertThat(model.tabs()).containsExactly(A, C);
    assertThat(model.front().get()).isEqualTo(C);
    assertThat(model.remember())
        .containsExactly(new OpenTab("one", "s", "m", "a"), new OpenTab("one", "s", "m", "c"));
    assertThat(model.frontIndex()).isEqualTo(1);
  }

  @Test
  void closesTheTablesOfARemovedConnection() {
    openAll();
    model.keepOnly(List.of());
    assertThat(model.tabs()).isEmpty();
    assertThat(model.canReopen()).isFalse();
  }
}
