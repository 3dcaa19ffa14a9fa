package org.shareexplorer.engine;

import java.util.List;
import java.util.stream.Stream;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Field;

/** Which columns a question is about. */
final class NeededColumns {

  private NeededColumns() {}

  /**
   * {@return the columns that a question reads, each once}
   *
   * @throws ProblemException with code {@code QUESTION} if the question does not fit the columns:
   *     better found out before anything is fetched
   */
  static List<Field> of(Question<?> question, Columns columns) {
    var _ = Questions.answering(question, columns);
    return names(question).distinct().map(columns::named).toList();
  }

  private static Stream<String> names(Question<?> question) {
    return switch (question) {
      case HistogramQuestion q -> Stream.of(q.column());
      case BoxPlotQuestion q -> Stream.concat(Stream.of(q.column()), q.group().stream());
      case TimeSeriesQuestion q -> Stream.concat(Stream.of(q.time()), q.value().stream());
      case GroupedQuestion q ->
          Stream.concat(
              q.by().stream().map(key -> key.source().column()),
              q.totals().stream().flatMap(total -> total.column().stream()));
      case PairsQuestion q -> Stream.of(q.x(), q.y());
      case CorrelationQuestion q -> q.columns().stream();
      case SummaryQuestion q -> q.columns().stream();
      case MomentsQuestion q -> Stream.of(q.column());
      case ProfileQuestion q -> Stream.of(q.column());
      case SampledQuestion<?> q -> names(q.question());
      case GlimpseQuestion<?> q -> names(q.question());
      case ProviderQuestion _ -> Stream.of();
    };
  }
}
