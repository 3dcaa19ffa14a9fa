package org.shareexplorer.ui.grid;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.Field;

/**
 * One row with all its columns, to be read from top to bottom.
 *
 * @param row its number, from 0
 * @param entries columns and their values
 */
record RowDetailModel(long row, List<Entry> entries) {

  /** A column and its value in the row. */
  record Entry(Field field, @Nullable Object value) {}

  static RowDetailModel of(RowPage page) {
    if (page.rows().isEmpty()) {
      return new RowDetailModel(page.first(), List.of());
    }
    return new RowDetailModel(
        page.first(),
        IntStream.range(0, page.columns().size())
            .mapToObj(i -> new Entry(page.columns().get(i), page.value(0, i)))
            .toList());
  }

  /** {@return the entries whose name or value holds the words, in whatever case} */
  List<Entry> found(String words) {
    String sought = words.strip().toLowerCase(Locale.ROOT);
    return entries.stream()
        .filter(entry ->
            (entry.field().name() + "\n" + CellText.plain(entry.value()))
                .toLowerCase(Locale.ROOT)
                .contains(sought))
        .toList();
  }
}
