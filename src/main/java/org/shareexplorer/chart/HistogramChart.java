package org.shareexplorer.chart;

import java.util.List;
import java.util.Optional;
import org.shareexplorer.engine.Histogram;
import org.shareexplorer.engine.HistogramQuestion.Scale;

/**
 * A histogram with its figures.
 *
 * @param whole whether each bin stands for one whole number, that of its lower edge
 */
public record HistogramChart(HistogramSpec spec, Histogram answer, boolean whole) implements Chart {

  /** What part of the values in one bin leaves the others without height. */
  private static final double CROWDED = 0.75;

  /** One whose bins are ranges. */
  HistogramChart(HistogramSpec spec, Histogram answer) {
    this(spec, answer, false);
  }

  @Override
  public String exactness() {
    String placed =
        answer.notPlaced() == 0
            ? ""
            : spec.scale() == Scale.LOG
                ? "; " + Figures.count(answer.notPlaced()) + " not above zero left out"
                : "; " + Figures.count(answer.notPlaced()) + " NaN or infinite left out";
    return Figures.exact(answer.rows(), answer.nulls()) + placed;
  }

  @Override
  public String description() {
    if (emptiness().isPresent()) {
      return "Histogram of " + spec.column() + ": " + emptiness().get();
    }
    int highest = 0;
    for (int i = 1; i < answer.counts().size(); i++) {
      if (answer.counts().get(i) > answer.counts().get(highest)) {
        highest = i;
      }
    }
    List<String> cuts = FigureFormat.PLAIN.texts(answer.cuts());
    return "Histogram of %s, %s, from %s to %s. Highest %s with %s. %s."
        .formatted(
            spec.column(),
            Figures.counted(answer.counts().size(), "bin"),
            cuts.getFirst(),
            cuts.getLast(),
            whole
                ? "at " + cuts.get(highest)
                : "bin " + cuts.get(highest) + " to " + cuts.get(highest + 1),
            Figures.counted(answer.counts().get(highest), "row"),
            exactness());
  }

  @Override
  public Optional<ChartSpec> logarithmic() {
    long all = answer.counts().stream().mapToLong(Long::longValue).sum();
    long most = answer.counts().stream().mapToLong(Long::longValue).max().orElse(0);
    boolean crowded = !whole && answer.counts().size() > 4 && most > CROWDED * all;
    return crowded
            && spec.scale() == Scale.LINEAR
            && answer.edges().getFirst() > 0
            && answer.edges().getLast() > 10 * answer.edges().getFirst()
        ? Optional.of(
            new HistogramSpec(spec.column(), spec.bins(), null, Scale.LOG, spec.density()))
        : Optional.empty();
  }

  @Override
  public Optional<String> emptiness() {
    if (!answer.counts().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        answer.notPlaced() > 0 && spec.scale() == Scale.LOG
            ? "No value above zero has a place on a logarithmic scale."
            : Figures.nothing(spec.column(), answer.rows()));
  }
}
