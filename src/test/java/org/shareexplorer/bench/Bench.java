package org.shareexplorer.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the cases named in the property {@code bench.cases} (all, if empty; {@code case:way} for one
 * way of a case) and prints a table for each; of their ways those that are {@code quick} or {@code
 * slow}, if the property {@code bench.pace} says so. With the property {@code bench.write}, the
 * lines of what was run go into {@code docs/benchmarks.md} as well.
 */
final class Bench {

  private static final Duration ROUND_TRIP = Duration.ofMillis(50);
  private static final long BITS_PER_SECOND = 100_000_000;

  /** As the application's launcher has them. */
  static final List<String> OPTIONS =
      List.of(
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED");

  private Bench() {}

  /** Runs. */
  public static void main(String[] arguments) throws Exception {
    String wanted = System.getProperty("bench.cases", "").strip();
    String pace = System.getProperty("bench.pace", "");
    int runs = Integer.getInteger("bench.runs", 0);
    Path root = Path.of(System.getProperty("bench.folder", "target/bench")).toAbsolutePath();
    BenchTables tables = new BenchTables(root);
    tables.make("warm");
    try (BenchServer slow = BenchServer.start(root, new Link(ROUND_TRIP, BITS_PER_SECOND));
        BenchServer fast = BenchServer.start(root, new Link(Duration.ZERO, 0))) {
      for (Case each : Cases.ALL) {
        List<Report.Line> lines = new ArrayList<>();
        for (Case.Way way : each.ways()) {
          if (!asked(wanted, each, way) || pace.equals(way.slow() ? "quick" : "slow")) {
            continue;
          }
          for (String table : each.tables()) {
            tables.make(table);
          }
          List<Box.Run> ran = new ArrayList<>();
          for (int n = 0; n < (runs > 0 ? Math.min(runs, way.runs()) : way.runs()); n++) {
            ran.add(run(each, way, slow, fast));
          }
          lines.add(Report.Line.of(way.name(), ran));
        }
        if (!lines.isEmpty()) {
          Report report = new Report(each, lines);
          System.out.println(report.text());
          lines.forEach(line -> System.out.println("  " + line.way() + " said: " + line.said()));
          if (Boolean.getBoolean("bench.write")) {
            new BenchmarksFile(Path.of("docs", "benchmarks.md")).put(report);
          }
        }
      }
    }
    System.exit(0);
  }

  private static boolean asked(String wanted, Case each, Case.Way way) {
    return wanted.isEmpty()
        || List.of(wanted.split(",", -1)).contains(each.id())
        || List.of(wanted.split(",", -1)).contains(each.id() + ":" + way.name());
  }

  private static Box.Run run(Case each, Case.Way way, BenchServer slow, BenchServer fast)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            BenchRun.class.getName(),
            each.id(),
            way.name(),
            slow.origin(),
            fast.origin()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(each.id() + ":" + way.name() + " failed: " + output);
    }
    JsonNode run = new JsonMapper().readTree(output.strip().lines().toList().getLast());
    return new Box.Run(
        run.path("seconds").asDouble(),
        run.path("requests").asLong(),
        run.path("fileRequests").asLong(),
        run.path("bytes").asLong(),
        run.path("fileBytes").asLong(),
        run.path("heap").asLong(),
        run.path("process").asLong(),
        run.path("said").asText());
  }
}
