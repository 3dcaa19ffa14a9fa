package org.shareexplorer.table;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of cells in memory, by type. All are immutable; null stands for null.
 *
 * <table>
 * <caption>Java type of a value</caption>
 * <tr><td>boolean</td><td>{@link Boolean}</td></tr>
 * <tr><td>tinyint, smallint, int</td><td>{@link Integer}</td></tr>
 * <tr><td>bigint</td><td>{@link Long}</td></tr>
 * <tr><td>float, double</td><td>{@link Float}, {@link Double}; NaN and infinities are values, not null</td></tr>
 * <tr><td>decimal</td><td>{@link java.math.BigDecimal} of the column's scale</td></tr>
 * <tr><td>string</td><td>{@link String}</td></tr>
 * <tr><td>binary</td><td>{@link Bytes}</td></tr>
 * <tr><td>date</td><td>{@link java.time.LocalDate}</td></tr>
 * <tr><td>timestamp</td><td>{@link java.time.Instant}, to the microsecond</td></tr>
 * <tr><td>timestamp_ntz</td><td>{@link java.time.LocalDateTime}</td></tr>
 * <tr><td>struct</td><td>{@link StructValue}</td></tr>
 * <tr><td>array</td><td>{@link java.util.List} (may hold nulls)</td></tr>
 * <tr><td>map</td><td>{@link java.util.Map} in the file's order (may hold null values)</td></tr>
 * <tr><td>variant</td><td>{@link Variant}</td></tr>
 * <tr><td>any, if it cannot be decoded</td><td>{@link Undecodable}</td></tr>
 * </table>
 */
public final class Values {

  private Values() {}

  /**
   * A binary value.
   *
   * @param bytes not to be changed by anybody
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // Equality is by content, below; copying megabytes is not worth it.
  public record Bytes(byte[] bytes) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return HexFormat.of().withUpperCase().formatHex(bytes);
    }
  }

  /** A struct: its fields' values by name, in the type's order. */
  public record StructValue(Map<String, @Nullable Object> fields) {}

  /**
   * A value that brings its own type.
   *
   * @param value what it is, as a value of this table; null stands for the null of JSON, which is a
   *     value: a cell without one holds no variant
   */
  public record Variant(@Nullable Object value) {}

  /**
   * Stands in a cell whose value cannot be decoded.
   *
   * @param why the reason, for a person
   */
  public record Undecodable(String why) {}
}
