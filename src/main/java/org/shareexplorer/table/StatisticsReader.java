package org.shareexplorer.table;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.FileStatistics.Extreme;
import org.shareexplorer.table.FileStatistics.Figures;

/**
 * Reads files' statistics, of some top-level columns. Texts that are not statistics count as none;
 * a figure that makes no sense counts as not said. Thread-safe.
 */
public final class StatisticsReader {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final List<Field> fields;
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * A reader for some columns.
   *
   * @param fields the columns; statistics call them by their stored names
   */
  public StatisticsReader(List<Field> fields) {
    this.fields = List.copyOf(fields);
    for (int i = 0; i < fields.size(); i++) {
      places.put(fields.get(i).stored().name(), i);
    }
  }

  /** {@return what a file's statistics say; empty if the text is damaged} */
  public Optional<FileStatistics> read(String stats) {
    try (JsonParser parser = MAPPER.createParser(stats)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          ? Optional.of(new Reading(parser).file())
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes one column's value off the parser. */
  @FunctionalInterface
  private interface Value {
    void read(int place, JsonToken token) throws IOException;
  }

  private final class Reading {

    private final JsonParser parser;
    private final @Nullable Long[] nulls = new Long[fields.size()];
    private final @Nullable Extreme[] min = new Extreme[fields.size()];
    private final @Nullable Extreme[] max = new Extreme[fields.size()];
    private OptionalLong rows = OptionalLong.empty();
    private @Nullable Boolean tight;

    Reading(JsonParser parser) {
      this.parser = parser;
    }

    FileStatistics file() throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        switch (name) {
          case "numRecords" -> rows = count(token);
          case "tightBounds" ->
              tight =
                  token == JsonToken.VALUE_TRUE
                      ? Boolean.TRUE
                      : token == JsonToken.VALUE_FALSE ? Boolean.FALSE : null;
          case "minValues" -> columns(token, (i, at) -> min[i] = extreme(i, at, false));
          case "maxValues" -> columns(token, (i, at) -> max[i] = extreme(i, at, true));
          case "nullCount" ->
              columns(
                  token,
                  (i, at) -> {
                    OptionalLong count = count(at);
                    nulls[i] = count.isPresent() ? count.getAsLong() : null;
                  });
          default -> parser.skipChildren();
        }
      }
      if (parser.currentToken() != JsonToken.END_OBJECT) {
        return new FileStatistics(
            OptionalLong.empty(), null, Collections.nCopies(fields.size(), Figures.NONE));
      }
      List<Figures> columns = new ArrayList<>(fields.size());
      for (int i = 0; i < fields.size(); i++) {
        boolean possible = nulls[i] == null || rows.isEmpty() || nulls[i] <= rows.getAsLong();
        columns.add(new Figures(possible ? nulls[i] : null, min[i], max[i]));
      }
      return new FileStatistics(rows, tight, List.copyOf(columns));
    }

    private void columns(JsonToken token, Value value) throws IOException {
      if (token != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        Integer place = places.get(parser.currentName());
        JsonToken at = parser.nextToken();
        if (place != null) {
          value.read(place, at);
        }
        // An object of parts, or one where a value should be.
        parser.skipChildren();
      }
    }

    private OptionalLong count(JsonToken token) throws IOException {
      if (token != JsonToken.VALUE_NUMBER_INT
          || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
          || parser.getLongValue() < 0) {
        parser.skipChildren();
        return OptionalLong.empty();
      }
      return OptionalLong.of(parser.getLongValue());
    }

    private @Nullable Extreme extreme(int place, JsonToken token, boolean greatest)
        throws IOException {
      return token.isScalarValue() && token != JsonToken.VALUE_NULL
          ? StatisticsValue.of(
              parser.getText(), token.isNumeric(), fields.get(place).type(), greatest)
          : null;
    }
  }

  /** {@return a file's statistics when nothing is said of any column} */
  FileStatistics nothing() {
    Figures[] none = new Figures[fields.size()];
    Arrays.fill(none, Figures.NONE);
    return new FileStatistics(OptionalLong.empty(), null, List.of(none));
  }
}
