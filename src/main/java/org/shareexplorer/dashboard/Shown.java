package org.shareexplorer.dashboard;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.Figures;
import org.shareexplorer.engine.Summary;
import org.shareexplorer.table.Field;

/** What there is to see in a tile. Immutable. */
public sealed interface Shown {

  /** {@return on how many rows it stands; blank if on none} */
  String exactness();

  /** A chart. */
  record Drawing(Chart chart) implements Shown {
    @Override
    public String exactness() {
      return chart.exactness();
    }
  }

  /**
   * The figures of columns.
   *
   * @param totals the sums of the columns of numbers, in the columns' order; else null
   */
  record Described(Summary summary, List<@Nullable Object> totals) implements Shown {
    @Override
    public String exactness() {
      return "all " + Figures.counted(summary.rows(), "row") + ", exact";
    }
  }

  /** A row of figures. */
  record Numbers(List<Field> columns, List<@Nullable Object> values) implements Shown {
    @Override
    public String exactness() {
      return "exact";
    }
  }

  /**
   * Some rows.
   *
   * @param all how many rows there are, where that is known
   */
  record Listed(List<Field> columns, List<List<@Nullable Object>> rows, OptionalLong all)
      implements Shown {
    @Override
    public String exactness() {
      boolean more = all.isEmpty() || all.getAsLong() > rows.size();
      return (more ? "the first " : "all ")
          + Figures.counted(rows.size(), "row")
          + (more && all.isPresent() ? " of " + Figures.count(all.getAsLong()) : "");
    }
  }

  /** Words. */
  record Said(String text) implements Shown {
    @Override
    public String exactness() {
      return "";
    }
  }
}
