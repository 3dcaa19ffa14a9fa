package org.shareexplorer.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Grouped.Group;

/** A pie with its figures. */
public record PieChart(PieSpec spec, Grouped answer) implements Chart {

  /** {@return the groups that have a part} */
  List<Group> parts() {
    return answer.groups().stream().filter(group -> size(group) > 0).toList();
  }

  /** {@return how large a group's part is} */
  static double size(Group group) {
    double size = Quantities.place(group.totals().getFirst());
    return Double.isNaN(size) ? 0 : size;
  }

  /** {@return what stands for a part} */
  String label(Group group) {
    return KeyText.of(group.keys().getFirst(), answer.leftOut().getFirst());
  }

  /** {@return a part's share of the whole, for a person} */
  String share(Group group) {
    double whole = parts().stream().mapToDouble(PieChart::size).sum();
    return Figures.format("0.#").format(100 * size(group) / whole) + " %";
  }

  @Override
  public String exactness() {
    return "all " + Figures.counted(answer.rows(), "row") + ", exact";
  }

  @Override
  public String description() {
    if (emptiness().isPresent()) {
      return "Pie of " + spec.title() + ": " + emptiness().get();
    }
    return "Pie of %s. %s. %s."
        .formatted(
            spec.title(),
            parts().stream()
                .map(part -> label(part) + ": " + share(part))
                .collect(Collectors.joining("; ")),
            exactness());
  }

  @Override
  public Optional<String> emptiness() {
    if (answer.groups().stream().anyMatch(group -> size(group) < 0)) {
      return Optional.of("A pie has no place for parts below zero: choose a bar chart.");
    }
    if (!parts().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        answer.groups().isEmpty()
            ? Figures.NO_ROWS
            : Figures.nothing(spec.mainColumn(), answer.rows()));
  }
}
