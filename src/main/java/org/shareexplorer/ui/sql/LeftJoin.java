package org.shareexplorer.ui.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shareexplorer.engine.sql.Join;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.settings.OpenPages.OpenPage;

/**
 * A join that is being put together, as far as a later start has to know it. Columns are known by
 * their names: by then, a table may have others.
 *
 * @param parts its tables, in their order
 */
record LeftJoin(List<Part> parts) {

  /** What such pages are called among those that come back with the window. */
  static final String KIND = "join";

  private static final String JOINED = "joined";
  private static final String KEY = "key";
  private static final String WITHOUT = "without";

  LeftJoin {
    parts = List.copyOf(parts);
  }

  /**
   * A table of a join.
   *
   * @param kind how it is joined; without meaning for the first one
   * @param keys by which columns
   * @param without the columns of it that the result is not to have
   */
  record Part(SqlTable table, Join.Kind kind, List<Key> keys, List<String> without) {

    Part {
      keys = List.copyOf(keys);
      without = List.copyOf(without);
    }

    /** A table of which nothing else was chosen yet. */
    Part(SqlTable table) {
      this(table, Join.Kind.INNER, List.of(), List.of());
    }

    /** {@return this with other keys} */
    Part with(List<Key> others) {
      return new Part(table, kind, others, without);
    }

    /** A line for the table, and lines for what was chosen of it, which begin with a tab. */
    private Stream<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add(
          String.join(
              "\t",
              table.connection(),
              table.name().share(),
              table.name().schema(),
              table.name().table()));
      lines.add(String.join("\t", "", JOINED, kind.name()));
      keys.forEach(
          key -> lines.add(String.join("\t", "", KEY, "" + key.side(), key.left(), key.right())));
      without.forEach(column -> lines.add(String.join("\t", "", WITHOUT, column)));
      return lines.stream();
    }

    /** This with what a line tells; what cannot be understood is passed over. */
    private Part told(String[] line) {
      if (line.length == 3 && line[1].equals(JOINED)) {
        return Arrays.stream(Join.Kind.values())
            .filter(one -> one.name().equals(line[2]))
            .findFirst()
            .map(one -> new Part(table, one, keys, without))
            .orElse(this);
      }
      if (line.length == 3 && line[1].equals(WITHOUT)) {
        return new Part(table, kind, keys, and(without, line[2]));
      }
      if (line.length == 5 && line[1].equals(KEY) && line[2].matches("\\d{1,4}")) {
        return with(and(keys, new Key(Integer.parseInt(line[2]), line[3], line[4])));
      }
      return this;
    }

    private static <T> List<T> and(List<T> some, T one) {
      return Stream.concat(some.stream(), Stream.of(one)).toList();
    }
  }

  /**
   * Columns whose values must be equal.
   *
   * @param side the number of an earlier table
   * @param left a column of it
   * @param right a column of the table that is joined
   */
  record Key(int side, String left, String right) {}

  /** A join of tables of which nothing else was chosen yet. */
  static LeftJoin ofTables(List<SqlTable> tables) {
    return new LeftJoin(tables.stream().map(Part::new).toList());
  }

  /** {@return what brings it back} */
  OpenPage page() {
    return new OpenPage(
        KIND, parts.stream().flatMap(Part::lines).collect(Collectors.joining("\n")));
  }

  /** {@return the join of a page that was open} */
  static LeftJoin of(String text) {
    List<Part> parts = new ArrayList<>();
    for (String one : text.lines().toList()) {
      String[] line = one.split("\t", -1);
      if (!line[0].isEmpty() && line.length == 4) {
        parts.add(new Part(new SqlTable(line[0], new TableName(line[1], line[2], line[3]))));
      } else if (line[0].isEmpty() && !parts.isEmpty()) {
        parts.add(parts.removeLast().told(line));
      }
    }
    return new LeftJoin(parts);
  }

  /** {@return its tables on one line} */
  String about() {
    return parts.stream()
        .map(part -> part.table().name().table())
        .collect(Collectors.joining(", "));
  }
}
