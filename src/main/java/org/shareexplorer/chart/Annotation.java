package org.shareexplorer.chart;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something a person notes on a chart. Places on axes are texts as people write them: a number, or
 * a day such as {@code 2024-03-01}; what has no place on a chart's axes is not drawn.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "mark")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Annotation.Line.class, name = "line"),
  @JsonSubTypes.Type(value = Annotation.Band.class, name = "band"),
  @JsonSubTypes.Type(value = Annotation.Words.class, name = "words")
})
public sealed interface Annotation {

  /** Which of a chart's two axes. */
  enum Axis {
    /** The one from left to right. */
    ACROSS,
    /** The one from bottom to top. */
    UP
  }

  /** {@return what stands beside it; may be empty} */
  String label();

  /** {@return the texts among its parts that should be places on an axis and are not} */
  List<String> mistakes();

  /** {@return what it says, for those who hear the chart} */
  String description();

  /** A line at a value of an axis. */
  record Line(Axis axis, String at, String label) implements Annotation {
    @Override
    public List<String> mistakes() {
      return wrong(at);
    }

    @Override
    public String description() {
      return "line at " + at + told(label);
    }
  }

  /** All between two values of an axis. */
  record Band(Axis axis, String from, String to, String label) implements Annotation {
    @Override
    public List<String> mistakes() {
      return wrong(from, to);
    }

    @Override
    public String description() {
      return "range from " + from + " to " + to + told(label);
    }
  }

  /**
   * A remark beside a group, step or part.
   *
   * @param beside what it is called in the chart
   */
  record Words(String beside, String label) implements Annotation {
    @Override
    public List<String> mistakes() {
      return List.of();
    }

    @Override
    public String description() {
      return beside + told(label);
    }
  }

  private static List<String> wrong(String... places) {
    return Stream.of(places).filter(place -> Position.of(place).isEmpty()).toList();
  }

  private static String told(String label) {
    return label.isBlank() ? "" : ": " + label;
  }
}
