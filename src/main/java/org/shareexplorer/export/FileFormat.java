package org.shareexplorer.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** The kinds of file that rows can be written to. */
public enum FileFormat {
  CSV(
      "CSV",
      ".csv",
      "Text without types: whoever opens it guesses them. Null is an empty field, empty text is"
          + " \"\". Timestamps are in UTC, binary is hexadecimal, nested values are JSON."),
  PARQUET(
      "Parquet",
      ".parquet",
      "Keeps every type exactly; small, and quick to read. Only what has no type elsewhere"
          + " (variants) becomes JSON text."),
  JSON_LINES(
      "JSON lines",
      ".jsonl",
      "An object per line. Numbers keep all their digits; dates, times, binary (hexadecimal) and"
          + " NaN are texts, as JSON has no form for them."),
  EXCEL(
      "Excel",
      ".xlsx",
      "At most 1,048,575 rows and 16,384 columns. Excel counts with 15 digits: longer numbers are"
          + " written as text, and so are NaN and days before March 1900 or after 9999. Texts are cut"
          + " after 32,767 characters. Timestamps are in UTC, nested values are JSON.");

  /** Rows of a sheet, the one with the columns' names not among them. */
  static final int EXCEL_ROWS = 1_048_575;

  static final int EXCEL_COLUMNS = 16_384;

  private final String title;
  private final String ending;
  private final String limits;

  FileFormat(String title, String ending, String limits) {
    this.title = title;
    this.ending = ending;
    this.limits = limits;
  }

  /** {@return what people call it} */
  public String title() {
    return title;
  }

  /** {@return how its files' names end, such as {@code .csv}} */
  public String ending() {
    return ending;
  }

  /** {@return in sentences: what it keeps, and what it cannot} */
  public String limits() {
    return limits;
  }

  /** {@return the format that a file's name tells} */
  public static Optional<FileFormat> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> name.endsWith(format.ending)).findFirst();
  }

  /** {@return the format of a name: how files of it end, without the dot} */
  public static Optional<FileFormat> called(String name) {
    return Arrays.stream(values())
        .filter(format -> format.ending.substring(1).equalsIgnoreCase(name))
        .findFirst();
  }

  /** {@return whether it can be written from its beginning to its end, without a file} */
  public boolean streamed() {
    return this == CSV || this == JSON_LINES;
  }

  /** {@return the file with a name that tells this format} */
  public Path named(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending)
        ? file
        : Path.of(file + ending);
  }

  /** {@return why so many rows or columns do not go into a file of this kind, if they do not} */
  public Optional<Problem> obstacle(long rows, int columns) {
    if (this != EXCEL || (rows <= EXCEL_ROWS && columns <= EXCEL_COLUMNS)) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            ProblemCode.TOO_LARGE,
            "That does not fit into a sheet of Excel.",
            "There are %,d rows and %,d columns; a sheet has room for %,d and %,d."
                .formatted(rows, columns, EXCEL_ROWS, EXCEL_COLUMNS),
            "Filter the rows, leave columns out, or choose CSV or Parquet."));
  }

  /** {@return the names of all, for sentences} */
  public static List<String> endings() {
    return Arrays.stream(values()).map(FileFormat::ending).toList();
  }
}
