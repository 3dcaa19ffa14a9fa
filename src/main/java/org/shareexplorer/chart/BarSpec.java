package org.shareexplorer.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.GroupKey;
import org.shareexplorer.engine.GroupKey.Rank;
import org.shareexplorer.engine.GroupKey.Source;
import org.shareexplorer.engine.GroupedQuestion;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;

/**
 * A quantity of groups, a bar each.
 *
 * @param category the column to group by
 * @param quantity how long a bar is
 * @param split the column by which bars are split, or null
 * @param arrangement how the parts of a split bar stand
 * @param order which groups come first
 * @param most how many groups at most, the first ones in their order; at least 1
 * @param others whether the rows of all other groups make one bar more
 */
public record BarSpec(
    String category,
    Quantity quantity,
    @Nullable String split,
    Arrangement arrangement,
    Rank order,
    int most,
    boolean others)
    implements ChartSpec {

  static final String NONE = "(none)";

  /** More bars than can be told apart. */
  private static final int MOST = 50;

  /** How the parts of a split bar stand. */
  public enum Arrangement {
    /** Side by side. */
    GROUPED,
    /** One after the other: what does not add up stands side by side. */
    STACKED,
    /** One after the other, as parts of a whole. */
    SHARES
  }

  /** The ten groups with the greatest quantity. */
  public BarSpec(String category, Quantity quantity) {
    this(category, quantity, null, Arrangement.GROUPED, Rank.GREATEST, 10, false);
  }

  @Override
  public ChartKind kind() {
    return ChartKind.BAR;
  }

  @Override
  public String title() {
    return quantity.title() + " by " + category + (split == null ? "" : " and " + split);
  }

  @Override
  public String mainColumn() {
    return Objects.requireNonNullElse(quantity.column(), category);
  }

  @Override
  public boolean measured() {
    return !quantity.counted();
  }

  @Override
  public Chart ask(OpenTable table, ZoneId zone, Job job) {
    List<GroupKey> by = new ArrayList<>();
    by.add(new GroupKey(new Source.Value(category), order, most));
    if (split != null) {
      by.add(new GroupKey(new Source.Value(split), Rank.ROWS, Palette.SIZE - 1));
    }
    return new BarChart(this, table.ask(new GroupedQuestion(by, List.of(quantity.total())), job));
  }

  @Override
  public List<Setting> settings(ChartColumns columns) {
    List<Setting> settings = new ArrayList<>();
    settings.add(
        new Setting.OneOf(
            "group",
            columns.groups(),
            category,
            name -> new BarSpec(name, quantity, split, arrangement, order, most, others)));
    settings.addAll(
        quantity.settings(
            columns,
            chosen -> new BarSpec(category, chosen, split, arrangement, order, most, others)));
    settings.add(
        new Setting.OneOf(
            "split",
            Stream.concat(Stream.of(NONE), columns.groups().stream()).toList(),
            Objects.requireNonNullElse(split, NONE),
            name ->
                new BarSpec(
                    category,
                    quantity,
                    name.equals(NONE) ? null : name,
                    arrangement,
                    order,
                    most,
                    others)));
    if (split != null && quantity.additive()) {
      settings.add(
          Setting.of(
              "parts",
              List.of(Arrangement.values()),
              arrangement,
              chosen -> new BarSpec(category, quantity, split, chosen, order, most, others)));
    }
    settings.add(
        Setting.of(
            "first",
            List.of(Rank.GREATEST, Rank.LEAST, Rank.ROWS, Rank.KEY),
            order,
            chosen -> new BarSpec(category, quantity, split, arrangement, chosen, most, others)));
    settings.add(
        new Setting.Amount(
            "bars",
            most,
            1,
            MOST,
            true,
            chosen ->
                new BarSpec(category, quantity, split, arrangement, order, (int) chosen, others)));
    settings.add(
        new Setting.Flag(
            "others",
            others,
            chosen -> new BarSpec(category, quantity, split, arrangement, order, most, chosen)));
    return settings;
  }

  @Override
  public String definitions() {
    return "Rows are put together by "
        + category
        + "; rows without it are a group of their own. "
        + Quantities.definition(quantity)
        + " Groups beyond the first "
        + most
        + (others ? " are one bar together." : " are left out.");
  }
}
