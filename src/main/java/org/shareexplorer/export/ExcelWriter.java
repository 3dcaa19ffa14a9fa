package org.shareexplorer.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.Field;

/**
 * A workbook with one sheet. What Excel cannot hold as a number or a day is a text, which it never
 * takes for a formula. Texts stand in their cells: shared ones would have to be kept in memory.
 */
final class ExcelWriter implements RowWriter {

  private static final int LONGEST_TEXT = 32_767;
  private static final int DIGITS = 15;
  private static final long LARGEST = 999_999_999_999_999L;
  private static final int ROWS_AT_ONCE = 500;
  private static final int LONGEST_NAME = 31;
  private static final int BUFFER = 1 << 16;
  private static final double NANOS_OF_DAY = 86_400e9;
  private static final long LAST_MILLI = 86_399_999_000_000L;
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  /** Before it, Excel's days are off by one: it has a 29th of February 1900. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private static final int LAST_YEAR = 9999;

  private final OutputStream out;
  private final Workbook book;
  private final Worksheet sheet;
  private int line;
  private long cut;

  ExcelWriter(Path file, String name, List<Field> columns) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    book = new Workbook(out, "Share Explorer", "1.0");
    sheet = book.newWorksheet(sheetName(name));
    sheet.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      text(i, columns.get(i).name());
      sheet.style(0, i).bold().set();
      sheet.width(i, Math.clamp(columns.get(i).name().length() + 3L, 11, 40));
    }
    line = 1;
  }

  private static String sheetName(String name) {
    String fit = cut(name.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}']", "_").strip(), LONGEST_NAME);
    // Excel keeps one name for itself.
    return fit.isEmpty() ? "Rows" : fit.equalsIgnoreCase("History") ? fit + "_" : fit;
  }

  @Override
  public void row(List<@Nullable Object> row) throws IOException {
    for (int i = 0; i < row.size(); i++) {
      cell(i, row.get(i));
    }
    line++;
    if (line % ROWS_AT_ONCE == 0) {
      sheet.flush();
    }
  }

  private void cell(int column, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Boolean truth -> sheet.value(line, column, truth);
      case Integer number -> sheet.value(line, column, number);
      case Long number when Math.abs(number) <= LARGEST && number != Long.MIN_VALUE ->
          sheet.value(line, column, number);
      // Those nearer to zero are zero to Excel.
      case Double number
          when Double.isFinite(number) && (number == 0 || Math.abs(number) >= Double.MIN_NORMAL) ->
          sheet.value(line, column, number);
      // Its own digits, not those of the double nearest to it.
      case Float number when Float.isFinite(number) ->
          sheet.value(line, column, new BigDecimal(number.toString()));
      case BigDecimal number when number.stripTrailingZeros().precision() <= DIGITS -> {
        sheet.value(line, column, number);
        if (number.scale() > 0) {
          sheet.style(line, column).format("0." + "0".repeat(number.scale())).set();
        }
      }
      case LocalDate day when known(day) -> {
        sheet.value(line, column, day.toEpochDay() - DAY_ZERO.toEpochDay());
        sheet.style(line, column).format("yyyy-mm-dd").set();
      }
      case Instant at when known(day(at)) ->
          time(column, at.atOffset(ZoneOffset.UTC).toLocalDateTime());
      case LocalDateTime at when known(at.toLocalDate()) -> time(column, at);
      default -> text(column, CellText.plain(value));
    }
  }

  private static boolean known(LocalDate day) {
    return !day.isBefore(FIRST_DAY) && day.getYear() <= LAST_YEAR;
  }

  private static LocalDate day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private void time(int column, LocalDateTime at) {
    double day = at.toLocalDate().toEpochDay() - DAY_ZERO.toEpochDay();
    // Shown with milliseconds, the last moments of a day must not become the next one: there is
    // none after the year 9999.
    long nanos = Math.min(at.toLocalTime().toNanoOfDay(), LAST_MILLI);
    sheet.value(line, column, day + nanos / NANOS_OF_DAY);
    sheet
        .style(line, column)
        .format(
            at.truncatedTo(ChronoUnit.SECONDS).equals(at)
                ? "yyyy-mm-dd hh:mm:ss"
                : "yyyy-mm-dd hh:mm:ss.000")
        .set();
  }

  private void text(int column, String text) {
    if (text.length() > LONGEST_TEXT) {
      cut++;
    }
    String fit = ExcelText.escaped(cut(text, LONGEST_TEXT));
    if (fit.equals(fit.strip())) {
      sheet.inlineString(line, column, fit);
    } else {
      // Of a plain text, Excel drops what is blank at either end.
      sheet.inlineString(line, column, RichText.builder().run(fit).end().build());
    }
  }

  /** The beginning of a text, without half a character at its end. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
  }

  @Override
  public void end() throws IOException {
    sheet.finish();
    book.finish();
    out.flush();
  }

  @Override
  public List<String> losses() {
    return cut == 0
        ? List.of()
        : List.of(
            cut == 1
                ? "One text was cut after 32,767 characters."
                : "%,d texts were cut after 32,767 characters.".formatted(cut));
  }

  /** Closing the workbook would write on. */
  @Override
  public void close() throws IOException {
    out.close();
  }
}
