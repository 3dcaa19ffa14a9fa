package org.shareexplorer.table;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalLong;

/** Reads a file's statistics (Delta protocol, "Per-file Statistics"). Garbage counts as none. */
final class Statistics {

  private static final JsonMapper MAPPER = new JsonMapper();

  private Statistics() {}

  /** {@return the number of rows in the file, if the statistics say so} */
  static OptionalLong rowCount(String stats) {
    try (JsonParser parser = MAPPER.createParser(stats)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return OptionalLong.empty();
      }
      // The number usually stands first: do not read the rest, there may be many files.
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = "numRecords".equals(parser.currentName());
        JsonToken value = parser.nextToken();
        if (wanted) {
          long rows = value == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : -1;
          return rows < 0 ? OptionalLong.empty() : OptionalLong.of(rows);
        }
        parser.skipChildren();
      }
    } catch (JacksonException e) {
      return OptionalLong.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return OptionalLong.empty();
  }
}
