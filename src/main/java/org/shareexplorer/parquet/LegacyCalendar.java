package org.shareexplorer.parquet;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.Values.StructValue;

/**
 * The calendar of files by older versions of Spark, which was Julian before 15 October 1582 and
 * knew other offsets of time zones before 1900. Such files count days and microseconds so that they
 * mean other dates and times than in the calendar of today; those that were written are meant.
 *
 * @param dates whether dates, and timestamps but those of 96 bits, are counted so
 * @param int96 whether timestamps of 96 bits are
 * @param zone the zone that the writer was in
 */
record LegacyCalendar(boolean dates, boolean int96, ZoneId zone) {

  private static final String PREFIX = "org.apache.spark.";

  /** From here on both calendars are the same, in every zone. */
  private static final Instant SAME = Instant.parse("1900-01-02T00:00:00Z");

  /** The last day on which both calendars differ, in today's calendar. */
  private static final LocalDate LAST = LocalDate.of(1582, 10, 14);

  /** {@return the calendar of a file, if it is not that of today} */
  static Optional<LegacyCalendar> of(FileMetaData file) {
    if (!file.isSetKey_value_metadata()) {
      return Optional.empty();
    }
    Map<String, String> said = new HashMap<>();
    for (KeyValue pair : file.getKey_value_metadata()) {
      said.put(pair.getKey(), pair.isSetValue() ? pair.getValue() : "");
    }
    String version = said.getOrDefault(PREFIX + "version", "9");
    boolean dates = said.containsKey(PREFIX + "legacyDateTime") || version.matches("[0-2]\\..*");
    boolean int96 =
        said.containsKey(PREFIX + "legacyINT96") || version.matches("([0-2]|3\\.0)\\..*");
    return dates || int96
        ? Optional.of(
            new LegacyCalendar(dates, int96, zone(said.getOrDefault(PREFIX + "timeZone", "UTC"))))
        : Optional.empty();
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name, ZoneId.SHORT_IDS);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /** {@return whether the values of a column may mean others} */
  boolean concerns(Type column) {
    if (!column.isPrimitive()) {
      return column.asGroupType().getFields().stream().anyMatch(this::concerns);
    }
    return column.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT96
        ? int96
        : dates;
  }

  /** {@return what a value means, with all its parts} */
  @Nullable Object meant(@Nullable Object value) {
    return switch (value) {
      case LocalDate day when !day.isAfter(LAST) -> day(day);
      case Instant at when at.isBefore(SAME) -> time(at);
      case StructValue(Map<String, @Nullable Object> fields) -> {
        Map<String, @Nullable Object> meant = new LinkedHashMap<>();
        fields.forEach((name, part) -> meant.put(name, meant(part)));
        yield new StructValue(Collections.unmodifiableMap(meant));
      }
      case List<?> list -> {
        List<@Nullable Object> meant = new ArrayList<>();
        list.forEach(element -> meant.add(meant(element)));
        yield Collections.unmodifiableList(meant);
      }
      case Map<?, ?> map -> {
        Map<@Nullable Object, @Nullable Object> meant = new LinkedHashMap<>();
        map.forEach((key, item) -> meant.put(meant(key), meant(item)));
        yield Collections.unmodifiableMap(meant);
      }
      case null, default -> value;
    };
  }

  private static LocalDate day(LocalDate counted) {
    return fields(counted.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC).toLocalDate();
  }

  private Instant time(Instant counted) {
    return fields(counted, zone).atZone(zone).toInstant();
  }

  /** What stands on the calendar of then; its 29 February may be today's 1 March. */
  private static LocalDateTime fields(Instant at, ZoneId zone) {
    GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone(zone));
    calendar.setTimeInMillis(at.toEpochMilli());
    int year = calendar.get(GregorianCalendar.YEAR);
    return LocalDateTime.of(
            calendar.get(GregorianCalendar.ERA) == GregorianCalendar.BC ? 1 - year : year,
            calendar.get(GregorianCalendar.MONTH) + 1,
            1,
            calendar.get(GregorianCalendar.HOUR_OF_DAY),
            calendar.get(GregorianCalendar.MINUTE),
            calendar.get(GregorianCalendar.SECOND),
            at.atOffset(ZoneOffset.UTC).getNano())
        .plusDays(calendar.get(GregorianCalendar.DAY_OF_MONTH) - 1L);
  }
}
