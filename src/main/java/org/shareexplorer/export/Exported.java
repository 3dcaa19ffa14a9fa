package org.shareexplorer.export;

import java.nio.file.Path;
import java.util.List;

/**
 * A file with rows that was written.
 *
 * @param bytes the file's size
 * @param losses what could not be kept as it was, in sentences
 */
public record Exported(Path file, long rows, long bytes, List<String> losses) {

  /** {@return that in a sentence or two} */
  public String sentence() {
    String written =
        "%s: %,d %s, %s"
            .formatted(file.getFileName(), rows, rows == 1 ? "row" : "rows", size(bytes));
    return losses.isEmpty() ? written : written + ". " + String.join(" ", losses);
  }

  private static String size(long bytes) {
    return bytes < 10_000
        ? "%,d bytes".formatted(bytes)
        : bytes < 10_000_000
            ? "%,d KB".formatted(bytes / 1_000)
            : "%,d MB".formatted(bytes / 1_000_000);
  }
}
