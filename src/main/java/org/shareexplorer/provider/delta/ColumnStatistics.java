package org.shareexplorer.provider.delta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a file's statistics say of one column (or of one part of a struct), as Spark counts it. */
final class ColumnStatistics {

  /** Spark keeps this many characters of a string's bounds. */
  private static final int PREFIX = 32;

  private static final String AFTER_EVERY_CHARACTER = Character.toString(Character.MAX_CODE_POINT);
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

  private final String name;
  private final ColumnType type;
  private long nulls;
  private boolean seen;
  private long least;
  private long greatest;
  private double leastReal;
  private double greatestReal;
  private @Nullable String first;
  private @Nullable String last;

  ColumnStatistics(String name, ColumnType type) {
    this.name = name;
    this.type = type;
  }

  void addNull() {
    nulls++;
  }

  void add(long value) {
    if (!seen) {
      seen = true;
      least = value;
      greatest = value;
    } else if (value < least) {
      least = value;
    } else if (value > greatest) {
      greatest = value;
    }
  }

  /** NaN is greater than every number, as Spark orders it. */
  void add(double value) {
    if (!seen) {
      seen = true;
      leastReal = value;
      greatestReal = value;
    } else if (Double.compare(value, leastReal) < 0) {
      leastReal = value;
    } else if (Double.compare(value, greatestReal) > 0) {
      greatestReal = value;
    }
  }

  void add(String value) {
    if (first == null || last == null) {
      first = value;
      last = value;
    } else if (value.compareTo(first) < 0) {
      first = value;
    } else if (value.compareTo(last) > 0) {
      last = value;
    }
  }

  /** Writes the figures into the three objects; bounds only where there is an order and a value. */
  void writeTo(ObjectNode minValues, ObjectNode maxValues, ObjectNode nullCount) {
    nullCount.put(name, nulls);
    if (first != null && last != null) {
      minValues.put(name, first.length() > PREFIX ? first.substring(0, PREFIX) : first);
      maxValues.put(
          name, last.length() > PREFIX ? last.substring(0, PREFIX) + AFTER_EVERY_CHARACTER : last);
    } else if (seen) {
      put(minValues, least, leastReal);
      put(maxValues, greatest, greatestReal);
    }
  }

  private void put(ObjectNode values, long value, double real) {
    switch (type) {
      case ColumnType.Decimal decimal ->
          values.put(name, BigDecimal.valueOf(value, decimal.scale()));
      case ColumnType.Simple.DATE -> values.put(name, LocalDate.ofEpochDay(value).toString());
      case ColumnType.Simple.TIMESTAMP -> {
        // Cut down to milliseconds, the upper bound too: readers know.
        Instant instant = Instant.EPOCH.plus(value, ChronoUnit.MICROS);
        values.put(name, MILLISECONDS.format(instant.atOffset(java.time.ZoneOffset.UTC)));
      }
      case ColumnType.Simple.FLOAT -> values.put(name, (float) real);
      case ColumnType.Simple.DOUBLE -> values.put(name, real);
      default -> values.put(name, value);
    }
  }
}
