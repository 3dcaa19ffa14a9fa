package org.shareexplorer.dashboard;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of asking for a tile.
 *
 * @param shown what there is to see
 * @param filter the condition that rows had to match; blank if they are all
 * @param query whether the rows are a query's
 * @param tables the tables that it is of
 */
public record TileAnswer(Shown shown, String filter, boolean query, List<UsedTable> tables) {

  public TileAnswer {
    tables = List.copyOf(tables);
  }

  /** {@return on which rows of what it stands, in a line; blank if on none} */
  public String standing() {
    String rows = shown.exactness();
    return Stream.of(
            query && !rows.isBlank() ? rows + ", of a query" : rows,
            filter.isBlank() ? "" : "where " + filter,
            tables.stream().map(UsedTable::text).collect(Collectors.joining("; ")))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" · "));
  }
}
