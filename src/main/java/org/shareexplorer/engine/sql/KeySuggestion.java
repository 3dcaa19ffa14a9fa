package org.shareexplorer.engine.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/**
 * Two columns by which tables may be joined: a guess by their names and types, and by some of their
 * values.
 *
 * @param looked how many different values of the left column were looked up among those of the
 *     right one; 0 if none were
 * @param found how many of them were found. Both tables are looked at in their first rows only, so
 *     few found say little
 */
public record KeySuggestion(Field left, Field right, int looked, int found) {

  private static final int MOST = 3;
  private static final int ROWS = 1_000;

  /**
   * {@return columns that may belong together, the likeliest first; reads the first rows of those}
   *
   * @param leftName the left table's name, which keys of the right one may bear
   */
  public static List<KeySuggestion> of(
      String leftName, OpenTable left, String rightName, OpenTable right, Job job) {
    List<KeySuggestion> likely =
        byName(leftName, left.snapshot().fields(), rightName, right.snapshot().fields());
    if (likely.isEmpty()) {
      return likely;
    }
    RowPage leftRows =
        left.rows(0, ROWS, likely.stream().map(s -> s.left.name()).distinct().toList(), job);
    RowPage rightRows =
        right.rows(0, ROWS, likely.stream().map(s -> s.right.name()).distinct().toList(), job);
    List<KeySuggestion> looked = new ArrayList<>();
    for (KeySuggestion likelyOne : likely) {
      Set<String> here = values(leftRows, likelyOne.left);
      Set<String> there = values(rightRows, likelyOne.right);
      int all = here.size();
      here.retainAll(there);
      looked.add(new KeySuggestion(likelyOne.left, likelyOne.right, all, here.size()));
    }
    return looked;
  }

  private static Set<String> values(RowPage page, Field field) {
    int at = page.columns().indexOf(field);
    Set<String> values = new HashSet<>();
    page.rows().stream()
        .map(row -> row.get(at))
        .filter(Objects::nonNull)
        .forEach(value -> values.add(String.valueOf(value)));
    return values;
  }

  /** {@return columns that may belong together by their names and types, the likeliest first} */
  static List<KeySuggestion> byName(
      String leftName, List<Field> left, String rightName, List<Field> right) {
    record Scored(KeySuggestion suggestion, int score) {}
    List<Scored> scored = new ArrayList<>();
    for (Field l : left) {
      for (Field r : right) {
        int score = score(leftName, l, rightName, r);
        if (score > 0) {
          scored.add(new Scored(new KeySuggestion(l, r, 0, 0), score));
        }
      }
    }
    return scored.stream()
        .sorted(Comparator.comparingInt(Scored::score).reversed())
        .limit(MOST)
        .map(Scored::suggestion)
        .toList();
  }

  private static int score(String leftName, Field left, String rightName, Field right) {
    if (left.type().nested()
        || right.type().nested()
        || left.type() == Simple.BOOLEAN
        || !Join.family(left.type()).equals(Join.family(right.type()))) {
      return 0;
    }
    String l = plain(left.name());
    String r = plain(right.name());
    boolean key = l.endsWith("id") || l.endsWith("key") || l.endsWith("code") || l.endsWith("no");
    if (l.equals(r)) {
      return key ? 10 : left.type() == Simple.DOUBLE || left.type() == Simple.FLOAT ? 1 : 5;
    }
    // An id of customers may be called customer_id elsewhere.
    if (l.equals(one(rightName) + r) || r.equals(one(leftName) + l)) {
      return 8;
    }
    return key && (l.endsWith(r) || r.endsWith(l)) && Math.min(l.length(), r.length()) > 2 ? 4 : 0;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}]", "");
  }

  private static String one(String table) {
    String plain = plain(table);
    return plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
