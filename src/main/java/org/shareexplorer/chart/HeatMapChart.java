package org.shareexplorer.chart;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Grouped.Group;

/**
 * A heat map with its figures.
 *
 * @param lastDays for each step from left to right, the last day that one of its rows has; empty if
 *     that is not known
 */
public record HeatMapChart(HeatMapSpec spec, Grouped answer, List<LocalDate> lastDays)
    implements Chart {

  /** {@return the last step if it is not over yet} */
  Optional<UnfinishedStep> unfinished() {
    Bucket bucket = spec.bucket();
    return bucket == null
        ? Optional.empty()
        : UnfinishedStep.of(
            columns().stream()
                .flatMap(key ->
                    key instanceof Grouped.Key.Of(LocalDate start) ? Stream.of(start) : Stream.of())
                .toList(),
            lastDays,
            bucket);
  }

  /** {@return the groups from top to bottom} */
  List<Grouped.Key> rows() {
    return answer.groups().stream().map(group -> group.keys().getFirst()).distinct().toList();
  }

  /** {@return the groups from left to right; steps in the order of time} */
  List<Grouped.Key> columns() {
    List<Grouped.Key> columns = KeyTable.of(answer).columns();
    return spec.bucket() == null
        ? columns
        : columns.stream().sorted(Comparator.comparing(HeatMapChart::start)).toList();
  }

  private static LocalDate start(Grouped.Key key) {
    return key instanceof Grouped.Key.Of(LocalDate start) ? start : LocalDate.MAX;
  }

  /** {@return what stands beside a row} */
  String rowLabel(Grouped.Key row) {
    return KeyText.of(row, answer.leftOut().getFirst());
  }

  /** {@return what stands under a column} */
  String columnLabel(Grouped.Key column) {
    Bucket bucket = spec.bucket();
    return bucket != null && column instanceof Grouped.Key.Of(LocalDate start)
        ? KeyText.step(start, bucket)
        : KeyText.of(column, answer.leftOut().getLast());
  }

  /** {@return the same, where there is little room} */
  String columnTick(Grouped.Key column) {
    return spec.bucket() == Bucket.WEEK && column instanceof Grouped.Key.Of(LocalDate start)
        ? start.toString()
        : columnLabel(column);
  }

  @Override
  public String exactness() {
    return "all "
        + Figures.counted(answer.rows(), "row")
        + ", exact"
        + unfinished().map(UnfinishedStep::remark).orElse("");
  }

  @Override
  public String description() {
    if (emptiness().isPresent()) {
      return "Heat map of " + spec.title() + ": " + emptiness().get();
    }
    Group most =
        answer.groups().stream().max(Comparator.comparingDouble(HeatMapChart::size)).orElseThrow();
    return "Heat map of %s, %d by %d. Greatest in %s, %s with %s. %s."
        .formatted(
            spec.title(),
            rows().size(),
            columns().size(),
            rowLabel(most.keys().getFirst()),
            columnLabel(most.keys().getLast()),
            Quantities.text(most.totals().getFirst()),
            exactness());
  }

  private static double size(Group group) {
    double size = Quantities.place(group.totals().getFirst());
    return Double.isNaN(size) ? Double.NEGATIVE_INFINITY : size;
  }

  @Override
  public Optional<String> emptiness() {
    if (answer.groups().isEmpty()) {
      return Optional.of(Figures.NO_ROWS);
    }
    return answer.groups().stream().allMatch(group -> group.totals().getFirst() == null)
        ? Optional.of(Figures.nothing(spec.mainColumn(), answer.rows()))
        : Optional.empty();
  }
}
