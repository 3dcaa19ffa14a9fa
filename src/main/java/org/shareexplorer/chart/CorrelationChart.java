package org.shareexplorer.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Correlations;
import org.shareexplorer.engine.Correlations.Pair;

/** A correlation matrix with its figures. */
public record CorrelationChart(CorrelationSpec spec, Correlations answer) implements Chart {

  /** {@return a coefficient; that of a column with itself is 1, if it varies with any other} */
  @Nullable Double at(int row, int column) {
    if (row != column) {
      return answer.of(row, column).coefficient();
    }
    return known().stream().anyMatch(pair -> pair.first() == row || pair.second() == row)
        ? Double.valueOf(1)
        : null;
  }

  @Override
  public String exactness() {
    return "all " + Figures.counted(answer.rows(), "row") + ", exact";
  }

  @Override
  public String description() {
    if (emptiness().isPresent()) {
      return "Correlation matrix: " + emptiness().get();
    }
    Pair strongest =
        known().stream().max(Comparator.comparingDouble(CorrelationChart::strength)).orElseThrow();
    List<String> columns = answer.columns();
    return "Correlation matrix of %s. Strongest: %s and %s with %s. %s."
        .formatted(
            String.join(", ", columns),
            columns.get(strongest.first()),
            columns.get(strongest.second()),
            text(strongest.coefficient()),
            exactness());
  }

  private List<Pair> known() {
    return answer.pairs().stream().filter(pair -> pair.coefficient() != null).toList();
  }

  private static double strength(Pair pair) {
    Double coefficient = pair.coefficient();
    return coefficient == null ? 0 : Math.abs(coefficient);
  }

  /** {@return a coefficient for a person} */
  static String text(@Nullable Double coefficient) {
    return coefficient == null
        ? "none"
        : Figures.format("0.00").format(coefficient).replaceFirst("^-(0\\.00)$", "$1");
  }

  @Override
  public Optional<String> emptiness() {
    if (!known().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        answer.rows() == 0 ? Figures.NO_ROWS : "No two of the columns vary together.");
  }
}
