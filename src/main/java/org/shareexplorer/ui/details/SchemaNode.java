package org.shareexplorer.ui.details;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;

/**
 * A column or a part of one, as a tree.
 *
 * @param name its name; of a part without one, what it is: "element", "key", "value"
 * @param type its type
 * @param nullable whether null is allowed
 * @param comment the provider's words, or empty
 * @param partition whether files are partitioned by it
 * @param parts its parts
 */
record SchemaNode(
    String name,
    DataType type,
    boolean nullable,
    String comment,
    boolean partition,
    List<SchemaNode> parts) {

  static SchemaNode of(Field field, boolean partition) {
    return new SchemaNode(
        field.name(),
        field.type(),
        field.nullable(),
        field.comment().orElse(""),
        partition,
        parts(field.type()));
  }

  private static SchemaNode unnamed(String name, DataType type, boolean nullable) {
    return new SchemaNode(name, type, nullable, "", false, parts(type));
  }

  private static List<SchemaNode> parts(DataType type) {
    return switch (type) {
      case DataType.Struct struct -> struct.fields().stream().map(f -> of(f, false)).toList();
      case DataType.Array array ->
          List.of(unnamed("element", array.element(), array.containsNull()));
      case DataType.MapOf map ->
          List.of(
              unnamed("key", map.key(), false),
              unnamed("value", map.value(), map.valueContainsNull()));
      default -> List.of();
    };
  }

  /** {@return the type in one word where the parts below say the rest} */
  String typeText() {
    return switch (type) {
      case DataType.Struct _ -> "struct";
      case DataType.Array array when array.element().nested() -> "array";
      case DataType.MapOf map when map.value().nested() -> "map";
      default -> type.text();
    };
  }

  /** {@return this node with the parts that hold the words; none if neither it nor a part does} */
  Optional<SchemaNode> found(String words) {
    String sought = words.strip().toLowerCase(Locale.ROOT);
    boolean here =
        Stream.of(name, type.nested() ? "" : type.text(), comment)
            .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(sought));
    if (here) {
      return Optional.of(this);
    }
    List<SchemaNode> kept = parts.stream().flatMap(part -> part.found(words).stream()).toList();
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(new SchemaNode(name, type, nullable, comment, partition, kept));
  }
}
