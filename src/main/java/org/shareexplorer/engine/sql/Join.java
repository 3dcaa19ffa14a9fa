package org.shareexplorer.engine.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shareexplorer.engine.SqlText;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;

/**
 * Tables put side by side by keys: as data, and as the SQL that it stands for. Immutable.
 *
 * @param sides the tables, at least one; each but the first is joined to those before
 */
public record Join(List<Side> sides) {

  /** Which rows are kept that match none on the other side. */
  public enum Kind {
    INNER("only rows that match", "JOIN"),
    LEFT("all rows so far, with what matches", "LEFT JOIN"),
    RIGHT("all rows of this table, with what matches", "RIGHT JOIN"),
    FULL("all rows of both", "FULL JOIN"),
    ANTI("rows so far that match none", "ANTI JOIN");

    private final String words;
    private final String sql;

    Kind(String words, String sql) {
      this.words = words;
      this.sql = sql;
    }

    /** {@return for people: which rows there are then} */
    public String words() {
      return words;
    }

    /** {@return how SQL says it} */
    public String sql() {
      return sql;
    }
  }

  /**
   * A table of a join.
   *
   * @param named how SQL names it
   * @param fields its columns
   * @param kind how it is joined; without meaning for the first one
   * @param keys by which columns; none for the first one
   * @param kept the columns of it that the result has
   */
  public record Side(
      String named,
      String label,
      List<Field> fields,
      Kind kind,
      List<Key> keys,
      List<Field> kept) {}

  /**
   * Columns whose values must be equal.
   *
   * @param side the number of an earlier table
   * @param left a column of it
   * @param right a column of the table that is joined
   */
  public record Key(int side, Field left, Field right) {

    /** {@return whether the two are of kinds that can only be compared as texts} */
    public boolean asText() {
      return !family(left.type()).equals(family(right.type()));
    }
  }

  /**
   * A column of the result.
   *
   * @param side the number of its table
   * @param name its name in the result, another one than its own if that is taken
   */
  public record Column(int side, Field field, String name) {

    /** {@return whether it is called something else than in its table} */
    public boolean renamed() {
      return !name.equals(field.name());
    }
  }

  /** {@return types whose values can be compared without being made texts} */
  static String family(DataType type) {
    return type.numeric() ? "number" : type.temporal() ? "time" : type.text();
  }

  /** {@return the columns of the result; after an anti join, those of the table have no values} */
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < sides.size(); i++) {
      if (i > 0 && sides.get(i).kind() == Kind.ANTI) {
        continue;
      }
      for (Field field : sides.get(i).kept()) {
        String name = field.name();
        if (!taken.add(name.toLowerCase(Locale.ROOT))) {
          name = field.name() + "_" + sides.get(i).label();
          for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
            name = field.name() + "_" + sides.get(i).label() + "_" + n;
          }
        }
        columns.add(new Column(i, field, name));
      }
    }
    return columns;
  }

  /** {@return the query; ends when a table has no keys} */
  public String sql() {
    String columns =
        columns().stream()
            .map(column ->
                "  "
                    + qualified(column.side(), column.field())
                    + (column.renamed() ? " AS " + SqlTable.word(column.name()) : ""))
            .collect(Collectors.joining(",\n"));
    return "SELECT\n" + (columns.isEmpty() ? "  1 AS one" : columns) + "\n" + from();
  }

  private String from() {
    StringBuilder from = new StringBuilder("FROM ").append(sides.getFirst().named());
    from.append(" AS ").append(alias(0));
    for (int i = 1; i < sides.size(); i++) {
      Side side = sides.get(i);
      int number = i;
      from.append('\n').append(side.kind().sql()).append(' ').append(side.named());
      from.append(" AS ").append(alias(i)).append("\n  ON ");
      from.append(
          side.keys().stream()
              .map(key -> equal(key, number))
              .collect(Collectors.joining("\n  AND ")));
    }
    return from.toString();
  }

  private String equal(Key key, int number) {
    String left = qualified(key.side(), key.left());
    String right = qualified(number, key.right());
    return key.asText()
        ? "CAST(" + left + " AS VARCHAR) = CAST(" + right + " AS VARCHAR)"
        : left + " = " + right;
  }

  private String qualified(int side, Field field) {
    return alias(side) + "." + SqlTable.word(field.name());
  }

  /** The first letter of the table, with a number where that is taken. */
  private String alias(int side) {
    String letter = letter(side);
    long before = IntStream.range(0, side).filter(i -> letter(i).equals(letter)).count();
    return before == 0 ? letter : letter + (before + 1);
  }

  private String letter(int side) {
    String label = sides.get(side).label().toLowerCase(Locale.ROOT);
    return label.matches("[a-z].*") ? label.substring(0, 1) : "t";
  }

  /** {@return a query for how many rows the result has} */
  public String rowsSql() {
    return "SELECT count(*) AS n FROM (SELECT 1\n" + from() + ")";
  }

  /**
   * {@return a query for how the keys of a table match those of the tables before, by themselves:
   * what {@link JoinCounts} reads}
   *
   * @param number the table's number; its keys must all be about one earlier table
   */
  public String countsSql(int number) {
    Side right = sides.get(number);
    Side left = sides.get(right.keys().getFirst().side());
    List<String> leftKeys = new ArrayList<>();
    List<String> rightKeys = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < right.keys().size(); i++) {
      Key key = right.keys().get(i);
      leftKeys.add(value(key.left(), key.asText()) + " AS k" + i);
      rightKeys.add(value(key.right(), key.asText()) + " AS k" + i);
      names.add("k" + i);
    }
    String present =
        names.stream().map(name -> name + " IS NOT NULL").collect(Collectors.joining(" AND "));
    String keys = String.join(", ", names);
    return """
    WITH l AS (SELECT %1$s FROM %2$s),
      r AS (SELECT %3$s FROM %4$s),
      lk AS (SELECT %5$s, count(*) AS n FROM l WHERE %6$s GROUP BY ALL),
      rk AS (SELECT %5$s, count(*) AS n FROM r WHERE %6$s GROUP BY ALL),
      m AS (SELECT lk.n AS ln, rk.n AS rn FROM lk JOIN rk USING (%5$s))
    SELECT
      (SELECT count(*) FROM l) AS left_rows,
      (SELECT count(*) FROM l WHERE NOT (%6$s)) AS left_nulls,
      (SELECT coalesce(sum(n), 0) FROM lk WHERE n > 1) AS left_repeated,
      (SELECT coalesce(sum(ln), 0) FROM m) AS left_matched,
      (SELECT count(*) FROM r) AS right_rows,
      (SELECT count(*) FROM r WHERE NOT (%6$s)) AS right_nulls,
      (SELECT coalesce(sum(n), 0) FROM rk WHERE n > 1) AS right_repeated,
      (SELECT coalesce(sum(rn), 0) FROM m) AS right_matched,
      (SELECT coalesce(sum(ln::HUGEINT * rn), 0) FROM m) AS pairs
    """
        .formatted(
            String.join(", ", leftKeys),
            left.named(),
            String.join(", ", rightKeys),
            right.named(),
            keys,
            present);
  }

  private static String value(Field field, boolean asText) {
    String name = SqlText.name(field.name());
    return asText ? "CAST(" + name + " AS VARCHAR)" : name;
  }
}
