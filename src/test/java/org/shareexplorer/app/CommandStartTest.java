package org.shareexplorer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own. */
class CommandStartTest {

  @Test
  void aCommandLoadsNeitherTheWindowNorTheDatabase(@TempDir Path folder) throws Exception {
    Path profile =
        Files.writeString(
            folder.resolve("config.share"),
            "{\"shareCredentialsVersion\":1,\"endpoint\":\"http://127.0.0.1:1/x\",\"bearerToken\":\"t\"}");
    Path loaded = folder.resolve("loaded.txt");
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:file=" + loaded.toString().replace(":", "\\:"),
            "-cp",
            System.getProperty("java.class.path"),
            "org.shareexplorer.app.Main",
            "describe",
            "a",
            "b",
            "c",
            "--profile",
            profile.toString());
    command.environment().put("SHARE_EXPLORER_HOME", folder.toString());
    command.redirectErrorStream(true).redirectOutput(folder.resolve("said.txt").toFile());

    int exitCode = command.start().waitFor();

    String classes = Files.readString(loaded);
    assertThat(Files.readString(folder.resolve("said.txt"))).contains("(network-connect)");
    assertThat(exitCode).isEqualTo(1);
    assertThat(classes).contains(" org.shareexplorer.cli.Cli ");
    assertThat(classes).doesNotContain(" javafx.").doesNotContain(" org.duckdb.");
  }
}
