package org.shareexplorer.cli;

import org.jspecify.annotations.Nullable;
import org.shareexplorer.export.FileFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that says what rows are written as. */
final class FormatOption {

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      converter = Name.class,
      description =
          "What to write: csv, parquet, jsonl or xlsx (default: what the file's name tells; csv for standard output).")
  @Nullable FileFormat format;

  /** Formats are called as their files end. */
  static final class Name implements ITypeConverter<FileFormat> {
    @Override
    public FileFormat convert(String name) {
      return FileFormat.called(name)
          .orElseThrow(() ->
              new TypeConversionException(
                  "it may be csv, parquet, jsonl or xlsx, but was " + name + "."));
    }
  }
}
