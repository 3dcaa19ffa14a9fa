package org.shareexplorer.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shareexplorer.engine.BoxPlot;
import org.shareexplorer.engine.BoxPlot.Box;
import org.shareexplorer.engine.Histogram;
import org.shareexplorer.engine.HistogramQuestion.Scale;

/** A box plot with its figures. */
public record BoxPlotChart(BoxPlotSpec spec, BoxPlot answer) implements Chart {

  /** Boxes that are narrower, as a part of the axis, are lines. */
  private static final double CROWDED = 0.04;

  /** {@return the boxes that have something to draw} */
  List<Box> drawn() {
    return answer.boxes().stream()
        .filter(box -> box.count() > 0 && (spec.scale() == Scale.LINEAR || box.max() > 0))
        .toList();
  }

  /** {@return what stands beside a box} */
  String label(Box box) {
    return spec.group() == null ? "all rows" : KeyText.of(box.group());
  }

  /** {@return the density curves of the boxes that are drawn, over their values' range} */
  List<List<Histogram.Point>> curves() {
    return IntStream.range(0, answer.boxes().size())
        .filter(i -> drawn().contains(answer.boxes().get(i)))
        .mapToObj(i ->
            Curves.within(
                answer.densities().get(i),
                answer.boxes().get(i).min(),
                answer.boxes().get(i).max()))
        .toList();
  }

  @Override
  public String exactness() {
    long values = answer.boxes().stream().mapToLong(Box::count).sum();
    long nulls = answer.boxes().stream().mapToLong(Box::nulls).sum();
    String text;
    if (answer.groupsLeftOut() > 0) {
      text =
          "%s in the %s, exact; %s left out"
                  .formatted(
                      Figures.counted(values + nulls, "row"),
                      Figures.counted(answer.boxes().size(), "largest group"),
                      Figures.counted(answer.groupsLeftOut(), "smaller group"))
              + (nulls > 0 ? ", and " + Figures.count(nulls) + " without a number" : "");
    } else {
      text = Figures.exactWithout(values + nulls, nulls);
    }
    boolean clipped =
        spec.scale() == Scale.LOG && answer.boxes().stream().anyMatch(box -> box.min() <= 0);
    return clipped ? text + "; values not above zero are not drawn" : text;
  }

  @Override
  public String description() {
    if (emptiness().isPresent()) {
      return "Box plot of " + spec.column() + ": " + emptiness().get();
    }
    return "Box plot of "
        + spec.title()
        + ". "
        + drawn().stream()
            .map(box ->
                "%s: median %s, quartiles %s and %s, %s"
                    .formatted(
                        label(box),
                        Figures.number(box.median()),
                        Figures.number(box.q1()),
                        Figures.number(box.q3()),
                        Figures.counted(box.outlierCount(), "outlier")))
            .collect(Collectors.joining("; "))
        + ". "
        + exactness()
        + ".";
  }

  @Override
  public Optional<ChartSpec> logarithmic() {
    double least = drawn().stream().mapToDouble(Box::min).min().orElse(0);
    double greatest = drawn().stream().mapToDouble(Box::max).max().orElse(0);
    double widest = drawn().stream().mapToDouble(box -> box.q3() - box.q1()).max().orElse(0);
    boolean crowded = widest < CROWDED * (greatest - least) && greatest > 10 * least;
    return crowded && least > 0 && spec.scale() == Scale.LINEAR && !spec.violin()
        ? Optional.of(new BoxPlotSpec(spec.column(), spec.group(), spec.mostGroups(), Scale.LOG))
        : Optional.empty();
  }

  @Override
  public Optional<String> emptiness() {
    if (!drawn().isEmpty()) {
      return Optional.empty();
    }
    if (answer.boxes().stream().anyMatch(box -> box.count() > 0)) {
      return Optional.of("No value above zero has a place on a logarithmic scale.");
    }
    return Optional.of(
        Figures.nothing(spec.column(), answer.boxes().stream().mapToLong(Box::nulls).sum()));
  }
}
