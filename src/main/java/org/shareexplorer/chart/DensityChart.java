package org.shareexplorer.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shareexplorer.engine.BoxPlot;
import org.shareexplorer.engine.BoxPlot.Box;
import org.shareexplorer.engine.Histogram;

/** Density curves with their figures. */
public record DensityChart(DensitySpec spec, BoxPlot answer) implements Chart {

  /** {@return the numbers of the groups that have a curve} */
  int[] drawn() {
    return IntStream.range(0, answer.densities().size())
        .filter(i -> !answer.densities().get(i).isEmpty())
        .toArray();
  }

  /** {@return the curve of a group, from its least to its greatest value} */
  List<Histogram.Point> curve(int number) {
    Box box = answer.boxes().get(number);
    return Curves.within(answer.densities().get(number), box.min(), box.max());
  }

  /** {@return what stands for a curve} */
  String label(Box box) {
    return spec.group() == null ? "all rows" : KeyText.of(box.group());
  }

  @Override
  public String exactness() {
    long values = answer.boxes().stream().mapToLong(Box::count).sum();
    long nulls = answer.boxes().stream().mapToLong(Box::nulls).sum();
    String text = Figures.exactWithout(values + nulls, nulls);
    return answer.groupsLeftOut() == 0
        ? text
        : text.replaceFirst("^all ", "")
            + "; "
            + Figures.counted(answer.groupsLeftOut(), "smaller group")
            + " not drawn";
  }

  @Override
  public String description() {
    if (emptiness().isPresent()) {
      return "Density of " + spec.column() + ": " + emptiness().get();
    }
    return "%s. %s. %s."
        .formatted(
            spec.title(),
            IntStream.of(drawn())
                .mapToObj(answer.boxes()::get)
                .map(box -> label(box) + ": median " + Figures.number(box.median()))
                .collect(Collectors.joining("; ")),
            exactness());
  }

  @Override
  public Optional<String> emptiness() {
    if (drawn().length > 0) {
      return Optional.empty();
    }
    boolean values = answer.boxes().stream().anyMatch(box -> box.count() > 0);
    return Optional.of(
        values
            ? "All values of " + spec.column() + " are the same: a curve needs some that differ."
            : Figures.nothing(spec.column(), answer.boxes().stream().mapToLong(Box::nulls).sum()));
  }
}
