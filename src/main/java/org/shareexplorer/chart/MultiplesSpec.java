package org.shareexplorer.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.GroupKey;
import org.shareexplorer.engine.GroupKey.Rank;
import org.shareexplorer.engine.GroupKey.Source;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Grouped.Group;
import org.shareexplorer.engine.GroupedQuestion;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Predicate;

/**
 * The same chart of each group of rows, on the same axes.
 *
 * @param each what is drawn of each group; not of panels itself
 * @param by the column to group by
 * @param most how many groups at most, those with the most rows; at least 1
 */
public record MultiplesSpec(ChartSpec each, String by, int most) implements ChartSpec {

  /** The name of the setting that makes panels of a chart. */
  private static final String PANELS_BY = "panels by";

  private static final int FIRST = 6;
  private static final int MOST = 16;

  /** Panels do not have panels, nor titles of their own. */
  public MultiplesSpec {
    if (each instanceof MultiplesSpec || each instanceof AnnotatedSpec) {
      throw new IllegalArgumentException("panels of panels, or of an annotated chart");
    }
  }

  /** {@return a setting that makes panels of a chart, or one chart of its panels} */
  static Setting panels(ChartSpec spec, ChartColumns columns) {
    ChartSpec each = spec instanceof MultiplesSpec panels ? panels.each : spec;
    return new Setting.OneOf(
        PANELS_BY,
        Stream.concat(Stream.of(BarSpec.NONE), columns.groups().stream()).toList(),
        spec instanceof MultiplesSpec panels ? panels.by : BarSpec.NONE,
        name ->
            name.equals(BarSpec.NONE)
                ? each
                : new MultiplesSpec(
                    each, name, spec instanceof MultiplesSpec panels ? panels.most : FIRST));
  }

  @Override
  public ChartKind kind() {
    return each.kind();
  }

  @Override
  public String title() {
    return each.title() + ", for each " + by;
  }

  @Override
  public String mainColumn() {
    return each.mainColumn();
  }

  @Override
  public boolean timed() {
    return each.timed();
  }

  @Override
  public boolean measured() {
    return each.measured();
  }

  @Override
  public boolean glimpsed() {
    return each.glimpsed();
  }

  @Override
  public Chart ask(OpenTable table, ZoneId zone, Job job) {
    Field column =
        table.snapshot().fields().stream()
            .filter(field -> field.name().equals(by))
            .findFirst()
            .orElse(null);
    Grouped groups =
        table.ask(
            new GroupedQuestion(
                List.of(new GroupKey(new Source.Value(by), Rank.ROWS, most)), List.of()),
            job);
    List<MultiplesChart.Panel> panels = new ArrayList<>();
    for (Group group : groups.groups()) {
      if (group.keys().getFirst() instanceof Grouped.Key.Of(Object value) && column != null) {
        OpenTable rows = table.matching(having(column, value), job);
        panels.add(new MultiplesChart.Panel(KeyText.of(value), value, each.ask(rows, zone, job)));
      }
    }
    return new MultiplesChart(
        this, List.copyOf(panels), groups.leftOut().getFirst(), groups.rows());
  }

  private static Predicate having(Field column, @Nullable Object value) {
    return value == null
        ? new Predicate.IsNull(column)
        : new Predicate.OneOf(column, List.of(value));
  }

  @Override
  public List<Setting> settings(ChartColumns columns) {
    List<Setting> settings = new ArrayList<>();
    for (Setting setting : each.settings(columns)) {
      settings.add(setting.then(this::of));
    }
    settings.add(
        new Setting.Amount(
            "panels", most, 1, MOST, true, chosen -> new MultiplesSpec(each, by, (int) chosen)));
    return settings;
  }

  private MultiplesSpec of(ChartSpec other) {
    return new MultiplesSpec(other, by, most);
  }

  @Override
  public String definitions() {
    return each.definitions()
        + " A panel each for the "
        + most
        + " groups of "
        + by
        + " with the most rows; all panels have the same axes.";
  }
}
