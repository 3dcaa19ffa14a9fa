package org.shareexplorer.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Values;

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

  /** Writes a cell's value (see {@link Values}). */
  static void value(JsonGenerator json, @Nullable Object value, DataType type) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case BigDecimal number -> json.writeNumber(number.toPlainString());
      case Float number when Float.isFinite(number) -> json.writeNumber(number);
      case Double number when Double.isFinite(number) -> json.writeNumber(number);
      case Values.StructValue nested -> json.writeRawValue(CellText.plain(nested));
      case List<?> nested -> json.writeRawValue(CellText.plain(nested));
      case Map<?, ?> nested -> json.writeRawValue(CellText.plain(nested));
      case Values.Variant variant -> json.writeRawValue(CellText.plain(variant));
      default -> json.writeString(CellText.plain(value));
    }
  }

  /** Writes a figure that may be missing or not finite. */
  static void figure(JsonGenerator json, String name, @Nullable Object value) throws IOException {
    json.writeFieldName(name);
    value(json, value, DataType.Simple.DOUBLE);
  }
}
