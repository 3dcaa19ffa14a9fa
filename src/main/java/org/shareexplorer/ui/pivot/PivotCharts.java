package org.shareexplorer.ui.pivot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shareexplorer.chart.AnnotatedSpec;
import org.shareexplorer.chart.BarSpec;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.Quantity;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.sql.Pivot;
import org.shareexplorer.engine.sql.PivotTable;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/**
 * The charts that suit a pivot. Its rows are groups already: how often a figure comes, or how it is
 * spread within a group, tells nothing of them.
 */
final class PivotCharts {

  private static final int MOST = 4;

  private PivotCharts() {}

  /**
   * {@return a chart for each value, by the first row field, over all groups of the column field;
   * none for what does not add up over other row fields, nor if that field has numbers}
   */
  static List<ChartSpec> of(PivotTable found) {
    Pivot pivot = found.pivot();
    List<Field> figures = found.figures();
    List<Field> keys = found.result().query().columns().subList(0, pivot.rows().size());
    int values = pivot.values().size();
    List<Field> together = figures.subList(figures.size() - values, figures.size());
    return IntStream.range(0, Math.min(values, MOST))
        .filter(i -> together.get(i).type().numeric())
        .boxed()
        .flatMap(i ->
            drawn(pivot, keys, together.get(i).name(), addsUp(pivot.values().get(i).aggregate()))
                .map(spec -> (ChartSpec) new AnnotatedSpec(spec, title(pivot, i), "", List.of()))
                .stream())
        .toList();
  }

  /**
   * Each group has one row: a sum of it is the figure itself, or that of all in the first field.
   */
  private static Optional<ChartSpec> drawn(
      Pivot pivot, List<Field> keys, String figure, boolean addsUp) {
    if (keys.isEmpty() || (keys.size() > 1 && !addsUp)) {
      return Optional.empty();
    }
    Field first = keys.getFirst();
    Optional<Bucket> step = pivot.rows().getFirst().step();
    if (step.isPresent()) {
      return Optional.of(new TimeSeriesSpec(first.name(), step.get(), Aggregate.SUM, figure));
    }
    return first.type() == Simple.STRING || first.type() == Simple.BOOLEAN
        ? Optional.of(new BarSpec(first.name(), new Quantity(Aggregate.SUM, figure)))
        : Optional.empty();
  }

  private static boolean addsUp(Aggregate aggregate) {
    return aggregate == Aggregate.COUNT || aggregate == Aggregate.SUM;
  }

  private static String title(Pivot pivot, int value) {
    String words =
        new Pivot(
                pivot.rows().subList(0, 1),
                Optional.empty(),
                List.of(pivot.values().get(value)),
                pivot.zone())
            .words();
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
