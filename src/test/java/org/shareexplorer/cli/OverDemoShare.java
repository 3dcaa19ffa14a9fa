package org.shareexplorer.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.demo.DemoWorld;
import org.shareexplorer.provider.DemoShare;
import org.shareexplorer.workspace.ProfileVariable;

/** Runs commands over the demo share, served once for all tests of a class. */
abstract class OverDemoShare {

  /** Where tests may write. */
  @TempDir static Path folder = Path.of("");

  private static @Nullable DemoWorld world;

  @BeforeAll
  static void serve() {
    world = new DemoWorld(folder.resolve("world"), Clock.systemUTC());
  }

  @AfterAll
  static void end() {
    Objects.requireNonNull(world).close();
  }

  static DemoShare share() {
    return Objects.requireNonNull(world).share();
  }

  static CliRun command(String... arguments) {
    return CliRun.of(Objects.requireNonNull(world), environment(), 0, arguments);
  }

  /** Runs a command whose output goes elsewhere. */
  static CliRun into(OutputStream elsewhere, String... arguments) {
    return CliRun.into(Objects.requireNonNull(world), environment(), elsewhere, arguments);
  }

  /** Runs a command with something piped into it. */
  static CliRun piped(String input, String... arguments) {
    return CliRun.piped(Objects.requireNonNull(world), environment(), input, arguments);
  }

  private static Map<String, String> environment() {
    return Map.of(ProfileVariable.NAME, share().profileJson());
  }
}
