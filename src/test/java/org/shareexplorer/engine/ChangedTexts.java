package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.ChangeList;
import org.shareexplorer.table.Field;

/** Changed rows as the lines of a change feed, to be compared with what another engine says. */
final class ChangedTexts {

  private ChangedTexts() {}

  /** A line per state: type, version, then the values; read page by page. */
  static List<List<String>> of(ChangedRows rows, Job job) {
    List<String> columns = rows.snapshot().fields().stream().map(Field::name).toList();
    List<List<String>> lines = new ArrayList<>();
    long all = rows.rowCount().orElseThrow();
    for (long first = 0; first < all; first += 7) {
      RowPage page = rows.rows(first, 7, columns, job);
      page.rows().forEach(row -> lines.addAll(lines(columns, row)));
    }
    return lines;
  }

  /** {@return lines in an order of their own, so that many of them are quickly compared} */
  static List<List<String>> sorted(List<List<String>> lines) {
    return lines.stream().sorted(Comparator.comparing(Object::toString)).toList();
  }

  private static List<List<String>> lines(List<String> columns, List<?> row) {
    ChangeKind kind = (ChangeKind) row.get(columns.indexOf(ChangeList.CHANGE_TYPE));
    return switch (kind) {
      case INSERT -> List.of(line("insert", row, false));
      case DELETE -> List.of(line("delete", row, false));
      case UPDATE ->
          List.of(line("update_preimage", row, true), line("update_postimage", row, false));
    };
  }

  private static List<String> line(String type, List<?> row, boolean before) {
    List<String> line = new ArrayList<>(List.of(type, String.valueOf(row.get(1))));
    for (Object cell : row.subList(3, row.size())) {
      Object value =
          cell instanceof CellChange change ? (before ? change.before() : change.after()) : cell;
      line.add(String.valueOf(value));
    }
    return line;
  }
}
