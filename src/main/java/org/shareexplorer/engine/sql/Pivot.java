package org.shareexplorer.engine.sql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.GroupKey;
import org.shareexplorer.engine.GroupKey.Rank;
import org.shareexplorer.engine.GroupKey.Source;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.GroupedQuestion;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.SqlText;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/**
 * Figures of groups of rows as a table: a row for each group, a column for each figure; with a
 * column field, a column for each figure of each of its groups and one for all of them.
 *
 * @param rows by what rows are put together; without any, all are
 * @param across by what columns are split
 * @param values what is computed; at least one
 * @param zone where a day begins, for columns that hold instants
 */
public record Pivot(List<Key> rows, Optional<Across> across, List<Value> values, ZoneId zone) {

  private static final int LONGEST_NAME = 60;

  /** Copies its lists. */
  public Pivot {
    rows = List.copyOf(rows);
    values = List.copyOf(values);
  }

  /**
   * What rows of a group have in common.
   *
   * @param step the step in time that a column of dates or timestamps is cut to
   */
  public record Key(Field field, Optional<Bucket> step) {

    /** {@return what people call it} */
    String name() {
      return field.name() + step.map(s -> " by " + s.name().toLowerCase(Locale.ROOT)).orElse("");
    }
  }

  /**
   * A column for each group.
   *
   * @param most how many at most, those with the most rows; all others make one column together
   */
  public record Across(Key key, int most) {}

  /**
   * A figure.
   *
   * @param field of which column; may be empty for {@link Aggregate#COUNT}, which then counts rows
   */
  public record Value(Aggregate aggregate, Optional<Field> field) {

    /** {@return what people call it} */
    public String name() {
      return field
          .map(column ->
              switch (aggregate) {
                    case DISTINCT -> "distinct ";
                    default -> aggregate.name().toLowerCase(Locale.ROOT) + " of ";
                  }
                  + column.name())
          .orElse("rows");
    }
  }

  /**
   * The groups that have columns.
   *
   * @param values their values, as {@code Values} has them, or first days of steps in time
   * @param others how many further groups there are
   */
  public record Heads(List<@Nullable Object> values, long others) {

    /** No groups have columns. */
    public static final Heads NONE = new Heads(List.of(), 0);
  }

  /** {@return what it shows, for a person, such as "sum of amount by region, day by month"} */
  public String words() {
    String of = values.stream().map(Value::name).collect(Collectors.joining(", "));
    String by =
        Stream.concat(rows.stream(), across.stream().map(Across::key))
            .map(Key::name)
            .collect(Collectors.joining(", "));
    return by.isEmpty() ? of : of + " by " + by;
  }

  /** {@return the columns that this reads} */
  public List<String> columns() {
    return Stream.of(
            rows.stream().map(Key::field),
            across.stream().map(head -> head.key().field()),
            values.stream().flatMap(value -> value.field().stream()))
        .flatMap(fields -> fields)
        .map(Field::name)
        .distinct()
        .toList();
  }

  /** {@return the groups that have columns; blocks} */
  public Heads heads(OpenTable table, Job job) {
    if (across.isEmpty()) {
      return Heads.NONE;
    }
    Key key = across.get().key();
    String column = key.field().name();
    Source source =
        key.step().isPresent()
            ? new Source.Step(column, key.step().get(), zone)
            : new Source.Value(column);
    Grouped found =
        table.ask(
            new GroupedQuestion(
                List.of(new GroupKey(source, Rank.ROWS, across.get().most())), List.of()),
            job);
    List<@Nullable Object> values = new ArrayList<>();
    for (Grouped.Group group : found.groups()) {
      if (group.keys().getFirst() instanceof Grouped.Key.Of(Object value)) {
        values.add(value);
      }
    }
    if (key.field().type() != Simple.STRING) {
      values.sort(Pivot::byValue);
    }
    return new Heads(values, found.leftOut().getFirst());
  }

