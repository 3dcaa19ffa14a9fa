package org.shareexplorer.ui.table;

import java.util.List;
import java.util.Locale;

/** Numbers of bytes for people, in units of 1,000. */
public final class SizeText {

  private static final List<String> UNITS = List.of("KB", "MB", "GB", "TB");

  private SizeText() {}

  /** {@return a size in two or three digits, such as {@code 1.2 MB}} */
  public static String of(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    double value = bytes / 1e3;
    int unit = 0;
    while (value >= 999.5 && unit < UNITS.size() - 1) {
      value /= 1_000;
      unit++;
    }
    return String.format(Locale.ROOT, value < 9.95 ? "%.1f %s" : "%.0f %s", value, UNITS.get(unit));
  }

  /** {@return a size that also tells every byte, such as {@code 1.2 MB (1,234,567 bytes)}} */
  public static String exact(long bytes) {
    return bytes < 1_000
        ? bytes + " bytes"
        : String.format(Locale.ROOT, "%s (%,d bytes)", of(bytes), bytes);
  }
}
