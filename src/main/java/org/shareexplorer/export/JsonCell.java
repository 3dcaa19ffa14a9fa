package org.shareexplorer.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.Values;

/**
 * Values of cells as JSON. Numbers keep all their digits; NaN and infinities, for which JSON has no
 * number, are texts; dates and times are texts by ISO 8601, binary is hexadecimal.
 */
public final class JsonCell {

  private JsonCell() {}

  /** Writes a cell's value (see {@link Values}). */
  public static void write(JsonGenerator json, @Nullable Object value) throws IOException {
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
      default -> json.writeString(CellText.portable(value));
    }
  }
}
