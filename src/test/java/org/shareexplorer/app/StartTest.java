package org.shareexplorer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {

  @Test
  void nothingADoubleClickedFileOrTheDemoOpensTheWindow(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("my config.share"));

    assertThat(Start.window(List.of())).isTrue();
    assertThat(Start.window(List.of("--demo"))).isTrue();
    assertThat(Start.window(List.of(file.toString()))).isTrue();
  }

  @Test
  void everythingElseIsACommand(@TempDir Path folder) {
    assertThat(Start.window(List.of("ls"))).isFalse();
    assertThat(Start.window(List.of("demo"))).isFalse();
    assertThat(Start.window(List.of("--help"))).isFalse();
    assertThat(Start.window(List.of("ls", "--demo"))).isFalse();
    assertThat(Start.window(List.of(folder.toString()))).isFalse();
    assertThat(Start.window(List.of("no-such.share"))).isFalse();
    assertThat(Start.window(List.of("not a\0path"))).isFalse();
  }

  @Test
  void anOpenWindowIsToldTheWholePathOfWhatToOpen(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("my config.share"));
    Path relative = Path.of("").toAbsolutePath().relativize(file.toAbsolutePath());
    Map<String, String> named = Map.of("DELTA_SHARING_CONFIG", "/data/config.share");

    assertThat(Path.of(Start.opening(List.of(relative.toString()), named)).normalize())
        .isEqualTo(file.toAbsolutePath());
    assertThat(Start.opening(List.of("--demo"), named)).isEqualTo("--demo");
    assertThat(Start.opening(List.of(), named)).isEqualTo("/data/config.share");
    assertThat(Start.opening(List.of(), Map.of())).isEmpty();
    assertThat(Start.opening(List.of(), Map.of("DELTA_SHARING_CONFIG", "{\"a\": 1}"))).isEmpty();
    assertThat(Start.opening(List.of(), Map.of("DELTA_SHARING_CONFIG", "/\0"))).isEmpty();
  }

  @Test
  void linuxHasADisplayWhereItSaysSo() {
    assertThat(Display.present("Linux", Map.of())).isFalse();
    assertThat(Display.present("Linux", Map.of("DISPLAY", ""))).isFalse();
    assertThat(Display.present("Linux", Map.of("DISPLAY", ":0"))).isTrue();
    assertThat(Display.present("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"))).isTrue();
    assertThat(Display.present("Windows 11", Map.of())).isTrue();
    assertThat(Display.present("Mac OS X", Map.of())).isTrue();
  }
}
