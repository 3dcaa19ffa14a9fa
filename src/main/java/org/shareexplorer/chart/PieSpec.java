package org.shareexplorer.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.GroupKey;
import org.shareexplorer.engine.GroupedQuestion;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;

/**
 * Groups as parts of a whole.
 *
 * @param category the column to group by
 * @param quantity how large a part is: rows counted, values counted, or a sum
 * @param most how many parts at most besides that of all others; at least 1
 * @param ring whether the middle is left out
 */
public record PieSpec(String category, Quantity quantity, int most, boolean ring)
    implements ChartSpec {

  /** Six parts and the others, as a ring. */
  public PieSpec(String category, Quantity quantity) {
    this(category, quantity, 6, true);
  }

  /** Takes what adds up only. */
  public PieSpec {
    if (!quantity.additive()) {
      throw new IllegalArgumentException(quantity.aggregate() + " does not add up to a whole");
    }
  }

  @Override
  public ChartKind kind() {
    return ChartKind.PIE;
  }

  @Override
  public String title() {
    return quantity.title() + " by " + category;
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
    return new PieChart(
        this,
        table.ask(
            new GroupedQuestion(List.of(GroupKey.top(category, most)), List.of(quantity.total())),
            job));
  }

  @Override
  public List<Setting> settings(ChartColumns columns) {
    List<Setting> settings = new ArrayList<>();
    settings.add(
        new Setting.OneOf(
            "group", columns.groups(), category, name -> new PieSpec(name, quantity, most, ring)));
    List<String> options = new ArrayList<>(List.of(Quantity.COUNTED));
    options.addAll(columns.values());
    settings.add(
        new Setting.OneOf(
            "value",
            options,
            Objects.requireNonNullElse(quantity.column(), Quantity.COUNTED),
            name ->
                new PieSpec(
                    category,
                    name.equals(Quantity.COUNTED)
                        ? Quantity.ROWS
                        : new Quantity(Aggregate.SUM, name),
                    most,
                    ring)));
    settings.add(
        new Setting.Amount(
            "parts",
            most,
            1,
            Palette.SIZE - 1,
            true,
            chosen -> new PieSpec(category, quantity, (int) chosen, ring)));
    settings.add(
        new Setting.Flag("ring", ring, chosen -> new PieSpec(category, quantity, most, chosen)));
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
        + " are one part together.";
  }
}
