package org.shareexplorer.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.problem.Problem;

/**
 * What a command reads, where it writes and what surrounds it.
 *
 * @param in what is piped into the program
 * @param out what was asked for, UTF-8
 * @param err everything else: problems, progress, costs
 * @param environment the environment's variables
 * @param width columns of the screen that {@code out} is read on, or none if a program or a file
 *     takes it
 * @param zone the time zone in which instants are shown
 */
public record Terminal(
    InputStream in,
    Outlet out,
    PrintStream err,
    Map<String, String> environment,
    OptionalInt width,
    ZoneId zone) {

  private static final int USUAL_WIDTH = 100;

  /** {@return the terminal that the program was started from} */
  public static Terminal ofProcess() {
    return new Terminal(
        System.in,
        new Outlet(new FileOutputStream(FileDescriptor.out)),
        new Outlet(new FileOutputStream(FileDescriptor.err)),
        System.getenv(),
        width(System.getenv("COLUMNS")),
        ZoneId.systemDefault());
  }

  /** {@return whether a person watches} */
  boolean interactive() {
    return width.isPresent();
  }

  /** Writes a line for the person, not for the program that reads the output. */
  void say(String line) {
    out.flush();
    err.println(CellLine.harmless(line));
    err.flush();
  }

  /** Writes what went wrong. */
  void say(Problem problem) {
    say(problem.sentence() + " (" + problem.code().text() + ")");
  }

  /** Writes a line that was asked for. */
  void print(String line) {
    out.println(line);
  }

  // From JDK 25 on there is no console again where input or output goes elsewhere.
  @SuppressWarnings("SystemConsoleNull")
  private static OptionalInt width(@Nullable String columns) {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return OptionalInt.empty();
    }
    return columns != null && columns.matches("[1-9]\\d{1,4}")
        ? OptionalInt.of(Integer.parseInt(columns))
        : OptionalInt.of(USUAL_WIDTH);
  }
}
