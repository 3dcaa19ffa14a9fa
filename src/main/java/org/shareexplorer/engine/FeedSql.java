package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shareexplorer.table.ChangeList;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/**
 * The queries over the rows of a change feed. Columns are compared and searched as text, so that
 * their types may change from version to version.
 */
final class FeedSql {

  /** Stands for the number of a row's file in the feed. */
  static final Field UNIT = new Field("unit\0", Simple.LONG, false);

  private static final Field VERSION = new Field(ChangeList.COMMIT_VERSION, Simple.LONG, false);
  private static final Field TYPE = new Field(ChangeList.CHANGE_TYPE, Simple.STRING, false);

  private FeedSql() {}

  /**
   * How many rows a version has of a type.
   *
   * @param type such as {@code insert}
   */
  record Count(long version, String type, long rows) {}

  /**
   * Where a row's two states are.
   *
   * @param type such as {@code insert}; {@code update} for both states of an update
   */
  record Found(String type, long version, int before, long beforeLine, int after, long afterLine) {}

  static List<Count> counts(Session session, List<LocalFile> files) throws SQLException {
    return session.rows(
        "SELECT c0, c1, count(*) FROM "
            + Relation.over(session, files).of(List.of(VERSION, TYPE))
            + " GROUP BY ALL",
        row -> new Count(row.getLong(1), row.getString(2), row.getLong(3)));
  }

  /** {@return of each column, whether the rows that insert or delete all differ in it} */
  static List<Boolean> distinct(Session session, List<LocalFile> files, List<Field> columns)
      throws SQLException {
    List<Field> fields = new ArrayList<>(List.of(VERSION, TYPE));
    columns.forEach(column -> fields.add(FileValue.text(column)));
    String relation = Relation.over(session, files).of(fields);
    List<Boolean> distinct = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = "c" + (i + 2);
      distinct.add(
          session.row(
              "SELECT coalesce(bool_and(n = 1 AND k IS NOT NULL), false) FROM (SELECT "
                  + column
                  + " AS k, count(*) AS n FROM "
                  + relation
                  + " GROUP BY c0, c1, "
                  + column
                  + ")",
              row -> row.getBoolean(1)));
    }
    return distinct;
  }

  /**
   * Finds changed rows, and the two states of updated ones.
   *
   * @param searched the columns to look for the view's text in
   */
  static List<Found> found(
      Session session,
      List<LocalFile> files,
      List<Field> key,
      List<Field> searched,
      ChangeView view)
      throws SQLException {
    List<Field> fields = new ArrayList<>(List.of(UNIT, VERSION, TYPE, Relation.ROW_NUMBER));
    key.forEach(column -> fields.add(FileValue.text(column)));
    searched.forEach(column -> fields.add(FileValue.text(column)));
    String keys =
        key.isEmpty()
            ? "unit AS k0"
            : IntStream.range(0, key.size())
                .mapToObj(i -> "c" + (4 + i) + " AS k" + i)
                .collect(Collectors.joining(", "));
    List<String> names =
        IntStream.range(0, Math.max(1, key.size())).mapToObj(i -> "k" + i).toList();
    String match = matches(view.text(), 4 + key.size(), searched.size());
    return session.rows(
        """
        WITH r AS (SELECT c0 AS unit, c1 AS version, c2 AS type, c3 AS line, %s AS m%s FROM %s),
        u AS (SELECT *, row_number() OVER (PARTITION BY version, type, %s ORDER BY unit, line) AS n
              FROM (SELECT *%s FROM r WHERE type IN ('update_preimage', 'update_postimage'))),
        p AS (
          SELECT 'update' AS type, coalesce(a.version, b.version) AS version,
                 b.unit AS bu, b.line AS bl, a.unit AS au, a.line AS al,
                 coalesce(a.m, false) OR coalesce(b.m, false) AS m
          FROM (FROM u WHERE type = 'update_preimage') b
          FULL JOIN (FROM u WHERE type = 'update_postimage') a
            ON a.version = b.version AND a.n = b.n AND %s
          UNION ALL SELECT type, version, unit, line, NULL, NULL, m FROM r WHERE type = 'delete'
          UNION ALL SELECT type, version, NULL, NULL, unit, line, m FROM r WHERE type = 'insert')
        SELECT type, version, bu, bl, au, al FROM p WHERE m AND type IN (%s)
        ORDER BY version, coalesce(au, bu), coalesce(al, bl) LIMIT %d
        """
            .formatted(
                match,
                key.isEmpty() ? "" : ", " + keys,
                Relation.over(session, files).of(fields),
                String.join(", ", names),
                key.isEmpty() ? ", " + keys : "",
                names.stream()
                    .map(name -> "a.%s IS NOT DISTINCT FROM b.%s".formatted(name, name))
                    .collect(Collectors.joining(" AND ")),
                view.kinds().stream()
                    .map(kind -> "'" + type(kind) + "'")
                    .collect(Collectors.joining(", ")),
                ChangedRows.MOST + 1),
        row -> {
          int before = row.getInt(3);
          boolean noBefore = row.wasNull();
          long beforeLine = row.getLong(4);
          int after = row.getInt(5);
          boolean noAfter = row.wasNull();
          return new Found(
              row.getString(1),
              row.getLong(2),
              noBefore ? -1 : before,
              beforeLine,
              noAfter ? -1 : after,
              row.getLong(6));
        });
  }

  private static String type(ChangeKind kind) {
    return switch (kind) {
      case INSERT -> "insert";
      case UPDATE -> "update";
      case DELETE -> "delete";
    };
  }

  /** {@return SQL that is true where one of some columns holds a text, whatever its case} */
  static String matches(String text, int first, int count) {
    if (text.isEmpty() || count == 0) {
      return "true";
    }
    return "list_contains(list_transform(%s, lambda x: coalesce(contains(lower(x), lower(%s)), false)), true)"
        .formatted(texts(first, count), SqlText.text(text));
  }

  /**
   * {@return SQL of some columns' texts as one list: what is to be done with each is said once
   * then, as planning a query takes time that grows with the square of its expressions}
   */
  static String texts(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(i -> "c" + i)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
