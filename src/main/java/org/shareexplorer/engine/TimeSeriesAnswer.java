package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.TimeSeries.Step;
import org.shareexplorer.engine.TimeSeriesQuestion.Aggregate;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/**
 * Finds out how something goes over time. A mean is the exact sum divided by the count, to 34
 * digits.
 */
final class TimeSeriesAnswer {

  private final TimeSeriesQuestion question;
  private final Field time;
  private final Optional<Field> value;

  /**
   * @throws ProblemException if the columns do not fit
   */
  TimeSeriesAnswer(TimeSeriesQuestion question, Columns columns) {
    this.question = question;
    this.time = columns.temporal(question.time());
    boolean counted = question.aggregate() == Aggregate.COUNT;
    this.value =
        question.value().map(name -> counted ? columns.named(name) : columns.numeric(name));
    if (value.isEmpty() && !counted) {
      throw new Problem(
              ProblemCode.QUESTION,
              "The question is not complete.",
              "It names no column to compute the " + question.aggregate() + " of.",
              "Choose a numeric column, or count rows.")
          .asException();
    }
  }

  TimeSeries over(Session session, List<LocalFile> files) throws SQLException {
    session.progress("Adding up over time", 0, 1);
    List<Field> fields = new ArrayList<>(List.of(time));
    value.ifPresent(fields::add);
    String bucket = question.bucket().name().toLowerCase(Locale.ROOT);
    String sql =
        "SELECT %s, count(*), %s, %s FROM (SELECT CAST(date_trunc('%s', %s) AS DATE) AS start, %s AS x FROM %s) GROUP BY start ORDER BY start"
            .formatted(
                Cell.fetched("start", Simple.DATE),
                "count(x)",
                aggregate(),
                bucket,
                local(),
                value.map(field -> Relation.finite("c1", field.type())).orElse("true"),
                Relation.over(session, files).of(fields));
    List<Step> steps = new ArrayList<>();
    long[] withoutTime = {0};
    session.rows(
        sql,
        row -> {
          LocalDate start = (LocalDate) Cell.read(row, 1, Simple.DATE);
          if (start == null) {
            withoutTime[0] = row.getLong(2);
          } else {
            steps.add(new Step(start, computed(row), row.getLong(2)));
          }
          return steps;
        });
    return new TimeSeries(List.copyOf(steps), withoutTime[0]);
  }

  /** The clock's time in the question's zone; what stands for infinity has none. */
  private String local() {
    String finite = "CASE WHEN isfinite(c0) THEN c0 END";
    if (time.type() != Simple.TIMESTAMP) {
      return finite;
    }
    // The database knows zones by their names only.
    return question.zone().normalized() instanceof ZoneOffset offset
        ? "timezone('UTC', %s) + to_seconds(%d)".formatted(finite, offset.getTotalSeconds())
        : "timezone(" + SqlText.text(question.zone().getId()) + ", " + finite + ")";
  }

  private String aggregate() {
    return switch (question.aggregate()) {
      case SUM, MEAN -> ExactSum.sql("x", type());
      case MIN -> "CAST(min(x) AS VARCHAR)";
      case MAX -> "CAST(max(x) AS VARCHAR)";
      case COUNT -> "CAST(count(x) AS VARCHAR)";
    };
  }

  private DataType type() {
    return value.orElseThrow().type();
  }

  private @Nullable BigDecimal computed(ResultSet row) throws SQLException {
    long count = row.getLong(3);
    String text = row.getString(4);
    if (text == null) {
      return null;
    }
    return switch (question.aggregate()) {
      case SUM -> ExactSum.value(text, type());
      case MEAN -> {
        BigDecimal sum = ExactSum.value(text, type());
        yield sum == null ? null : sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
      }
      case MIN, MAX, COUNT -> new BigDecimal(text);
    };
  }
}
