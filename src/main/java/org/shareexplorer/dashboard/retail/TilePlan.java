package org.shareexplorer.dashboard.retail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.shareexplorer.dashboard.Content;
import org.shareexplorer.dashboard.Tile;

/** Collects the tiles that a shape allows, and what the others lack. */
final class TilePlan {

  private static final int HEIGHT = 4;

  private final Shape shape;
  private final List<Tile> tiles = new ArrayList<>();
  private final Map<String, List<String>> leftOut = new LinkedHashMap<>();

  TilePlan(Shape shape) {
    this.shape = shape;
  }

  /** Adds a tile of usual height, if all of the roles that it needs are played. */
  void add(int width, String title, String note, Supplier<Content> content, Role... needed) {
    add(width, HEIGHT, title, note, lacking(needed), content);
  }

  /** Adds a tile that needs a table, whatever its columns are. */
  void addOf(
      Part part, int width, int height, String title, String note, Supplier<Content> content) {
    add(width, height, title, note, lacking(part), content);
  }

  /** Adds a tile, if nothing is lacking. */
  void add(
      int width,
      int height,
      String title,
      String note,
      Optional<String> lacking,
      Supplier<Content> content) {
    if (lacking.isEmpty()) {
      tiles.add(new Tile(title, note, width, height, content.get()));
    } else {
      leftOut.computeIfAbsent(lacking.get(), none -> new ArrayList<>()).add(title);
    }
  }

  private Optional<String> lacking(Part part) {
    return shape.table(part).isPresent()
        ? Optional.empty()
        : Optional.of("a table of " + part.words().toLowerCase(Locale.ROOT));
  }

  /** {@return what a tile with these roles lacks, for a person} */
  Optional<String> lacking(Role... needed) {
    Optional<String> table =
        Arrays.stream(needed).flatMap(role -> lacking(role.part()).stream()).findFirst();
    String roles =
        Arrays.stream(needed)
            .filter(role -> shape.column(role).isEmpty())
            .map(role -> "a column for “" + role.words() + "”" + text(role))
            .collect(Collectors.joining(" and "));
    return table.isPresent() || roles.isEmpty() ? table : Optional.of(roles);
  }

  /** A column that would do, if it did not hold texts. */
  private String text(Role role) {
    return shape.table(role.part()).stream()
        .flatMap(table -> table.fields().stream())
        .filter(role::isText)
        .findFirst()
        .map(column -> " (" + column.name() + " holds texts)")
        .orElse("");
  }

  /** {@return the tiles that there are} */
  List<Tile> tiles() {
    return tiles;
  }

  /** {@return what is not there and why, a sentence for each lack; blank if nothing is missing} */
  String missing() {
    return leftOut.entrySet().stream()
        .map(lack ->
            "For want of " + lack.getKey() + ": no " + String.join(", no ", lack.getValue()) + ".")
        .collect(Collectors.joining("\n\n"));
  }
}
