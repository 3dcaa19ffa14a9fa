package org.shareexplorer.build;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one layout of the sources: google-java-format's. {@code mvn test} fails on a file that
 * differs; {@code mvn test-compile exec:exec@format} rewrites it.
 */
final class SourceFormat {

  private static final Path SOURCES = Path.of("src");

  private SourceFormat() {}

  /** Rewrites every source file that is not in the layout and prints its name. */
  public static void main(String[] args) {
    unformatted(true).forEach(System.out::println);
  }

  /** {@return the source files that are not in the layout, rewritten if {@code write}} */
  static List<Path> unformatted(boolean write) {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .parallel()
          .filter(file -> differs(file, write))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean differs(Path file, boolean write) {
    try {
      String source = Files.readString(file);
      String ordered =
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.GOOGLE);
      String formatted = new Formatter().formatSource(ordered);
      if (formatted.equals(source)) {
        return false;
      }
      if (write) {
        Files.writeString(file, formatted);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalStateException("Cannot format " + file + ": " + e.getMessage(), e);
    }
  }
}
