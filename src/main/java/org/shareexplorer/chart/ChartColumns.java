package org.shareexplorer.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/**
 * A table's columns as charts choose among them.
 *
 * @param fields the table's columns
 */
public record ChartColumns(List<Field> fields) {

  /** {@return the columns that can be measured, likely ones first, keys last} */
  public List<String> values() {
    return likelyFirst(
        ChartSuggestions.values(fields),
        fields.stream().filter(field -> field.type().numeric()).toList());
  }

  /** {@return the columns that rows can be grouped by, likely ones first} */
  public List<String> groups() {
    return likelyFirst(
        ChartSuggestions.groups(fields),
        fields.stream()
            .filter(field -> !field.type().nested() && field.type() != Simple.BINARY)
            .toList());
  }

  /** {@return the columns of dates and times} */
  public List<String> times() {
    return ChartSuggestions.times(fields).stream().map(Field::name).toList();
  }

  /** {@return the column by which rows are likeliest to fall into a few groups} */
  public Optional<String> likelyGroup() {
    return ChartSuggestions.groups(fields).stream().map(Field::name).findFirst();
  }

  /** {@return the column of a name} */
  public Optional<Field> named(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  private static List<String> likelyFirst(List<Field> likely, List<Field> all) {
    return Stream.concat(likely.stream(), all.stream()).map(Field::name).distinct().toList();
  }
}
