package org.shareexplorer.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.shareexplorer.demo.DemoWorld;
import org.shareexplorer.job.Jobs;

/** One run of the command line, and what it printed. */
final class CliRun {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Completed with the first flush of the output that holds a line. */
  private final CompletableFuture<String> firstLine = new CompletableFuture<>();

  private int exitCode = -1;

  private InputStream in = InputStream.nullInputStream();

  /** Runs a command with something piped into it. */
  static CliRun piped(DemoWorld world, String input, String... args) {
    return piped(world, Map.of(), input, args);
  }

  /** Runs a command with something piped into it. */
  static CliRun piped(
      DemoWorld world, Map<String, String> environment, String input, String... args) {
    CliRun run = new CliRun();
    run.in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    run.exitCode = run.cli(world, environment, 0, world.jobs()).run(args);
    return run;
  }

  /** Runs a command whose output goes elsewhere. */
  static CliRun into(
      DemoWorld world, Map<String, String> environment, OutputStream elsewhere, String... args) {
    CliRun run = new CliRun();
    run.exitCode =
        new Cli(
                run.terminal(new Outlet(elsewhere), environment, 0),
                world::sources,
                _ -> 7,
                world.jobs())
            .run(args);
    return run;
  }

  /** Runs a command to its end; {@code width} 0 stands for no screen. */
  static CliRun of(DemoWorld world, Map<String, String> environment, int width, String... args) {
    CliRun run = new CliRun();
    run.exitCode = run.cli(world, environment, width, world.jobs()).run(args);
    return run;
  }

  Cli cli(DemoWorld world, Map<String, String> environment, int width, Jobs jobs) {
    Outlet told =
        new Outlet(out) {
          @Override
          public void flush() {
            super.flush();
            if (out().contains("\n")) {
              firstLine.complete(out().lines().findFirst().orElseThrow());
            }
          }
        };
    return new Cli(terminal(told, environment, width), world::sources, _ -> 7, jobs);
  }

  private Terminal terminal(Outlet told, Map<String, String> environment, int width) {
    return new Terminal(
        in,
        told,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        environment,
        width == 0 ? OptionalInt.empty() : OptionalInt.of(width),
        ZoneOffset.UTC);
  }

  CompletableFuture<String> firstLine() {
    return firstLine;
  }

  int exitCode() {
    return exitCode;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
