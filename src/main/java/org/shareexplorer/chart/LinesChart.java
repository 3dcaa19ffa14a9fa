package org.shareexplorer.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Grouped.Group;

/**
 * Lines over time, one per group, with their figures.
 *
 * @param lastDays for each step, the last day that one of its rows has; empty if that is not known
 */
public record LinesChart(TimeSeriesSpec spec, Grouped answer, List<LocalDate> lastDays)
    implements Chart {

  /** {@return the last step if it is not over yet} */
  Optional<UnfinishedStep> unfinished() {
    return UnfinishedStep.of(steps(), lastDays, spec.bucket());
  }

  /** {@return the steps that have a time, and the groups} */
  KeyTable table() {
    return KeyTable.of(
        new Grouped(
            answer.groups().stream()
                .filter(g -> g.keys().getFirst() instanceof Grouped.Key.Of(LocalDate _))
                .toList(),
            answer.leftOut()));
  }

  /** {@return the steps with rows, in the order of time} */
  List<LocalDate> steps() {
    return table().rows().stream()
        .flatMap(
            key -> key instanceof Grouped.Key.Of(LocalDate start) ? Stream.of(start) : Stream.of())
        .toList();
  }

  /** {@return what stands for a line} */
  String label(Grouped.Key group) {
    return KeyText.of(group, answer.leftOut().getLast());
  }

  private long withoutTime() {
    return answer.groups().stream()
        .filter(group -> !(group.keys().getFirst() instanceof Grouped.Key.Of(LocalDate _)))
        .mapToLong(Group::rows)
        .sum();
  }

  @Override
  public String exactness() {
    String text =
        "all "
            + Figures.counted(answer.rows(), "row")
            + ", exact"
            + unfinished().map(UnfinishedStep::remark).orElse("");
    return withoutTime() == 0
        ? text
        : text + "; " + Figures.count(withoutTime()) + " without a date left out";
  }

  @Override
  public String description() {
    if (emptiness().isPresent()) {
      return "Time series of " + spec.title() + ": " + emptiness().get();
    }
    KeyTable table = table();
    return "%s, %s, a line each for %s. %s."
        .formatted(
            spec.title(),
            Figures.counted(table.rows().size(), "step"),
            table.columns().stream().map(this::label).collect(Collectors.joining(", ")),
            exactness());
  }

  @Override
  public Optional<String> emptiness() {
    List<Group> groups = answer.groups();
    boolean drawn =
        groups.stream()
            .anyMatch(group ->
                group.keys().getFirst() instanceof Grouped.Key.Of(LocalDate _)
                    && group.totals().getFirst() != null);
    if (drawn) {
      return Optional.empty();
    }
    return Optional.of(
        Figures.nothing(
            withoutTime() == answer.rows() ? spec.time() : spec.mainColumn(), answer.rows()));
  }
}
