package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.shareexplorer.engine.ColumnProfile.Bin;
import org.shareexplorer.engine.HistogramQuestion.Bins;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;

/**
 * The bins of a column's profile: about twenty of equal width. Those of whole numbers, dates and
 * times are a whole number of them wide, so that none is wider by a value than its neighbour.
 */
final class ProfileBins {

  private static final int COUNT = 20;

  private final DataType type;

  /**
   * Bins of a column.
   *
   * @param type numeric or temporal
   */
  ProfileBins(DataType type) {
    this.type = type;
  }

  /**
   * {@return the bins}
   *
   * @param relation SQL of rows with the column as {@code c0}
   * @param min the least value
   * @param max the greatest value
   * @param placed how many rows have a value that counts
   */
  List<Bin> of(Session session, String relation, Object min, Object max, long placed)
      throws SQLException {
    BigDecimal least = number(min);
    BigDecimal greatest = number(max);
    List<BigDecimal> edges =
        type instanceof DataType.Decimal || SqlText.floating(type)
            ? BinEdges.of(
                new Bins.Count(COUNT), Scale.LINEAR, least, greatest, SqlText.floating(type))
            : whole(least.toBigInteger(), greatest.toBigInteger());
    DataType counted = type.temporal() ? Simple.LONG : type;
    String value = type.temporal() ? Cell.fetched("c0", type) : Relation.finite("c0", type);
    List<Long> counts =
        new BinCounts(value, counted).of(session, relation, edges, least, greatest, placed);
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      bins.add(new Bin(edge(edges.get(i)), edge(edges.get(i + 1)), counts.get(i)));
    }
    return List.copyOf(bins);
  }

  private static List<BigDecimal> whole(BigInteger least, BigInteger greatest) {
    BigInteger range = greatest.subtract(least).add(BigInteger.ONE);
    BigInteger width =
        range.subtract(BigInteger.ONE).divide(BigInteger.valueOf(COUNT)).add(BigInteger.ONE);
    List<BigDecimal> edges = new ArrayList<>();
    for (BigInteger edge = least; edge.compareTo(greatest) <= 0; edge = edge.add(width)) {
      edges.add(new BigDecimal(edge));
    }
    edges.add(edges.getLast().add(new BigDecimal(width)));
    return edges;
  }

  private static BigDecimal number(Object value) {
    return switch (value) {
      case LocalDate day -> BigDecimal.valueOf(day.toEpochDay());
      case Instant at -> BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at));
      case LocalDateTime at ->
          BigDecimal.valueOf(
              ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant(ZoneOffset.UTC)));
      case BigDecimal number -> number;
      case Double number -> BigDecimal.valueOf(number);
      // Wider than it is, so that no digit is made up.
      case Float number -> BigDecimal.valueOf(number.doubleValue());
      default -> BigDecimal.valueOf(((Number) value).longValue());
    };
  }

  private Object edge(BigDecimal edge) {
    return switch (type) {
      case Simple.DATE -> LocalDate.ofEpochDay(edge.longValue());
      case Simple.TIMESTAMP -> Instant.EPOCH.plus(edge.longValue(), ChronoUnit.MICROS);
      case Simple.TIMESTAMP_NTZ ->
          LocalDateTime.ofInstant(
              Instant.EPOCH.plus(edge.longValue(), ChronoUnit.MICROS), ZoneOffset.UTC);
      default -> edge.doubleValue();
    };
  }
}
