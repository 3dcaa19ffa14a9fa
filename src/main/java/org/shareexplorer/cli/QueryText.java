package org.shareexplorer.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options that say which query is meant. */
final class QueryText {

  private static final String STANDARD_INPUT = "-";
  private static final String BYTE_ORDER_MARK = "\ufeff";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Parameters(
      arity = "0..1",
      paramLabel = "QUERY",
      description = "One SELECT statement, or - for one on standard input.")
  private @Nullable String query;

  @Option(names = "--file", paramLabel = "FILE", description = "Take the query from a file, UTF-8.")
  private @Nullable Path file;

  /**
   * {@return the query}
   *
   * @throws ParameterException if there is none, or there are two
   */
  String of(Terminal terminal) {
    String given = query;
    Path from = file;
    if ((given == null) == (from == null)) {
      throw misused(
          given == null
              ? "Write a query, or name the file that it is in with --file FILE."
              : "There are two queries: one is written, one in a file.");
    }
    try {
      String text =
          from != null
              ? Files.readString(from)
              : STANDARD_INPUT.equals(given)
                  ? new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8)
                  : Objects.requireNonNull(given);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw misused("The file " + from + " is not a text in UTF-8.");
    } catch (IOException e) {
      if (from != null) {
        throw misused("The file " + from + " cannot be read.");
      }
      throw new UncheckedIOException(e);
    }
  }

  private ParameterException misused(String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }
}
