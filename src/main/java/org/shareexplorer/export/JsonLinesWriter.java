package org.shareexplorer.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.Field;

/** A JSON object per line, in UTF-8; what is null is written as null. */
final class JsonLinesWriter implements RowWriter {

  private static final int BUFFER = 1 << 16;

  private final List<String> names;
  private final JsonGenerator json;
  private boolean any;

  JsonLinesWriter(OutputStream stream, List<Field> columns) throws IOException {
    names = columns.stream().map(Field::name).toList();
    json =
        new JsonFactory()
            .createGenerator(new BufferedOutputStream(stream, BUFFER), JsonEncoding.UTF8);
    json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
  }

  @Override
  public void row(List<@Nullable Object> row) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < row.size(); i++) {
      json.writeFieldName(names.get(i));
      JsonCell.write(json, row.get(i));
    }
    json.writeEndObject();
    any = true;
  }

  @Override
  public void end() throws IOException {
    if (any) {
      json.writeRaw('\n');
    }
    json.flush();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
