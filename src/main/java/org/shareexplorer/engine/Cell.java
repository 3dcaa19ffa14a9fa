package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Values;

/**
 * A value's way from the database into memory. JDBC's own dates and timestamps know other calendars
 * and time zones: days and microseconds are fetched as numbers.
 */
final class Cell {

  private Cell() {}

  /** {@return SQL that yields a value, to be fetched by {@link #read}} */
  static String fetched(String value, DataType type) {
    return switch (type) {
      case Simple.DATE -> "(" + value + " - DATE '1970-01-01')";
      case Simple.TIMESTAMP, Simple.TIMESTAMP_NTZ -> "epoch_us(" + value + ")";
      case Simple.BINARY -> "hex(" + value + ")";
      case DataType.Decimal _ -> "CAST(" + value + " AS VARCHAR)";
      default -> value;
    };
  }

  /** {@return a value of a comparable type as {@link Values} has it, or null} */
  static @Nullable Object read(ResultSet row, int column, DataType type) throws SQLException {
    row.getObject(column);
    if (row.wasNull()) {
      return null;
    }
    return switch (type) {
      case DataType.Decimal(int _, int scale) ->
          new BigDecimal(row.getString(column)).setScale(scale);
      case Simple.BOOLEAN -> row.getBoolean(column);
      case Simple.BYTE, Simple.SHORT, Simple.INTEGER -> row.getInt(column);
      case Simple.LONG -> row.getLong(column);
      case Simple.FLOAT -> (float) row.getDouble(column);
      case Simple.DOUBLE -> row.getDouble(column);
      case Simple.STRING -> row.getString(column);
      case Simple.BINARY -> new Values.Bytes(HexFormat.of().parseHex(row.getString(column)));
      case Simple.DATE -> LocalDate.ofEpochDay(row.getLong(column));
      case Simple.TIMESTAMP -> Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
      case Simple.TIMESTAMP_NTZ ->
          LocalDateTime.ofInstant(
              Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS), ZoneOffset.UTC);
      default -> throw new IllegalArgumentException(type.text());
    };
  }
}
