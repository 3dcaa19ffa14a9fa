package org.shareexplorer.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.export.JsonCell;

/**
 * Answers for programs. Numbers keep all their digits; NaN and infinities, for which JSON has no
 * number, are texts; dates and times are texts by ISO 8601, binary is hexadecimal.
 */
final class Json {

  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  /** Writes one answer. */
  @FunctionalInterface
  interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  /** Prints an answer as indented JSON. */
  static void print(Terminal terminal, Content content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = MAPPER.createGenerator(text).useDefaultPrettyPrinter()) {
      content.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    terminal.print(text.toString());
  }

  /** Writes a figure that may be missing or not finite. */
  static void figure(JsonGenerator json, String name, @Nullable Object value) throws IOException {
    json.writeFieldName(name);
    JsonCell.write(json, value);
  }
}
