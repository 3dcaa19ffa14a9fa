package org.shareexplorer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MacFilesTest {

  @Test
  void filesThatComeBeforeTheWindowWaitForIt() {
    MacFiles files = new MacFiles();
    List<Path> opened = new ArrayList<>();

    files.arrived(Path.of("a.share"));
    files.arrived(Path.of("b.share"));
    files.giveTo(opened::add);
    files.arrived(Path.of("c.share"));

    assertThat(opened).containsExactly(Path.of("a.share"), Path.of("b.share"), Path.of("c.share"));
  }
}
