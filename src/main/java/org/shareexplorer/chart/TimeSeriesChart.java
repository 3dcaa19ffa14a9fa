package org.shareexplorer.chart;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.TimeSeries;
import org.shareexplorer.engine.TimeSeries.Step;

/** A time series with its figures. */
public record TimeSeriesChart(TimeSeriesSpec spec, TimeSeries answer) implements Chart {

  /** {@return the first day of the step after one} */
  static LocalDate next(LocalDate start, Bucket bucket, int steps) {
    return switch (bucket) {
      case DAY -> start.plusDays(steps);
      case WEEK -> start.plusWeeks(steps);
      case MONTH -> start.plusMonths(steps);
      case QUARTER -> start.plusMonths(3L * steps);
      case YEAR -> start.plusYears(steps);
    };
  }

  /** {@return what people call a step} */
  String label(LocalDate start) {
    return KeyText.step(start, spec.bucket());
  }

  /** {@return the days of a step} */
  static Picked.Days days(TimeSeriesSpec spec, LocalDate start) {
    return new Picked.Days(spec.time(), start, next(start, spec.bucket(), 1));
  }

  /** {@return the last step if it is not over yet} */
  Optional<UnfinishedStep> unfinished() {
    return UnfinishedStep.of(
        answer.steps().stream().map(Step::start).toList(), answer.lastDays(), spec.bucket());
  }

  private List<Step> valued() {
    return answer.steps().stream().filter(step -> step.value() != null).toList();
  }

  @Override
  public String exactness() {
    long rows = answer.steps().stream().mapToLong(Step::rows).sum();
    String text =
        "all "
            + Figures.counted(rows + answer.rowsWithoutTime(), "row")
            + ", exact"
            + unfinished().map(UnfinishedStep::remark).orElse("");
    return answer.rowsWithoutTime() == 0
        ? text
        : text + "; " + Figures.count(answer.rowsWithoutTime()) + " without a date left out";
  }

  @Override
  public String description() {
    if (emptiness().isPresent()) {
      return "Time series of " + spec.title() + ": " + emptiness().get();
    }
    List<Step> steps = valued();
    Comparator<Step> byValue = Comparator.comparing(step -> Figures.exactOrZero(step.value()));
    Step highest = steps.stream().max(byValue).orElseThrow();
    Step lowest = steps.stream().min(byValue).orElseThrow();
    return "%s, %s from %s to %s. Highest %s in %s, lowest %s in %s. %s."
        .formatted(
            spec.title(),
            Figures.counted(steps.size(), "step"),
            label(steps.getFirst().start()),
            label(steps.getLast().start()),
            Figures.number(Figures.exactOrZero(highest.value())),
            label(highest.start()),
            Figures.number(Figures.exactOrZero(lowest.value())),
            label(lowest.start()),
            exactness());
  }

  @Override
  public Optional<String> emptiness() {
    if (!valued().isEmpty()) {
      return Optional.empty();
    }
    if (answer.steps().isEmpty()) {
      return Optional.of(Figures.nothing(spec.time(), answer.rowsWithoutTime()));
    }
    String value = spec.value();
    return Optional.of(
        Figures.nothing(
            value == null ? spec.time() : value,
            answer.steps().stream().mapToLong(Step::rows).sum()));
  }
}
