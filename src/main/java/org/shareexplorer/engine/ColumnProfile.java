package org.shareexplorer.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.ValueCount;

/**
 * What one column is like.
 *
 * @param basis what the figures are of
 * @param figures those that are known, in the order of their kinds
 * @param bins how numbers or points in time are spread; empty for other types, and if not known
 * @param top the most frequent values, most frequent first; empty if not known, or if no value
 *     stands twice among many
 */
public record ColumnProfile(
    Field field, Basis basis, Map<Measure, Figure> figures, List<Bin> bins, List<ValueCount> top) {

  /** What figures are of. */
  public sealed interface Basis {

    /** All rows, as the provider's statistics say; no data was read. */
    record Provider() implements Basis {}

    /**
     * Some rows.
     *
     * @param rows how many
     * @param of how many there are in all, if that is known
     * @param spread whether they were taken from all over the table, and not from its beginning
     */
    record Sample(long rows, OptionalLong of, boolean spread) implements Basis {}

    /** All rows. */
    record AllRows() implements Basis {}
  }

  /**
   * A part of the range of values.
   *
   * @param from its lower edge, which belongs to it: a {@code Double} for numbers, otherwise of the
   *     column's type
   * @param to its upper edge, which belongs to the next one; the last bin includes it
   * @param rows rows with a value in it
   */
  public record Bin(Object from, Object to, long rows) {}

  /** {@return a figure, if it is known} */
  public Optional<Figure> figure(Measure measure) {
    return Optional.ofNullable(figures.get(measure));
  }

  /**
   * {@return this profile, with those figures of another one in it that are worth more} Shares and
   * counts stay together: a share of all rows does not stand beside a count of some.
   *
   * @param other of the same column, of all rows
   */
  public ColumnProfile completedBy(ColumnProfile other) {
    Map<Measure, Figure> all = new EnumMap<>(Measure.class);
    all.putAll(figures);
    other.figures.forEach((measure, figure) -> {
      Figure mine = all.get(measure);
      if (mine == null || figure.certainty().compareTo(mine.certainty()) < 0) {
        all.put(measure, figure);
      }
    });
    return new ColumnProfile(field, basis, Map.copyOf(all), bins, top);
  }
}
