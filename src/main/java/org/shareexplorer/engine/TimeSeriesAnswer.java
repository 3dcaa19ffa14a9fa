package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Grouped.Group;
import org.shareexplorer.engine.TimeSeries.Step;
import org.shareexplorer.problem.ProblemException;

/** Finds out how something goes over time: rows are grouped by steps. */
final class TimeSeriesAnswer {

  private final GroupedAnswer grouped;
  private final TimeSeriesQuestion question;

  /**
   * @throws ProblemException if the columns do not fit
   */
  TimeSeriesAnswer(TimeSeriesQuestion question, Columns columns) {
    if (question.aggregate() != Aggregate.COUNT && question.aggregate() != Aggregate.DISTINCT) {
      question.value().ifPresent(columns::numeric);
    }
    grouped =
        new GroupedAnswer(
            new GroupedQuestion(
                List.of(GroupKey.steps(question.time(), question.bucket(), question.zone())),
                totals(question)),
            columns);
    this.question = question;
  }

  private static List<Total> totals(TimeSeriesQuestion question) {
    Total total = new Total(question.aggregate(), question.value());
    return question.bucket() == Bucket.DAY
        ? List.of(total)
        : List.of(total, Total.of(Aggregate.MAX, question.time()));
  }

  TimeSeries over(Session session, List<LocalFile> files) throws SQLException {
    List<Step> steps = new ArrayList<>();
    List<LocalDate> lastDays = new ArrayList<>();
    long withoutTime = 0;
    for (Group group : grouped.over(session, files).groups()) {
      if (group.keys().getFirst() instanceof Grouped.Key.Of(LocalDate start)) {
        steps.add(new Step(start, number(group.totals().getFirst()), group.rows()));
        LocalDate last = Bucket.day(group.totals().getLast(), question.zone());
        lastDays.add(Objects.requireNonNullElse(last, start));
      } else {
        withoutTime += group.rows();
      }
    }
    return new TimeSeries(List.copyOf(steps), withoutTime, List.copyOf(lastDays));
  }

  private static @Nullable BigDecimal number(@Nullable Object figure) {
    return switch (figure) {
      case null -> null;
      case BigDecimal exact -> exact;
      default -> new BigDecimal(figure.toString());
    };
  }
}
