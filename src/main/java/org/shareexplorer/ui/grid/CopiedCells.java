package org.shareexplorer.ui.grid;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.job.Work;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.Field;

/**
 * Cells as text for the clipboard: a line per row, tabs between, exact values. What holds a tab, a
 * line break or a quote is put in quotes, as spreadsheets read it.
 *
 * @param table where the values come from; what was read before costs nothing again
 * @param columns the columns, in the order to write them
 * @param first the first row
 * @param last the last row
 * @param headers whether the columns' names come first
 */
record CopiedCells(OpenTable table, List<Field> columns, long first, long last, boolean headers)
    implements Work<String> {

  /** More does not belong on a clipboard. */
  static final long MOST_CELLS = 2_000_000;

  private static final int AT_A_TIME = 1_000;

  long rows() {
    return last - first + 1;
  }

  @Override
  public String run(Job job) {
    if (rows() * columns.size() > MOST_CELLS) {
      throw new Problem(
              ProblemCode.QUESTION,
              "These are too many cells to copy.",
              String.format("%,d rows by %,d columns are selected.", rows(), columns.size()),
              String.format("Select at most %,d cells.", MOST_CELLS))
          .asException();
    }
    StringJoiner text = begin(columns, headers);
    List<String> names = columns.stream().map(Field::name).toList();
    for (long at = first; at <= last; ) {
      job.progress(Progress.of("Copying rows", at - first, rows()));
      int count = (int) Math.min(AT_A_TIME, last - at + 1);
      RowPage page = table.rows(at, count, names, job);
      page.rows().forEach(row -> text.add(line(row)));
      at += page.rows().size();
      if (page.end() || page.rows().isEmpty()) {
        break;
      }
    }
    return text.toString();
  }

  /** {@return the text of rows at hand} */
  static String text(List<Field> columns, List<List<@Nullable Object>> rows, boolean headers) {
    StringJoiner text = begin(columns, headers);
    rows.forEach(row -> text.add(line(row)));
    return text.toString();
  }

  private static StringJoiner begin(List<Field> columns, boolean headers) {
    StringJoiner text = new StringJoiner("\n");
    if (headers) {
      text.add(columns.stream().map(f -> quoted(f.name())).collect(Collectors.joining("\t")));
    }
    return text;
  }

  private static String line(List<@Nullable Object> row) {
    StringJoiner line = new StringJoiner("\t");
    row.forEach(value -> line.add(quoted(CellText.plain(value))));
    return line.toString();
  }

  private static String quoted(String text) {
    boolean needed =
        text.indexOf('\t') >= 0
            || text.indexOf('\n') >= 0
            || text.indexOf('\r') >= 0
            || text.startsWith("\"");
    return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
