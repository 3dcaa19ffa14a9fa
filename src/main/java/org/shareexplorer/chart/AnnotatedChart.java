package org.shareexplorer.chart;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A chart with words and marks of a person's own.
 *
 * @param chart the chart without them
 */
public record AnnotatedChart(AnnotatedSpec spec, Chart chart) implements Chart {

  @Override
  public String exactness() {
    return chart.exactness();
  }

  @Override
  public String description() {
    StringBuilder told = new StringBuilder();
    for (String words : new String[] {spec.heading(), spec.remark()}) {
      if (!words.isEmpty()) {
        told.append(words).append(words.matches("(?s).*[.!?…]") ? " " : ". ");
      }
    }
    told.append(chart.description());
    if (!spec.annotations().isEmpty()) {
      told.append(" Noted: ")
          .append(
              spec.annotations().stream()
                  .map(Annotation::description)
                  .collect(Collectors.joining("; ")))
          .append('.');
    }
    return told.toString();
  }

  @Override
  public Optional<String> emptiness() {
    return chart.emptiness();
  }
}
