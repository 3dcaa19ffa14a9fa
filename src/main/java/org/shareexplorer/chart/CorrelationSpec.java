package org.shareexplorer.chart;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.shareexplorer.engine.CorrelationQuestion;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;

/**
 * How numeric columns go together, two by two.
 *
 * @param columns the columns
 */
public record CorrelationSpec(List<String> columns) implements ChartSpec {

  /** How many columns are compared at first. */
  static final int FIRST = 8;

  /** Copies its list. */
  public CorrelationSpec {
    columns = List.copyOf(columns);
  }

  @Override
  public ChartKind kind() {
    return ChartKind.CORRELATION;
  }

  @Override
  public String title() {
    return "Correlation of " + columns.size() + " columns";
  }

  @Override
  public String mainColumn() {
    return columns.getFirst();
  }

  @Override
  public boolean measured() {
    return false;
  }

  @Override
  public Chart ask(OpenTable table, ZoneId zone, Job job) {
    return new CorrelationChart(this, table.ask(new CorrelationQuestion(columns), job));
  }

  @Override
  public List<Setting> settings(ChartColumns among) {
    return among.values().stream()
        .limit(CorrelationQuestion.MOST)
        .<Setting>map(
            name -> new Setting.Flag(name, columns.contains(name), chosen -> with(name, chosen)))
        .toList();
  }

  private CorrelationSpec with(String name, boolean chosen) {
    List<String> wanted =
        chosen
            ? Stream.concat(columns.stream(), Stream.of(name)).distinct().toList()
            : columns.stream().filter(column -> !column.equals(name)).toList();
    return wanted.size() < 2 ? this : new CorrelationSpec(wanted);
  }

  @Override
  public String definitions() {
    return "Pearson's coefficient of each two columns over the rows where both have a value: 1 if"
        + " they rise together along a line, −1 if one falls as the other rises, 0 if neither."
        + " A column that does not vary has none.";
  }
}
