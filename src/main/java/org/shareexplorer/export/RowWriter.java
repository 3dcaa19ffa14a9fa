package org.shareexplorer.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.Field;

/** Writes rows into one file. For one thread at a time; closed in any case, ended only if whole. */
interface RowWriter extends Closeable {

  /** Writes a row: a value per column. */
  void row(List<@Nullable Object> row) throws IOException;

  /** Writes what comes after the last row. */
  void end() throws IOException;

  /** {@return what could not be kept as it was, in sentences} */
  default List<String> losses() {
    return List.of();
  }

  /**
   * {@return a writer into a file, which may exist}
   *
   * @param name what the rows are called
   */
  static RowWriter of(
      FileFormat format, Path file, String name, List<Field> columns, boolean guarded)
      throws IOException {
    return switch (format) {
      case PARQUET -> new ParquetRowWriter(file, columns);
      case EXCEL -> new ExcelWriter(file, name, columns);
      default -> {
        OutputStream stream = Files.newOutputStream(file);
        try {
          yield of(format, stream, columns, guarded);
        } catch (IOException | RuntimeException e) {
          // A head may find the disk full already; not everywhere can an open file be deleted.
          stream.close();
          throw e;
        }
      }
    };
  }

  /**
   * {@return a writer into a stream, which is closed with it}
   *
   * @param format one that can be streamed
   */
  static RowWriter of(FileFormat format, OutputStream stream, List<Field> columns, boolean guarded)
      throws IOException {
    return switch (format) {
      case CSV -> new CsvWriter(stream, columns, guarded);
      case JSON_LINES -> new JsonLinesWriter(stream, columns);
      default -> throw new IllegalArgumentException(format + " needs a file");
    };
  }
}
