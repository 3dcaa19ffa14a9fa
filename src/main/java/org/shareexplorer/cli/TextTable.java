package org.shareexplorer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Rows as aligned text. On a screen, long cells are shortened and columns that do not fit are left
 * out and counted; for a program, everything stands there in full.
 */
final class TextTable {

  private static final String GAP = "  ";
  private static final int LONGEST_CELL = 40;

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** A column's head and the side its cells lean on. */
  record Column(String name, boolean right) {
    static Column left(String name) {
      return new Column(name, false);
    }

    static Column right(String name) {
      return new Column(name, true);
    }
  }

  TextTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Adds a row: a text per column. */
  TextTable row(List<String> cells) {
    rows.add(cells.stream().map(CellLine::harmless).toList());
    return this;
  }

  TextTable row(String... cells) {
    return row(List.of(cells));
  }

  /**
   * Lays the table out.
   *
   * @param screen columns of the screen, or none for no limit
   */
  Layout layout(OptionalInt screen) {
    int longest = screen.isPresent() ? LONGEST_CELL : Integer.MAX_VALUE;
    int[] widths = new int[columns.size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = Math.min(longest, CellLine.width(CellLine.harmless(columns.get(c).name())));
      for (List<String> row : rows) {
        widths[c] = Math.max(widths[c], Math.min(longest, CellLine.width(row.get(c))));
      }
    }
    int shown = fitting(widths, screen.orElse(Integer.MAX_VALUE));
    List<String> lines = new ArrayList<>(rows.size() + 2);
    lines.add(line(columns.stream().map(c -> CellLine.harmless(c.name())).toList(), widths, shown));
    lines.add(rule(widths, shown));
    rows.forEach(row -> lines.add(line(row, widths, shown)));
    return new Layout(lines, columns.size() - shown);
  }

  /**
   * A table as text.
   *
   * @param lines its lines
   * @param columnsLeftOut how many columns found no place
   */
  record Layout(List<String> lines, int columnsLeftOut) {}

  private static int fitting(int[] widths, int screen) {
    long used = 0;
    for (int c = 0; c < widths.length; c++) {
      used += widths[c] + (c == 0 ? 0 : GAP.length());
      boolean last = c == widths.length - 1;
      if (c > 0 && used + (last ? 0 : GAP.length() + 1) > screen) {
        return c;
      }
    }
    return widths.length;
  }

  private String line(List<String> cells, int[] widths, int shown) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < shown; c++) {
      String cell = CellLine.shortened(cells.get(c), widths[c]);
      String space = " ".repeat(widths[c] - CellLine.width(cell));
      line.append(c == 0 ? "" : GAP).append(columns.get(c).right() ? space + cell : cell + space);
    }
    return (shown < widths.length ? line + GAP + "…" : line.toString()).stripTrailing();
  }

  private static String rule(int[] widths, int shown) {
    List<String> parts = new ArrayList<>();
    for (int c = 0; c < shown; c++) {
      parts.add("─".repeat(widths[c]));
    }
    return String.join(GAP, parts);
  }
}
