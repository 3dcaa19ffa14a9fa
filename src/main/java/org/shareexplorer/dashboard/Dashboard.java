package org.shareexplorer.dashboard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A page of charts, tables and figures, as data: what is shown, of which tables, but none of their
 * rows. Immutable.
 *
 * @param name what people call it; not blank
 * @param tables its tables by the names that it has for them, which differ in more than case
 * @param tiles its tiles in the order that {@link Placement} places them
 */
public record Dashboard(String name, Map<String, TableReference> tables, List<Tile> tiles) {

  /** The most tiles that a dashboard has. */
  public static final int MOST_TILES = 100;

  /** The most tables that it is about. */
  public static final int MOST_TABLES = 50;

  public Dashboard {
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    tiles = List.copyOf(tiles);
    TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(tables.keySet());
    if (name.isBlank()
        || names.size() < tables.size()
        || names.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("names of a dashboard");
    }
    if (tiles.size() > MOST_TILES || tables.size() > MOST_TABLES) {
      throw new IllegalArgumentException("a dashboard too large");
    }
  }

  /** A dashboard without anything. */
  public Dashboard(String name) {
    this(name, Map.of(), List.of());
  }

  /**
   * A dashboard that has a name for a table.
   *
   * @param dashboard it
   * @param alias the name
   */
  public record Knowing(Dashboard dashboard, String alias) {}

  /** {@return the same, with a name for a table: the one it had, or a new one like the table's} */
  public Knowing knowing(TableReference table) {
    for (Map.Entry<String, TableReference> known : tables.entrySet()) {
      if (known.getValue().equals(table)) {
        return new Knowing(this, known.getKey());
      }
    }
    String alias = table.name().table();
    for (int number = 2; taken(alias); number++) {
      alias = table.name().table() + "_" + number;
    }
    Map<String, TableReference> more = new LinkedHashMap<>(tables);
    more.put(alias, table);
    return new Knowing(new Dashboard(name, more, tiles), alias);
  }

  private boolean taken(String alias) {
    return tables.keySet().stream().anyMatch(alias::equalsIgnoreCase);
  }

  /** {@return the same by another name} */
  public Dashboard named(String other) {
    return new Dashboard(other, tables, tiles);
  }

  /** {@return the same with one tile more, at the end} */
  public Dashboard with(Tile tile) {
    return changed(all -> all.add(tile));
  }

  /** {@return the same with a tile changed} */
  public Dashboard changed(int place, UnaryOperator<Tile> change) {
    return changed(all -> all.set(place, change.apply(all.get(place))));
  }

  /** {@return the same without a tile} */
  public Dashboard without(int place) {
    return changed(all -> all.remove(place));
  }

  /** {@return the same with a tile in another place among the others, as near as can be} */
  public Dashboard moved(int from, int to) {
    return changed(all -> {
      Tile tile = all.remove(from);
      all.add(Math.clamp(to, 0, all.size()), tile);
    });
  }

  /** Something done to a list of tiles. */
  @FunctionalInterface
  private interface Change {
    void to(List<Tile> all);
  }

  private Dashboard changed(Change change) {
    List<Tile> all = new ArrayList<>(tiles);
    change.to(all);
    return new Dashboard(name, tables, all);
  }
}
