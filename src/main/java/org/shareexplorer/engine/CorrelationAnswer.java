package org.shareexplorer.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shareexplorer.engine.Correlations.Pair;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Field;

/**
 * Correlates columns two by two in one look at them all. Values are first laid between 0 and 1, so
 * that squares neither overflow nor lose the digits that matter.
 */
final class CorrelationAnswer {

  private final List<Field> columns;

  /**
   * @throws ProblemException if the columns are not numeric, or too many
   */
  CorrelationAnswer(CorrelationQuestion question, Columns columns) {
    this.columns = question.columns().stream().map(columns::numeric).toList();
    if (this.columns.size() > CorrelationQuestion.MOST) {
      throw new Problem(
              ProblemCode.QUESTION,
              "These columns cannot be compared.",
              "They are more than " + CorrelationQuestion.MOST + ".",
              "Choose fewer columns.")
          .asException();
    }
  }

  /** Two columns' numbers. */
  private record Two(int first, int second) {}

  Correlations over(Session session, List<LocalFile> files) throws SQLException {
    List<String> names = columns.stream().map(Field::name).toList();
    String values =
        "(SELECT %s FROM %s)"
            .formatted(
                selected(i ->
                    "CAST("
                        + Relation.finite("c" + i, columns.get(i).type())
                        + " AS DOUBLE) AS x"
                        + i),
                Relation.over(session, files).of(columns));
    session.progress("Finding the least and the greatest values", 0, 2);
    List<Two> twos = twos();
    List<double[]> ends = new ArrayList<>();
    long rows =
        session.row(
            "SELECT count(*), %s FROM %s"
                .formatted(selected(i -> "min(x%1$d), max(x%1$d)".formatted(i)), values),
            row -> {
              for (int i = 0; i < columns.size(); i++) {
                ends.add(new double[] {row.getDouble(2 + 2 * i), row.getDouble(3 + 2 * i)});
              }
              return row.getLong(1);
            });
    if (twos.isEmpty()) {
      return new Correlations(names, List.of(), rows);
    }
    String laid =
        "(SELECT %s FROM %s)".formatted(selected(i -> laid(i, ends.get(i)) + " AS x" + i), values);
    session.progress("Comparing columns", 1, 2);
    String pairs =
        twos.stream()
            .map(two ->
                "corr(x%1$d, x%2$d), count(x%1$d + x%2$d)".formatted(two.first(), two.second()))
            .collect(Collectors.joining(", "));
    return session.row(
        "SELECT " + pairs + " FROM " + laid,
        row -> new Correlations(names, pairs(twos, row), rows));
  }

  private static String laid(int column, double[] ends) {
    String value = "x" + column;
    return ends[1] / 2 > ends[0] / 2
        ? Spread.laid(value, ends[0], ends[1])
        : "CASE WHEN " + value + " IS NOT NULL THEN 0.0 END";
  }

  private List<Two> twos() {
    return IntStream.range(0, columns.size())
        .boxed()
        .flatMap(i -> IntStream.range(i + 1, columns.size()).mapToObj(j -> new Two(i, j)))
        .toList();
  }

  private String selected(IntFunction<String> column) {
    return IntStream.range(0, columns.size()).mapToObj(column).collect(Collectors.joining(", "));
  }

  private static List<Pair> pairs(List<Two> twos, ResultSet row) throws SQLException {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < twos.size(); i++) {
      double coefficient = row.getDouble(1 + 2 * i);
      boolean none = row.wasNull() || Double.isNaN(coefficient);
      pairs.add(
          new Pair(
              twos.get(i).first(),
              twos.get(i).second(),
              none ? null : (Double) Math.clamp(coefficient, -1.0, 1.0),
              row.getLong(2 + 2 * i)));
    }
    return List.copyOf(pairs);
  }
}
