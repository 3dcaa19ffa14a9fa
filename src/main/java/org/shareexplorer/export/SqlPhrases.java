package org.shareexplorer.export;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Comparison;

/**
 * Conditions in SQL.
 *
 * @param name writes a name
 * @param text writes a text
 * @param moment the type of instants
 * @param local the type of times without a zone
 */
record SqlPhrases(
    UnaryOperator<String> name, UnaryOperator<String> text, String moment, String local)
    implements Phrases {

  @Override
  public String not(String condition) {
    return "NOT (" + condition + ")";
  }

  @Override
  public String all(List<String> conditions) {
    return conditions.stream().collect(Collectors.joining(" AND ", "(", ")"));
  }

  @Override
  public String any(List<String> conditions) {
    return conditions.stream().collect(Collectors.joining(" OR ", "(", ")"));
  }

  @Override
  public String yes() {
    return "TRUE";
  }

  @Override
  public String no() {
    return "FALSE";
  }

  @Override
  public String present(Field column) {
    return name(column) + " IS NOT NULL";
  }

  @Override
  public String compared(Field column, Comparison comparison, Object value) {
    String plain = name(column) + " " + comparison.sign() + " " + literal(column, value);
    boolean above = comparison == Comparison.GREATER || comparison == Comparison.AT_LEAST;
    boolean floating = column.type() == Simple.FLOAT || column.type() == Simple.DOUBLE;
    // In SQL, NaN is the greatest number.
    return above && floating ? "(" + plain + " AND NOT isnan(" + name(column) + "))" : plain;
  }

  @Override
  public String oneOf(Field column, List<Object> values) {
    return values.stream()
        .map(value -> literal(column, value))
        .collect(Collectors.joining(", ", name(column) + " IN (", ")"));
  }

  @Override
  public String like(Field column, String pattern, boolean anyCase) {
    return name(column) + (anyCase ? " ILIKE " : " LIKE ") + text.apply(pattern) + escape(pattern);
  }

  private String escape(String pattern) {
    return pattern.indexOf('\\') < 0 ? "" : " ESCAPE " + text.apply("\\");
  }

  private String name(Field column) {
    return name.apply(column.name());
  }

  private String literal(Field column, Object value) {
    String plain = CellText.portable(value);
    return switch (column.type()) {
      case Simple.BOOLEAN, Simple.BYTE, Simple.SHORT, Simple.INTEGER, Simple.LONG -> plain;
      case DataType.Decimal _ -> plain;
      case Simple.FLOAT -> "CAST('" + plain + "' AS FLOAT)";
      case Simple.DOUBLE -> "CAST('" + plain + "' AS DOUBLE)";
      case Simple.DATE -> "DATE '" + plain + "'";
      case Simple.TIMESTAMP -> "CAST('" + plain + "' AS " + moment + ")";
      case Simple.TIMESTAMP_NTZ -> "CAST('" + plain + "' AS " + local + ")";
      case Simple.BINARY -> "unhex('" + plain + "')";
      default -> text.apply(plain);
    };
  }
}
