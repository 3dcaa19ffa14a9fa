package org.shareexplorer.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryHistoryTest {

  @TempDir Path home;

  @Test
  void theNewestComesFirstAndEachOnce() {
    QueryHistory history = new QueryHistory(Folders.under(home));
    assertThat(history.all()).isEmpty();
    history.add("SELECT 1");
    history.add("SELECT 2\nFROM x -- größe");
    history.add("SELECT 1");
    assertThat(new QueryHistory(Folders.under(home)).all())
        .containsExactly("SELECT 1", "SELECT 2\nFROM x -- größe");
    history.clear();
    assertThat(history.all()).isEmpty();
  }

  @Test
  void noMoreAreKeptThanTwoHundred() {
    QueryHistory history = new QueryHistory(Folders.under(home));
    IntStream.range(0, 203).forEach(i -> history.add("SELECT " + i));
    assertThat(history.all()).hasSize(200).startsWith("SELECT 202").endsWith("SELECT 3");
  }

  @Test
  void aDamagedFileIsNoReasonNotToGoOn() throws Exception {
    QueryHistory history = new QueryHistory(Folders.under(home));
    history.add("SELECT 1");
    Files.writeString(Folders.under(home).config().resolve("queries.json"), "{nonsense");
    assertThat(history.all()).isEmpty();
    history.add("SELECT 2");
    assertThat(history.all()).containsExactly("SELECT 2");
  }
}
