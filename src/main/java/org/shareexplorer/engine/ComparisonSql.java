package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.Field;

/**
 * The queries that match the rows of two versions by a key. Of a row, its key and a digest of all
 * its values are kept, not the values: so memory depends on the number of rows alone. Values are
 * compared as text, so that a column may have another type in one of the versions.
 */
final class ComparisonSql {

  private ComparisonSql() {}

  /** Where a row's two states are; null for the one that is not. */
  record Pair(PickedRows.@Nullable Place before, PickedRows.@Nullable Place after) {}

  /**
   * What was found.
   *
   * @param repeated rows whose key another row of the same side has as well
   * @param withoutKey rows in whose key there is a null
   */
  record Found(List<Pair> rows, long repeated, long withoutKey) {}

  /** {@return of each column, whether all rows differ in it} */
  static List<Boolean> distinct(Session session, List<LocalFile> files, List<Field> columns)
      throws SQLException {
    String relation =
        Relation.over(session, files).of(columns.stream().map(FileValue::text).toList());
    List<Boolean> distinct = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      distinct.add(
          session.row(
              "SELECT count(*) > 0 AND count(DISTINCT c%d) = count(*) FROM %s"
                  .formatted(i, relation),
              row -> row.getBoolean(1)));
    }
    return distinct;
  }

  /** Matches the rows of two versions, and keeps what differs and fits the view. */
  static Found found(
      Session session,
      List<LocalFile> older,
      List<LocalFile> newer,
      List<Field> key,
      List<Field> fields,
      ChangeView view)
      throws SQLException {
    side(session, "older", older, key, fields, view.text());
    side(session, "newer", newer, key, fields, view.text());
    List<String> keys = IntStream.range(0, key.size()).mapToObj(i -> "k" + i).toList();
    String same =
        keys.stream().map(k -> "a." + k + " = b." + k).collect(Collectors.joining(" AND "));
    String kinds =
        view.kinds().stream().map(ComparisonSql::condition).collect(Collectors.joining(" OR "));
    List<Pair> rows =
        kinds.isEmpty()
            ? List.of()
            : session.rows(
                """
                SELECT a.unit, a.line, b.unit, b.line
                FROM older a FULL JOIN newer b ON %s AND a.n = b.n
                WHERE a.d IS DISTINCT FROM b.d AND (%s)
                  AND (coalesce(a.m, false) OR coalesce(b.m, false))
                ORDER BY b.unit NULLS LAST, b.line, a.unit, a.line LIMIT %d
                """
                    .formatted(same, kinds, ChangedRows.MOST + 1),
                row -> {
                  var before = place(row.getInt(1), row.wasNull(), row.getLong(2));
                  return new Pair(before, place(row.getInt(3), row.wasNull(), row.getLong(4)));
                });
    return new Found(rows, repeated(session, keys), withoutKey(session, keys));
  }

  private static PickedRows.@Nullable Place place(int unit, boolean none, long line) {
    return none ? null : new PickedRows.Place(unit, line);
  }

  private static String condition(ChangeKind kind) {
    return switch (kind) {
      case INSERT -> "a.unit IS NULL";
      case DELETE -> "b.unit IS NULL";
      case UPDATE -> "(a.unit IS NOT NULL AND b.unit IS NOT NULL)";
    };
  }

  private static void side(
      Session session,
      String table,
      List<LocalFile> files,
      List<Field> key,
      List<Field> fields,
      String text)
      throws SQLException {
    List<Field> read = new ArrayList<>(List.of(FeedSql.UNIT, Relation.ROW_NUMBER));
    fields.forEach(field -> read.add(FileValue.text(field)));
    String named =
        IntStream.range(0, key.size())
            .mapToObj(i -> "c" + (2 + fields.indexOf(key.get(i))) + " AS k" + i)
            .collect(Collectors.joining(", "));
    String keys =
        IntStream.range(0, key.size()).mapToObj(i -> "k" + i).collect(Collectors.joining(", "));
    String digest =
        "md5_number(array_to_string(list_transform(%s, lambda x: coalesce(strlen(x) || ':' || x, 'n')), ''))"
            .formatted(FeedSql.texts(2, fields.size()));
    session.run(
        """
        CREATE TEMP TABLE %s AS
        SELECT unit, line, d, m, %s, row_number() OVER (PARTITION BY %s ORDER BY d, unit, line) AS n
        FROM (SELECT c0 AS unit, c1 AS line, %s AS d, %s AS m, %s FROM %s)
        """
            .formatted(
                table,
                keys,
                keys,
                digest,
                FeedSql.matches(text, 2, fields.size()),
                named,
                Relation.over(session, files).of(read)));
  }

  private static long repeated(Session session, List<String> keys) throws SQLException {
    String nonNull =
        keys.stream().map(k -> k + " IS NOT NULL").collect(Collectors.joining(" AND "));
    return session.row(
        "SELECT (SELECT count(*) FROM older WHERE n > 1 AND %s) + (SELECT count(*) FROM newer WHERE n > 1 AND %s)"
            .formatted(nonNull, nonNull),
        row -> row.getLong(1));
  }

  private static long withoutKey(Session session, List<String> keys) throws SQLException {
    String anyNull = keys.stream().map(k -> k + " IS NULL").collect(Collectors.joining(" OR "));
    return session.row(
        "SELECT (SELECT count(*) FROM older WHERE %s) + (SELECT count(*) FROM newer WHERE %s)"
            .formatted(anyNull, anyNull),
        row -> row.getLong(1));
  }
}
