package org.shareexplorer.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.Field;

/**
 * Comma-separated values by RFC 4180, in UTF-8. Null is an empty field; an empty text is two
 * quotes, so that readers that know the difference keep it.
 */
final class CsvWriter implements RowWriter {

  private static final int BUFFER = 1 << 16;
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Writer out;
  private final boolean guarded;

  /**
   * Begins with the columns' names.
   *
   * @param guarded whether texts that a spreadsheet would take for a formula get an apostrophe
   */
  CsvWriter(OutputStream stream, List<Field> columns, boolean guarded) throws IOException {
    this.guarded = guarded;
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
    line(columns.stream().map(Field::name).toList());
  }

  @Override
  public void row(List<@Nullable Object> row) throws IOException {
    line(row);
  }

  private void line(List<? extends @Nullable Object> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      Object value = values.get(i);
      if (value != null) {
        field(CellText.portable(value), value instanceof String);
      }
    }
    out.write("\r\n");
  }

  private void field(String plain, boolean words) throws IOException {
    String text =
        guarded && words && !plain.isEmpty() && FORMULA_STARTS.indexOf(plain.charAt(0)) >= 0
            ? "'" + plain
            : plain;
    if (!text.isEmpty() && !special(text)) {
      out.write(text);
      return;
    }
    out.write('"');
    out.write(text.replace("\"", "\"\""));
    out.write('"');
  }

  private static boolean special(String text) {
    if (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
