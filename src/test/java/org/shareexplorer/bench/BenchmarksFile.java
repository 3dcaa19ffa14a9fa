package org.shareexplorer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The document with what was measured. What is put into it takes the place of its own lines. */
final class BenchmarksFile {

  private static final String END = "<!-- end -->\n";
  private static final String ROW = "| ";

  private final Path path;

  BenchmarksFile(Path path) {
    this.path = path;
  }

  /** Puts in a case's lines. Those of ways that were not run stay. */
  void put(Report report) throws IOException {
    Map<String, String> rows = rows(section(report.about().id()));
    report.lines().forEach(line -> rows.put(line.way(), line.row()));
    put(
        report.about().id(),
        report.text(
            report.about().ways().stream()
                .map(way -> rows.get(way.name()))
                .filter(Objects::nonNull)
                .toList()));
    put("memory", memory());
  }

  /** {@return the lines of a section's table by their first cells} */
  static Map<String, String> rows(String section) {
    Map<String, String> rows = new LinkedHashMap<>();
    section
        .lines()
        .filter(line -> line.startsWith(ROW))
        .skip(1)
        .forEach(line -> rows.put(cells(line).get(1), line));
    return rows;
  }

  private static List<String> cells(String row) {
    return Stream.of(row.split("\\|", -1)).map(String::strip).toList();
  }

  /** {@return a section's text; empty if there is none} */
  String section(String id) throws IOException {
    String text = Files.readString(path);
    String begin = begin(id);
    int from = text.indexOf(begin);
    return from < 0 ? "" : text.substring(from + begin.length(), text.indexOf(END, from));
  }

  /** Replaces a section, or adds it at the end. */
  void put(String id, String section) throws IOException {
    String text = Files.readString(path);
    String begin = begin(id);
    int from = text.indexOf(begin);
    Files.writeString(
        path,
        from < 0
            ? text + "\n" + begin + section + END
            : text.substring(0, from) + begin + section + text.substring(text.indexOf(END, from)));
  }

  private static String begin(String id) {
    return "<!-- " + id + " -->\n";
  }

  private String memory() throws IOException {
    long heap = 0;
    long process = 0;
    for (Case each : Cases.ALL) {
      for (String row : rows(section(each.id())).values()) {
        heap = Math.max(heap, Long.parseLong(cells(row).get(7)));
        process = Math.max(process, Long.parseLong(cells(row).get(8)));
      }
    }
    return """
    ### Memory

    The most of all of these: %d MiB of the heap's 512, %d MiB of the process.
    """
        .formatted(heap, process);
  }
}
