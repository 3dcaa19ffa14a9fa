package org.shareexplorer.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cuts stretches of values into shorter ones, until those that matter are known value by value: so
 * a place among very many values is found exactly, in some looks and little memory. A look counts
 * the values of all stretches that matter into cells of equal width; few values are told one by
 * one.
 */
final class Narrowing {

  /** So many cells in all: their counts stay in a processor's cache. */
  private static final int CELLS = 1 << 15;

  /** So many values are told one by one. */
  private static final long FEW = 300_000;

  /** Cells have numbers of two bytes, by which they can be counted in an array. */
  private static final int CODES = 1 << 16;

  /** Each look makes stretches thousands of times shorter: what is left then is told anyway. */
  private static final int MOST_LOOKS = 5;

  private final Session session;
  private String rows;
  private int looks;

  /**
   * A narrowing.
   *
   * @param rows SQL of rows with a column {@code code}, the number of a row's stretch, and {@code
   *     x}, a double; null for rows that do not count
   */
  Narrowing(Session session, String rows) {
    this.session = session;
    this.rows = rows;
  }

  /**
   * Looks at all values for the first time, where rows have the numbers of groups from 1 on.
   *
   * @param groups how many groups there are
   * @param values how many values they have at most
   * @param reach of all values, but infinity and NaN, which do not count
   * @return what each group consists of, in ascending order, by its number; groups without values
   *     have nothing
   */
  Map<Integer, List<Stretch>> first(int groups, long values, Reach reach) throws SQLException {
    looks++;
    List<Stretch> all =
        IntStream.rangeClosed(1, groups)
            .mapToObj(group -> new Stretch(group, values, 0, reach.least(), reach.greatest()))
            .toList();
    if (values <= FEW || groups >= CELLS / 2) {
      return told(all);
    }
    int cells = CELLS / (groups + 1);
    Grid grid = Grid.of(all.getFirst(), cells, 0);
    rows =
        "(SELECT TRY_CAST(code * %s + %s AS USMALLINT) AS code, x FROM %s)"
            .formatted(SqlText.number(cells), grid.cell(), rows);
    List<Integer> whose =
        IntStream.range(0, (groups + 1) * cells).mapToObj(cell -> cell / cells).toList();
    return counted(all, whose);
  }

  /**
   * Looks once more at values of some stretches; later only parts of these can be cut again.
   *
   * @return what each of them consists of, in ascending order, by its number
   */
  Map<Integer, List<Stretch>> cut(List<Stretch> stretches) throws SQLException {
    long values = stretches.stream().mapToLong(Stretch::count).sum();
    boolean tell = values <= FEW || looks == MOST_LOOKS || stretches.size() >= CODES / 2;
    looks++;
    return tell ? told(stretches) : counted(stretches, values);
  }

  private Map<Integer, List<Stretch>> told(List<Stretch> stretches) throws SQLException {
    Map<Integer, List<Stretch>> parts = new HashMap<>();
    Map<Integer, Integer> whose = new HashMap<>();
    stretches.forEach(stretch -> whose.put(codeOf(stretch), stretch.number()));
    String codes =
        stretches.size() == 1
            ? "code = " + codeOf(stretches.getFirst())
            : "code IN (SELECT unnest(CAST(%s AS USMALLINT[])))".formatted(whose.keySet());
    session.each(
        "SELECT code, x, count(*) FROM %s WHERE %s GROUP BY code, x ORDER BY code, x"
            .formatted(rows, codes),
        row -> {
          double x = row.getDouble(2);
          boolean none = row.wasNull() || !Double.isFinite(x);
          long count = row.getLong(3);
          if (!none) {
            parts
                .computeIfAbsent(whose.getOrDefault(row.getInt(1), 0), _ -> new ArrayList<>())
                .add(new Stretch(0, count, x * count, x, x));
          }
        });
    return parts;
  }

  private Map<Integer, List<Stretch>> counted(List<Stretch> stretches, long values)
      throws SQLException {
    List<Integer> whose = new ArrayList<>();
    List<Grid> grids = new ArrayList<>();
    int spare = Math.max(0, CELLS - 2 * stretches.size());
    for (Stretch stretch : stretches) {
      int cells = 2 + (int) (spare * (double) stretch.count() / values);
      grids.add(Grid.of(stretch, cells, whose.size()));
      whose.addAll(Collections.nCopies(cells, stretch.number()));
    }
    rows = recounted(grids);
    return counted(stretches, whose);
  }

  /** Counts all cells, of which it is known whose they are. */
  private Map<Integer, List<Stretch>> counted(List<Stretch> stretches, List<Integer> whose)
      throws SQLException {
    Reach reach =
        new Reach(
            stretches.stream().mapToDouble(Stretch::least).min().orElseThrow(),
            stretches.stream().mapToDouble(Stretch::greatest).max().orElseThrow());
    Map<Integer, List<Stretch>> parts = new HashMap<>();
    session.each(
        "SELECT code, count(*), sum(x), min(x), max(x) FROM %s GROUP BY code ORDER BY code"
            .formatted(rows),
        row -> {
          int code = row.getInt(1);
          if (row.wasNull()) {
            return;
          }
          Stretch part = part(code, row);
          reach.hold(part.least(), part.greatest());
          parts.computeIfAbsent(whose.get(code), _ -> new ArrayList<>()).add(part);
        });
    return parts;
  }

  private Stretch part(int code, ResultSet row) throws SQLException {
    return new Stretch(
        looks * CODES + code, row.getLong(2), row.getDouble(3), row.getDouble(4), row.getDouble(5));
  }

  /** What a stretch's rows have in common, since the last look. */
  private static int codeOf(Stretch stretch) {
    return stretch.number() % CODES;
  }

  /** Where the cells of a stretch are. Halves of ranges do not overflow. */
  private record Grid(int code, double origin, double perCell, double first) {

    static Grid of(Stretch stretch, int cells, int first) {
      double origin = stretch.least() / 2;
      double perCell = (cells - 1) / (stretch.greatest() / 2 - origin);
      return new Grid(codeOf(stretch), origin, Math.min(perCell, Double.MAX_VALUE), first);
    }

    /** SQL of how many cells after the first one a value is. It grows with the value. */
    private String cell() {
      return "(x * %s - %s) * %s"
          .formatted(SqlText.number(0.5), SqlText.number(origin), SqlText.number(perCell));
    }
  }

  /** SQL of the rows of some stretches with the numbers of their cells. */
  private String recounted(List<Grid> grids) {
    if (grids.size() == 1) {
      Grid grid = grids.getFirst();
      return "(SELECT CAST(%s + %s AS USMALLINT) AS code, x FROM %s WHERE code = %d)"
          .formatted(grid.cell(), SqlText.number(grid.first()), rows, grid.code());
    }
    String values =
        grids.stream()
            .map(grid ->
                "(%d, %s, %s, %s)"
                    .formatted(
                        grid.code(),
                        SqlText.number(grid.origin()),
                        SqlText.number(grid.perCell()),
                        SqlText.number(grid.first())))
            .collect(Collectors.joining(", "));
    return "(SELECT CAST((x * %s - origin) * per_cell + first AS USMALLINT) AS code, x FROM %s JOIN (VALUES %s) AS grids(code, origin, per_cell, first) USING (code))"
        .formatted(SqlText.number(0.5), rows, values);
  }
}
