package org.shareexplorer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.shareexplorer.chart.AnnotatedSpec;
import org.shareexplorer.chart.Annotation;
import org.shareexplorer.chart.Annotation.Axis;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.FigureFormat;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is said and marked on a chart, in options. */
final class AnnotationOptions {

  @Option(names = "--title", paramLabel = "TEXT", description = "Any kind: another title.")
  private String title = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "Any kind: a line below the title.")
  private String note = "";

  @Option(
      names = "--format",
      paramLabel = "HOW",
      defaultValue = "plain",
      description =
          "How figures are written, unless they are counts: plain, short, percent, dollars, euros,"
              + " pounds, yen or bytes (default: ${DEFAULT-VALUE}).")
  private FigureFormat format = FigureFormat.PLAIN;

  @Option(
      names = "--line",
      paramLabel = "AT=LABEL",
      description =
          "A line at a number, or at a day such as 2024-03-01, of the axis from left to right.")
  private List<String> lines = List.of();

  @Option(
      names = "--level",
      paramLabel = "AT=LABEL",
      description = "A line at a number of the axis from bottom to top.")
  private List<String> levels = List.of();

  @Option(
      names = "--band",
      paramLabel = "FROM..TO=LABEL",
      description = "A range of numbers or days of the axis from left to right.")
  private List<String> bands = List.of();

  @Option(
      names = "--words",
      paramLabel = "GROUP=TEXT",
      description = "A remark beside a group, step or part.")
  private List<String> words = List.of();

  /**
   * {@return a chart with these}
   *
   * @throws ParameterException if one of them makes no sense
   */
  ChartSpec on(ChartSpec spec, Function<String, ParameterException> misused) {
    List<Annotation> all = new ArrayList<>();
    for (String band : bands) {
      String[] parts = split(band);
      String[] ends = parts[0].split("\\.\\.", 2);
      all.add(new Annotation.Band(Axis.ACROSS, ends[0], ends.length == 2 ? ends[1] : "", parts[1]));
    }
    lines.forEach(line -> all.add(line(Axis.ACROSS, split(line))));
    levels.forEach(line -> all.add(line(Axis.UP, split(line))));
    for (String remark : words) {
      String[] parts = split(remark);
      all.add(new Annotation.Words(parts[0], parts[1]));
    }
    for (Annotation annotation : all) {
      if (!annotation.mistakes().isEmpty()) {
        throw misused.apply(
            "The place "
                + annotation.mistakes().getFirst()
                + " is neither a number nor a day such as 2024-03-01.");
      }
    }
    return new AnnotatedSpec(spec, title, note, all, format).simplest();
  }

  private static Annotation line(Axis axis, String[] parts) {
    return new Annotation.Line(axis, parts[0], parts[1]);
  }

  private static String[] split(String text) {
    int end = text.indexOf('=');
    return end < 0
        ? new String[] {text, ""}
        : new String[] {text.substring(0, end), text.substring(end + 1)};
  }
}
