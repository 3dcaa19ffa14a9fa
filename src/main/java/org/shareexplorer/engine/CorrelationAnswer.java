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
    String relation = Relation.over(session, files).of(columns);
    session.progress("Finding the least and the greatest values", 0, 2);
    long rows = session.row("SELECT count(*) FROM " + relation, row -> row.getLong(1));
    List<Two> twos = twos();
    if (twos.isEmpty()) {
      return new Correlations(names, List.of(), rows);
    }
    List<Reach> all = Reach.of(session, relation, listed(i -> "c" + i));
    List<Reach> reaches =
        all.stream().allMatch(Reach::finite)
            ? all
            : Reach.of(session, relation, listed(this::finite));
    session.progress("Comparing columns", 1, 2);
    String pairs =
        twos.stream()
            .map(two ->
                "corr(x%1$d, x%2$d), count(x%1$d + x%2$d)".formatted(two.first(), two.second()))
            .collect(Collectors.joining(", "));
    return session.row(
        "SELECT %s, %s FROM (SELECT %s, %s FROM (SELECT %s FROM %s))"
            .formatted(
                pairs,
                selected(i -> "min(v%1$d), max(v%1$d)".formatted(i)),
                selected(i -> "v" + i),
                selected(i -> laid("v" + i, reaches.get(i)) + " AS x" + i),
                selected(i -> "CAST(%s AS DOUBLE) AS v%d".formatted(finite(i), i)),
                relation),
        row -> {
          for (int i = 0; i < columns.size(); i++) {
            int column = 2 * (twos.size() + i) + 1;
            reaches.get(i).hold(row.getDouble(column), row.getDouble(column + 1));
          }
          return new Correlations(names, pairs(twos, row), rows);
        });
  }

  private String finite(int column) {
    return Relation.finite("c" + column, columns.get(column).type());
  }

  private static String laid(String value, Reach reach) {
    return reach.greatest() / 2 > reach.least() / 2
        ? Spread.laid(value, reach.least(), reach.greatest())
        : "CASE WHEN " + value + " IS NOT NULL THEN 0.0 END";
  }

  private List<Two> twos() {
    return IntStream.range(0, columns.size())
        .boxed()
        .flatMap(i -> IntStream.range(i + 1, columns.size()).mapToObj(j -> new Two(i, j)))
        .toList();
  }

  private String selected(IntFunction<String> column) {
    return String.join(", ", listed(column));
  }

  private List<String> listed(IntFunction<String> column) {
    return IntStream.range(0, columns.size()).mapToObj(column).toList();
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