  /** Numbers and days ascend; null goes last. */
  private static int byValue(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return Boolean.compare(one == null, other == null);
    }
    if (one instanceof LocalDate day && other instanceof LocalDate another) {
      return day.compareTo(another);
    }
    if (one instanceof Number && other instanceof Number) {
      return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
    }
    return CellText.plain(one).compareTo(CellText.plain(other));
  }

  /**
   * {@return the query}
   *
   * @param from what it is about, as SQL names it
   * @param where what its rows match, as SQL; empty for all
   */
  public String sql(Heads heads, String from, String where) {
    List<String> columns = new ArrayList<>();
    for (Key key : rows) {
      columns.add(expression(key) + (key.step().isPresent() ? as(key.name()) : ""));
    }
    columns.addAll(figures(heads));
    String places =
        IntStream.rangeClosed(1, rows.size())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    return selected(columns, from, where)
        + (rows.isEmpty() ? "" : "\nGROUP BY " + places + "\nORDER BY " + places);
  }

  /** {@return a query for the same figures of all rows together} */
  public String totalsSql(Heads heads, String from, String where) {
    return selected(figures(heads), from, where);
  }

  private static String selected(List<String> columns, String from, String where) {
    return columns.stream().collect(Collectors.joining(",\n  ", "SELECT\n  ", "\nFROM " + from))
        + (where.isEmpty() ? "" : "\nWHERE " + where);
  }

  private List<String> figures(Heads heads) {
    List<String> columns = new ArrayList<>();
    for (Object value : heads.values()) {
      figures(columns, Optional.of(only(value)), label(value));
    }
    if (heads.others() > 0) {
      figures(
          columns,
          Optional.of(none(heads.values())),
          heads.others() == 1 ? "1 other" : "%,d others".formatted(heads.others()));
    }
    figures(columns, Optional.empty(), across.isEmpty() ? "" : "all");
    return columns;
  }

  private void figures(List<String> columns, Optional<String> condition, String head) {
    for (Value value : values) {
      String name =
          head.isEmpty() ? value.name() : values.size() == 1 ? head : head + " · " + value.name();
      columns.add(figure(value, condition) + as(name));
    }
  }

  private static String figure(Value value, Optional<String> head) {
    List<String> conditions = new ArrayList<>(head.stream().toList());
    String computed = "count(*)";
    if (value.field().isPresent()) {
      String column = SqlTable.word(value.field().get().name());
      boolean floating = floating(value.field().get().type());
      if (floating && value.aggregate() != Aggregate.DISTINCT) {
        conditions.addFirst("isfinite(" + column + ")");
      }
      computed = computed(value.aggregate(), column, floating);
    }
    return conditions.isEmpty()
        ? computed
        : computed + " FILTER (WHERE " + String.join(" AND ", conditions) + ")";
  }

  private static String computed(Aggregate aggregate, String column, boolean floating) {
    String number = "CAST(" + column + " AS DOUBLE)";
    return switch (aggregate) {
      case COUNT -> "count(" + column + ")";
      case DISTINCT -> "count(DISTINCT " + column + ")";
      // Floating point numbers are added with the digits that adding them one by one would lose.
      case SUM -> floating ? "fsum(" + number + ")" : "sum(" + column + ")";
      case MEAN -> floating ? "favg(" + number + ")" : "avg(" + column + ")";
      case MIN -> "min(" + column + ")";
      case MAX -> "max(" + column + ")";
      case MEDIAN -> "median(" + number + ")";
      case DEVIATION -> "stddev_samp(" + number + ")";
    };
  }

  private static boolean floating(DataType type) {
    return type == Simple.FLOAT || type == Simple.DOUBLE;
  }

  private static String as(String name) {
    return " AS " + SqlTable.word(name);
  }

  private String expression(Key key) {
    String column = SqlTable.word(key.field().name());
    return key.step()
        .map(step ->
            "CAST(date_trunc('%s', %s) AS DATE)"
                .formatted(step.name().toLowerCase(Locale.ROOT), local(column, key.field().type())))
        .orElse(column);
  }

  /** The clock's time where days begin as wanted. */
  private String local(String column, DataType type) {
    if (type != Simple.TIMESTAMP) {
      return column;
    }
    // The database knows zones by their names only, and asks a calendar about each row then.
    return zone.normalized() instanceof ZoneOffset offset
        ? "make_timestamp(epoch_us(%s))%s"
            .formatted(
                column,
                offset.getTotalSeconds() == 0
                    ? ""
                    : " + to_seconds(" + offset.getTotalSeconds() + ")")
        : "timezone(%s, %s)".formatted(SqlText.text(zone.getId()), column);
  }

  private String only(@Nullable Object value) {
    String expression = expression(across.orElseThrow().key());
    return value == null ? expression + " IS NULL" : expression + " = " + literal(value);
  }

  private String none(List<@Nullable Object> values) {
    String expression = expression(across.orElseThrow().key());
    String others =
        values.stream()
            .flatMap(Stream::ofNullable)
            .map(Pivot::literal)
            .collect(Collectors.joining(", ", expression + " NOT IN (", ")"));
    if (values.stream().noneMatch(value -> value != null)) {
      return expression + " IS NOT NULL";
    }
    return values.contains(null) ? others : "(" + others + " OR " + expression + " IS NULL)";
  }

  private static String literal(Object value) {
    return switch (value) {
      case LocalDate day -> "DATE '" + CellText.portable(day) + "'";
      case Boolean flag -> flag.toString();
      case Number number -> CellText.plain(number);
      default -> SqlText.text(CellText.plain(value));
    };
  }

  private String label(@Nullable Object value) {
    if (value == null) {
      return "(null)";
    }
    if (value instanceof LocalDate day) {
      return switch (across.orElseThrow().key().step().orElse(Bucket.DAY)) {
        case DAY, WEEK -> CellText.plain(day);
        case MONTH -> CellText.plain(day).replaceFirst("-\\d+$", "");
        case QUARTER -> day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3;
        case YEAR -> String.valueOf(day.getYear());
      };
    }
    String text = CellText.plain(value).strip();
    return text.isEmpty()
        ? "(blank)"
        : text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME - 1) + "…" : text;
  }
}
