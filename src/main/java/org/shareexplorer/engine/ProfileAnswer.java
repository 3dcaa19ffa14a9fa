package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.ColumnProfile.Basis;
import org.shareexplorer.engine.ColumnProfile.Bin;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.ValueCount;

/** Computes a column's profile, in several looks at it, each within bounded memory. */
final class ProfileAnswer {

  private static final int LOOKS = 4;
  private static final List<Double> QUARTILES = List.of(0.25, 0.5, 0.75);

  private final Field column;
  private final Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
  private List<Bin> bins = List.of();
  private List<ValueCount> top = List.of();

  /**
   * @throws ProblemException if the column is unknown
   */
  ProfileAnswer(ProfileQuestion question, Columns columns) {
    this(columns.named(question.column()));
  }

  ProfileAnswer(Field column) {
    this.column = column;
  }

  ColumnProfile over(Session session, List<LocalFile> files) throws SQLException {
    return of(session, Relation.over(session, files).of(List.of(column)), new Basis.AllRows());
  }

  /**
   * Computes the profile.
   *
   * @param relation SQL of rows with the column as {@code c0}
   */
  ColumnProfile of(Session session, String relation, Basis basis) throws SQLException {
    DataType type = column.type();
    session.progress("Counting values", 0, LOOKS);
    if (type.numeric()) {
      numbers(session, relation);
    } else if (SqlText.comparable(type)) {
      values(session, relation);
    } else {
      counts(
          session.row("SELECT count(*) FROM " + relation, row -> row.getLong(1)),
          session.row("SELECT count(c0) FROM " + relation, row -> row.getLong(1)));
    }
    return new ColumnProfile(column, basis, Map.copyOf(figures), bins, top);
  }

  private void counts(long rows, long values) {
    put(Measure.ROWS, rows);
    put(Measure.NULLS, rows - values);
    put(Measure.NULL_SHARE, rows == 0 ? null : (rows - values) / (double) rows);
  }

  private void put(Measure measure, @Nullable Object value) {
    if (value != null) {
      figures.put(measure, Figure.exact(value));
    }
  }

  private void numbers(Session session, String relation) throws SQLException {
    DataType type = column.type();
    Moments moments = new MomentsAnswer(column).of(session, relation);
    counts(moments.rows(), moments.rows() - moments.nulls());
    if (SqlText.floating(type)) {
      put(Measure.NOT_NUMBERS, moments.notNumbers());
    }
    put(Measure.MIN, moments.min());
    put(Measure.MAX, moments.max());
    put(Measure.MEAN, moments.mean());
    put(Measure.DEVIATION, moments.deviation());
    put(Measure.SUM, moments.sum());
    String finite = Relation.finite("c0", type);
    distinct(session, "(SELECT %s AS x FROM %s)".formatted(finite, relation));
    if (moments.min() == null || moments.max() == null) {
      return;
    }
    session.progress("Finding the quartiles", 2, LOOKS);
    List<Double> quartiles =
        new Quantiles(
                session, "(SELECT CAST(%s AS DOUBLE) AS x FROM %s)".formatted(finite, relation))
            .of(moments.numbers(), QUARTILES);
    put(Measure.Q1, quartiles.get(0));
    put(Measure.MEDIAN, quartiles.get(1));
    put(Measure.Q3, quartiles.get(2));
    bins(session, relation, moments.min(), moments.max(), moments.numbers());
  }

  private void values(Session session, String relation) throws SQLException {
    DataType type = column.type();
    // Bytes have no order that means anything.
    boolean ordered = type != Simple.BINARY;
    long[] counts = new long[2];
    List<@Nullable Object> ends =
        session.row(
            "SELECT rows, values, %s, %s FROM (SELECT count(*) AS rows, count(c0) AS values, min(c0) AS least, max(c0) AS greatest FROM %s)"
                .formatted(
                    ordered ? Cell.fetched("least", type) : "NULL",
                    ordered ? Cell.fetched("greatest", type) : "NULL",
                    relation),
            row -> {
              counts[0] = row.getLong(1);
              counts[1] = row.getLong(2);
              return Arrays.asList(
                  ordered ? Cell.read(row, 3, type) : null,
                  ordered ? Cell.read(row, 4, type) : null);
            });
    counts(counts[0], counts[1]);
    Object min = ends.get(0);
    Object max = ends.get(1);
    put(Measure.MIN, min);
    put(Measure.MAX, max);
    distinct(session, "(SELECT c0 AS x FROM %s)".formatted(relation));
    if (type.temporal() && min != null && max != null) {
      bins(session, relation, min, max, counts[1]);
    }
  }

  private void distinct(Session session, String values) throws SQLException {
    session.progress("Counting different values", 1, LOOKS);
    DistinctValues.Found found = new DistinctValues(session, values, column.type()).found();
    figures.put(Measure.DISTINCT, found.count());
    top = found.top();
  }

  private void bins(Session session, String relation, Object min, Object max, long placed)
      throws SQLException {
    session.progress("Counting values into bins", 3, LOOKS);
    bins = new ProfileBins(column.type()).of(session, relation, min, max, placed);
  }
}
