package org.shareexplorer.cli;

import picocli.CommandLine.Option;

/** The options that say what a command tells of itself. */
final class Reporting {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help.")
  @SuppressWarnings("unused") // Read by picocli alone.
  private boolean help;

  @Option(
      names = "--stats",
      description =
          "Print what the command cost as one line of JSON on standard error: requests, bytes, seconds, peakHeapBytes.")
  boolean stats;

  @Option(
      names = "--verbose",
      description = "With a problem, print the other side's own words as well.")
  boolean verbose;
}
