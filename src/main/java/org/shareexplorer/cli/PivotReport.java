package org.shareexplorer.cli;

import java.util.ArrayList;
import java.util.List;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.engine.sql.PivotTable;

/** A pivot on a terminal, for people or for programs. */
record PivotReport(Terminal terminal, PivotTable pivot, RowPage page) {

  /** Prints a text table, and below its rows the figures of all of them together. */
  void text() {
    PrintedRows printed = new PrintedRows(terminal, page);
    TextTable text = printed.table();
    int keys = pivot.pivot().rows().size();
    if (keys > 0 && page.end()) {
      List<String> totals = new ArrayList<>(printed.cells(pivot.totals()));
      for (int i = 0; i < keys; i++) {
        totals.add(i, i == 0 ? "all" : "");
      }
      text.row(totals);
    }
    TextTable.Layout layout = text.layout(terminal.width());
    layout.lines().forEach(terminal::print);
    terminal.print("");
    terminal.print(footnote(layout.columnsLeftOut()));
  }

  private String footnote(int leftOut) {
    long groups = pivot.result().rows();
    String rows =
        page.end()
            ? "%,d %s".formatted(groups, groups == 1 ? "row" : "rows")
            : "The first %,d of %,d rows; --limit says how many are wanted"
                .formatted(page.rows().size(), groups);
    return rows
        + ", exact"
        + (leftOut == 0 ? "" : "; %d more columns (pipe for all)".formatted(leftOut));
  }

  /** Prints JSON: the columns, an object per row, and the figures of all rows together. */
  void json(long version) {
    PrintedRows printed = new PrintedRows(terminal, page);
    Json.print(
        terminal,
        out -> {
          out.writeStartObject();
          printed.columns(out);
          out.writeNumberField("version", version);
          out.writeBooleanField("end", page.end());
          printed.rows(out);
          out.writeFieldName("totals");
          PrintedRows.object(out, pivot.figures(), pivot.totals());
          out.writeEndObject();
        });
  }
}
