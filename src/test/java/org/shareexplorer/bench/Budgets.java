package org.shareexplorer.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Does all that can be done with {@link HostileTables}, each table in a process of its own with the
 * launcher's heap, and prints what came of it: an answer or a sentence, and how much memory it
 * took. The property {@code budget.tables} names the tables (all, if empty), {@code budget.action}
 * a part of the names of actions, {@code budget.seconds} how long each may take before it is
 * cancelled. With the property {@code budget.write}, the last outcomes of these tables go into
 * {@code docs/benchmarks.md}; if it is {@code only}, nothing is run before. With the property
 * {@code budget.cancel} everything is cancelled, to see what that leaves behind.
 */
final class Budgets {

  private static final boolean CANCEL = Boolean.getBoolean("budget.cancel");
  private static final String OUTCOMES = CANCEL ? "cancelled.jsonl" : "outcomes.jsonl";

  private Budgets() {}

  /** Runs. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(System.getProperty("budget.folder", "target/budgets")).toAbsolutePath();
    String wanted = System.getProperty("budget.tables", "");
    String write = System.getProperty("budget.write", "");
    HostileTables tables = new HostileTables(root);
    try (BenchServer server = BenchServer.start(root, new Link(Duration.ZERO, 0))) {
      for (String table :
          wanted.isEmpty() ? HostileTables.names() : List.of(wanted.split(",", -1))) {
        if (!write.equals("only")) {
          tables.make(HostileTables.SMALL);
          tables.make(table);
          int code = run(root, server.origin(), table);
          System.out.println(table + " ended with " + code);
        }
        if (!write.isEmpty()) {
          BenchmarksFile file = new BenchmarksFile(Path.of("docs", "benchmarks.md"));
          if (CANCEL) {
            CancelReport report = CancelReport.of(table, root.resolve(OUTCOMES));
            file.put(report.id(), report.text());
          } else {
            BudgetReport report = BudgetReport.of(table, root.resolve(OUTCOMES));
            file.put(report.id(), report.text());
          }
        }
      }
    }
    System.exit(0);
  }

  private static int run(Path root, String server, String table)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Bench.OPTIONS);
    command.add("-Dbudget.folder=" + root);
    command.add("-Dbudget.seconds=" + System.getProperty("budget.seconds", "240"));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            (CANCEL ? CancelRun.class : BudgetRun.class).getName(),
            server,
            table));
    String action = System.getProperty("budget.action", "");
    if (!action.isEmpty()) {
      command.add(action);
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(line);
        // Java itself may have something to say.
        if (line.startsWith("{")) {
          Files.writeString(
              root.resolve(OUTCOMES),
              line + "\n",
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND);
        }
      }
    }
    return process.waitFor();
  }
}
