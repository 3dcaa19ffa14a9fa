package org.shareexplorer.dashboard;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.GroupedQuestion;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.engine.Summary;
import org.shareexplorer.engine.Summary.ColumnSummary;
import org.shareexplorer.engine.SummaryQuestion;
import org.shareexplorer.engine.Total;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.Field;

/** What is asked of a table for a tile. */
final class TileQuestions {

  private TileQuestions() {}

  /** {@return what there is to see of a table's rows; blocks} */
  static Shown ask(Content.OfRows content, OpenTable table, ZoneId zone, Job job) {
    return switch (content) {
      case ChartContent(Source _, ChartSpec chart) ->
          new Shown.Drawing(chart.ask(table, zone, job));
      case SummaryContent(Source _, List<String> columns) ->
          described(table, columns.isEmpty() ? names(table) : columns, job);
      case FiguresContent _ -> numbers(table, job);
      case RowsContent(Source _, int most) -> listed(table, most, job);
    };
  }

  private static Shown described(OpenTable table, List<String> names, Job job) {
    Summary summary = table.ask(new SummaryQuestion(names), job);
    List<Field> added =
        summary.columns().stream()
            .map(ColumnSummary::field)
            .filter(field -> Aggregate.SUM.fits(field.type()))
            .toList();
    List<@Nullable Object> sums = added.isEmpty() ? List.of() : sums(table, added, job);
    List<@Nullable Object> totals = new ArrayList<>();
    for (ColumnSummary column : summary.columns()) {
      int place = added.indexOf(column.field());
      totals.add(place < 0 || sums.isEmpty() ? null : sums.get(place));
    }
    return new Shown.Described(summary, Collections.unmodifiableList(totals));
  }

  private static List<@Nullable Object> sums(OpenTable table, List<Field> added, Job job) {
    List<Total> totals = added.stream().map(f -> Total.of(Aggregate.SUM, f.name())).toList();
    List<Grouped.Group> groups = table.ask(new GroupedQuestion(List.of(), totals), job).groups();
    return groups.isEmpty() ? List.of() : groups.getFirst().totals();
  }

  private static Shown numbers(OpenTable table, Job job) {
    RowPage page = table.rowsAs(0, 2, names(table), UnaryOperator.identity(), job);
    if (page.rows().size() != 1) {
      throw new Problem(
              ProblemCode.QUESTION,
              "The figures cannot be shown.",
              "They are those of one row, but there "
                  + (page.rows().isEmpty() ? "is none." : "are several."),
              "Write a query that gives one row, such as SELECT count(*) AS sales FROM sales.")
          .asException();
    }
    return new Shown.Numbers(page.columns(), page.rows().getFirst());
  }

  private static Shown listed(OpenTable table, int most, Job job) {
    RowPage page = table.rowsAs(0, most, names(table), UnaryOperator.identity(), job);
    return new Shown.Listed(
        page.columns(),
        page.rows(),
        page.end() ? OptionalLong.of(page.rows().size()) : table.rowCount());
  }

  private static List<String> names(OpenTable table) {
    return table.snapshot().fields().stream().map(Field::name).toList();
  }
}
