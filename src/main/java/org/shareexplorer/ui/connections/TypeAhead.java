package org.shareexplorer.ui.connections;

import java.util.List;
import java.util.Locale;

/** Finds the next line whose name starts with what was typed, as file lists do. */
final class TypeAhead {

  private static final long PAUSE_NANOS = 1_000_000_000L;

  private String typed = "";
  private long last;

  /**
   * Takes a typed character.
   *
   * @param from the number of the line selected now, or -1
   * @param now a clock's nanoseconds
   * @return the number of the line to select, or -1
   */
  int type(String character, List<Row> rows, int from, long now) {
    typed = now - last > PAUSE_NANOS ? "" : typed;
    last = now;
    typed += character.toLowerCase(Locale.ROOT);
    // A first letter moves on; more letters may stay where they are.
    int start = typed.length() == 1 ? from + 1 : Math.max(from, 0);
    for (int i = 0; i < rows.size(); i++) {
      int at = (start + i) % rows.size();
      Entry entry = rows.get(at).entry();
      if (rows.get(at).kind() == Row.Kind.ENTRY
          && entry != null
          && entry.name().toLowerCase(Locale.ROOT).startsWith(typed)) {
        return at;
      }
    }
    return -1;
  }
}
