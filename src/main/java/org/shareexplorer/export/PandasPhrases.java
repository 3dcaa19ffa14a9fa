package org.shareexplorer.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values;
import org.shareexplorer.table.filter.Comparison;

/** Conditions on a data frame {@code rows} of pandas, for which NaN and null are the same. */
record PandasPhrases() implements Phrases {

  @Override
  public String not(String condition) {
    return "~(" + condition + ")";
  }

  @Override
  public String all(List<String> conditions) {
    return joined(conditions, " & ");
  }

  @Override
  public String any(List<String> conditions) {
    return joined(conditions, " | ");
  }

  private static String joined(List<String> conditions, String between) {
    return conditions.stream().map(c -> "(" + c + ")").collect(Collectors.joining(between));
  }

  @Override
  public String yes() {
    return "rows.index == rows.index";
  }

  @Override
  public String no() {
    return "rows.index != rows.index";
  }

  @Override
  public String present(Field column) {
    return name(column) + ".notna()";
  }

  @Override
  public String compared(Field column, Comparison comparison, Object value) {
    if (value.equals(Double.NaN) || value.equals(Float.NaN)) {
      return name(column) + (comparison == Comparison.EQUAL ? ".isna()" : ".notna()");
    }
    String method =
        switch (comparison) {
          case EQUAL -> "==";
          case NOT_EQUAL -> "!=";
          case LESS -> "<";
          case AT_MOST -> "<=";
          case GREATER -> ">";
          case AT_LEAST -> ">=";
        };
    String plain = name(column) + " " + method + " " + literal(value);
    return comparison == Comparison.NOT_EQUAL ? all(List.of(present(column), plain)) : plain;
  }

  @Override
  public String oneOf(Field column, List<Object> values) {
    return values.stream()
        .map(PandasPhrases::literal)
        .collect(Collectors.joining(", ", name(column) + ".isin([", "])"));
  }

  @Override
  public String like(Field column, String pattern, boolean anyCase) {
    return name(column)
        + ".str.fullmatch("
        + PythonText.quoted((anyCase ? "(?is)" : "(?s)") + expression(pattern))
        + ", na=False)";
  }

  /** A pattern of SQL as a regular expression. */
  private static String expression(String pattern) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '%') {
        out.append(".*");
      } else if (c == '_') {
        out.append('.');
      } else {
        if (c == '\\' && i + 1 < pattern.length()) {
          c = pattern.charAt(++i);
        }
        if ("\\.[]{}()*+-?^$|#&~ ".indexOf(c) >= 0) {
          out.append('\\');
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String name(Field column) {
    return "rows[" + PythonText.quoted(column.name()) + "]";
  }

  private static String literal(Object value) {
    return switch (value) {
      case Boolean truth -> truth ? "True" : "False";
      case Integer number -> number.toString();
      case Long number -> number.toString();
      case BigDecimal number -> "Decimal(\"" + number.toPlainString() + "\")";
      case Double number -> "float(\"" + number + "\")";
      case Float number -> "float(\"" + number.doubleValue() + "\")";
      case LocalDate day ->
          "date(%d, %d, %d)".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
      case Instant at -> "pd.Timestamp(\"" + CellText.plain(at) + "\")";
      case LocalDateTime at -> "pd.Timestamp(\"" + CellText.plain(at) + "\")";
      case Values.Bytes bytes -> "bytes.fromhex(\"" + bytes + "\")";
      default -> PythonText.quoted(CellText.plain(value));
    };
  }
}
