package org.shareexplorer.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** A case's table in Markdown. */
record Report(Case about, List<Line> lines) {

  /**
   * A way's figures: the run with the median time, and the most memory of all runs.
   *
   * @param said what the runs said, for comparing
   */
  record Line(String way, int runs, Box.Run median, long heap, long process, String said) {

    static Line of(String way, List<Box.Run> runs) {
      List<Box.Run> sorted =
          runs.stream().sorted(Comparator.comparingDouble(Box.Run::seconds)).toList();
      Box.Run median = sorted.get((sorted.size() - 1) / 2);
      return new Line(
          way,
          runs.size(),
          median,
          most(runs, Box.Run::heap),
          most(runs, Box.Run::process),
          median.said());
    }

    private static long most(List<Box.Run> runs, ToLongFunction<Box.Run> of) {
      return runs.stream().mapToLong(of).max().orElse(0);
    }

    String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %.2f | %d | %d | %s | %s | %d | %d | %d |",
          way,
          median.seconds(),
          median.requests(),
          median.fileRequests(),
          megabytes(median.bytes()),
          megabytes(median.fileBytes()),
          heap >> 20,
          process >> 20,
          runs);
    }

    private static String megabytes(long bytes) {
      return String.format(Locale.ROOT, "%.2f", bytes / 1e6);
    }
  }

  String text() {
    return text(lines.stream().map(Line::row).toList());
  }

  /** {@return the table of some rows} */
  String text(List<String> rows) {
    StringBuilder text = new StringBuilder();
    text.append("### ").append(about.title()).append("\n\n");
    text.append("To reach: ").append(about.reach()).append(".\n\n");
    text.append(
        "| way | seconds | requests | of these for files | MB | of these of files | peak heap, MiB"
            + " | peak process, MiB | runs |\n");
    text.append("|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
    rows.forEach(row -> text.append(row).append('\n'));
    return text.toString();
  }
}
