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
  static List<Field> of(Question<?> asked, Columns columns) {
    Question<?> question = asked instanceof SampledQuestion<?> some ? some.question() : asked;
    check(question, columns);
    Stream<String> names =
        switch (question) {
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
          case ProviderQuestion _ -> Stream.of();
          case SampledQuestion<?> _ -> throw new IllegalArgumentException("a sample of a sample");
        };
    return names.distinct().map(columns::named).toList();
  }

  private static void check(Question<?> question, Columns columns) {
    Object _ =
        switch (question) {
          case HistogramQuestion q -> new HistogramAnswer(q, columns);
          case BoxPlotQuestion q -> new BoxPlotAnswer(q, columns);
          case TimeSeriesQuestion q -> new TimeSeriesAnswer(q, columns);
          case GroupedQuestion q -> new GroupedAnswer(q, columns);
          case PairsQuestion q -> new PairsAnswer(q, columns);
          case CorrelationQuestion q -> new CorrelationAnswer(q, columns);
          case SummaryQuestion q -> new SummaryAnswer(q, columns);
          case MomentsQuestion q -> new MomentsAnswer(q, columns);
          case ProfileQuestion q -> new ProfileAnswer(q, columns);
          case ProviderQuestion q -> q;
          case SampledQuestion<?> q -> q;
        };
  }
}
