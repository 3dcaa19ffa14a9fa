package org.shareexplorer.chart;

import java.util.Optional;
import org.shareexplorer.engine.Pairs;
import org.shareexplorer.engine.Pairs.Hexagon;

/** A scatter chart with its figures. */
public record ScatterChart(ScatterSpec spec, Pairs answer) implements Chart {

  /** {@return whether points were counted into hexagons} */
  boolean counted() {
    return !answer.hexagons().cells().isEmpty();
  }

  /** {@return the most points in a hexagon} */
  long most() {
    return answer.hexagons().cells().stream().mapToLong(Hexagon::count).max().orElse(0);
  }

  @Override
  public String exactness() {
    long leftOut = answer.rows() - answer.placed();
    return "all "
        + Figures.counted(answer.rows(), "row")
        + ", exact"
        + (leftOut == 0 ? "" : "; " + Figures.count(leftOut) + " without a place left out")
        + (counted() ? "; up to " + Figures.counted(most(), "row") + " in a hexagon" : "");
  }

  @Override
  public String description() {
    if (emptiness().isPresent()) {
      return "Scatter chart of " + spec.title() + ": " + emptiness().get();
    }
    return "Scatter chart of %s, %s. %s."
        .formatted(
            spec.title(),
            counted()
                ? "counted into " + Figures.counted(answer.hexagons().cells().size(), "hexagon")
                : Figures.counted(answer.placed(), "point"),
            exactness());
  }

  @Override
  public Optional<String> emptiness() {
    return answer.placed() > 0
        ? Optional.empty()
        : Optional.of(
            answer.rows() == 0
                ? Figures.NO_ROWS
                : "No row has both a "
                    + spec.across()
                    + " and a "
                    + spec.up()
                    + " with a place on these scales.");
  }
}
