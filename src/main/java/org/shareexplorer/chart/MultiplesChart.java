package org.shareexplorer.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The same chart of several groups of rows, with their figures.
 *
 * @param panels the groups, the one with the most rows first
 * @param leftOut groups that have no panel
 * @param rows all rows
 */
public record MultiplesChart(MultiplesSpec spec, List<Panel> panels, long leftOut, long rows)
    implements Chart {

  /**
   * A group's chart.
   *
   * @param label what people call the group
   * @param value its value, or null for rows without one
   */
  public record Panel(String label, @Nullable Object value, Chart chart) {}

  @Override
  public String exactness() {
    return "all "
        + Figures.counted(rows, "row")
        + ", exact"
        + (leftOut == 0 ? "" : "; " + Figures.counted(leftOut, "smaller group") + " not drawn");
  }

  @Override
  public String description() {
    if (emptiness().isPresent()) {
      return spec.title() + ": " + emptiness().get();
    }
    return spec.title()
        + ". "
        + panels.stream()
            .map(panel -> panel.label() + ": " + panel.chart().description())
            .collect(Collectors.joining(" "));
  }

  @Override
  public Optional<String> emptiness() {
    return panels.isEmpty() ? Optional.of(Figures.NO_ROWS) : Optional.empty();
  }
}
