package org.shareexplorer.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftViewsTest {

  private static final LeftView VIEW =
      new LeftView(
          List.of(new LeftView.Condition("name = 'Müller \"&\" Söhne'", true)),
          List.of(new LeftView.Order("price", true)),
          List.of(new LeftView.Column("price", 123.5, false, true)));

  @TempDir Path home;

  private LeftViews started() {
    return LeftViews.in(Folders.under(home));
  }

  private Path file() {
    return home.resolve("config/left-views.json");
  }

  @Test
  void whatWasLeftOutlivesTheProgramAndIsForItsOwnerAlone() throws Exception {
    started().leave("a", VIEW);
    assertThat(started().of("a")).isEqualTo(VIEW);
    assertThat(started().of("b")).isEqualTo(LeftView.PLAIN);
    if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aPlainViewLeavesNoTrace() throws Exception {
    LeftViews views = started();
    views.leave("a", VIEW);
    views.leave("a", LeftView.PLAIN);
    assertThat(started().of("a")).isEqualTo(LeftView.PLAIN);
    assertThat(Files.readString(file())).isEqualTo("{}");
  }

  @Test
  void theTablesOfAConnectionAreForgottenTogether() {
    LeftViews views = started();
    views.leave("one\nx", VIEW);
    views.leave("one\ny", VIEW);
    views.leave("oneself\nx", VIEW);
    views.forget("one\n");
    assertThat(started().of("one\nx")).isEqualTo(LeftView.PLAIN);
    assertThat(started().of("one\ny")).isEqualTo(LeftView.PLAIN);
    assertThat(started().of("oneself\nx")).isEqualTo(VIEW);
  }

  @Test
  void aDamagedFileIsNoReasonToFail() throws Exception {
    started().leave("a", VIEW);
    for (String text : List.of("{\"a\":", "[]", "{\"a\":{\"order\":[]}}", "{\"a\":null}")) {
      Files.writeString(file(), text);
      LeftViews views = started();
      assertThat(views.of("a")).as(text).isEqualTo(LeftView.PLAIN);
      views.leave("b", VIEW);
      assertThat(started().of("b")).as(text).isEqualTo(VIEW);
    }
  }

  @Test
  void onlySoManyAndOnlySoLongOnesAreKept() {
    LeftViews views = started();
    for (int i = 0; i < 310; i++) {
      views.leave("t" + i, VIEW);
    }
    assertThat(views.of("t0")).isEqualTo(LeftView.PLAIN);
    assertThat(views.of("t309")).isEqualTo(VIEW);
    LeftView.Condition huge = new LeftView.Condition("a".repeat(300_000), false);
    views.leave("t309", new LeftView(List.of(huge), List.of(), List.of()));
    assertThat(views.of("t309")).isEqualTo(LeftView.PLAIN);
  }
}
