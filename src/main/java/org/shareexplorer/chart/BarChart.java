package org.shareexplorer.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Grouped.Group;

/** A bar chart with its figures. */
public record BarChart(BarSpec spec, Grouped answer) implements Chart {

  /** {@return the groups that have a bar, and what they are split into} */
  KeyTable table() {
    return KeyTable.of(
        new Grouped(
            answer.groups().stream()
                .filter(g -> spec.others() || g.keys().getFirst() instanceof Grouped.Key.Of)
                .toList(),
            answer.leftOut()));
  }

  /** {@return what stands beside a bar} */
  String label(Grouped.Key category) {
    return KeyText.of(category, answer.leftOut().getFirst());
  }

  /** {@return what stands for a part of the bars} */
  String part(Grouped.Key split) {
    return KeyText.of(split, answer.leftOut().getLast());
  }

  @Override
  public String exactness() {
    String all = "all " + Figures.counted(answer.rows(), "row") + ", exact";
    long leftOut = answer.leftOut().getFirst();
    return leftOut == 0
        ? all
        : "%s; %s %s"
            .formatted(
                all,
                Figures.counted(leftOut, "further group"),
                spec.others() ? "together" : "not drawn");
  }

  @Override
  public String description() {
    if (emptiness().isPresent()) {
      return "Bar chart of " + spec.title() + ": " + emptiness().get();
    }
    KeyTable table = table();
    return "Bar chart of %s. %s. %s."
        .formatted(
            spec.title(),
            table.rows().stream()
                .limit(10)
                .map(row -> label(row) + ": " + told(table, row))
                .collect(Collectors.joining("; ")),
            exactness());
  }

  private String told(KeyTable table, Grouped.Key row) {
    return table.columns().stream()
        .flatMap(column ->
            table.at(row, column).stream()
                .map(group ->
                    (column.equals(KeyTable.ONLY) ? "" : part(column) + " ")
                        + Quantities.text(group.totals().getFirst())))
        .collect(Collectors.joining(", "));
  }

  @Override
  public Optional<String> emptiness() {
    List<Group> groups = answer.groups();
    if (groups.isEmpty()) {
      return Optional.of(Figures.NO_ROWS);
    }
    return groups.stream().allMatch(group -> group.totals().getFirst() == null)
        ? Optional.of(Figures.nothing(spec.mainColumn(), answer.rows()))
        : Optional.empty();
  }
}
