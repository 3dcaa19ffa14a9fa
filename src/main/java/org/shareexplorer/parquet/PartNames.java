package org.shareexplorer.parquet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/**
 * What a table calls a column of a file and all its parts: names within structs may be mapped to
 * others as well (Delta protocol, "Column Mapping"). A part that is none of the table's gets a name
 * that none of its neighbours has, so that it cannot be taken for one of them.
 */
final class PartNames {

  private final List<String> elements = new ArrayList<>();
  private final List<List<String>> leaves = new ArrayList<>();

  private PartNames() {}

  /** {@return the names of a file's column that holds a table's field} */
  static PartNames of(Column column, Field field) {
    PartNames names = new PartNames();
    names.add(column.type(), field.name(), field.type(), List.of());
    return names;
  }

  /** {@return the name of the column, then those of its parts, each before its own parts} */
  List<String> elements() {
    return elements;
  }

  /** {@return the names from the column down to each leaf} */
  List<List<String>> leaves() {
    return leaves;
  }

  private void add(Type file, String name, DataType type, List<String> above) {
    List<String> path = new ArrayList<>(above);
    path.add(name);
    elements.add(name);
    if (file.isPrimitive()) {
      leaves.add(path);
      return;
    }
    GroupType group = file.asGroupType();
    // Outside of a list, a repeated group is an element of a list of its own.
    DataType own =
        file.isRepetition(Type.Repetition.REPEATED) && type instanceof DataType.Array list
            ? list.element()
            : type;
    switch (own) {
      case DataType.Array array when Receivers.listLike(group) ->
          repeated(group, array, List.of(array.element()), path);
      case DataType.MapOf map when Receivers.mapLike(group) ->
          repeated(group, map, List.of(map.key(), map.value()), path);
      case DataType.Struct struct when !Receivers.annotated(group) -> struct(group, struct, path);
      default -> group.getFields().forEach(part -> add(part, part.getName(), Simple.VOID, path));
    }
  }

  /** The repeated part of a list or a map, which is or has what the table knows of. */
  private void repeated(GroupType group, DataType type, List<DataType> parts, List<String> above) {
    Type repeated = group.getType(0);
    if (type instanceof DataType.Array array && Receivers.isElement(group, repeated)) {
      // It is repeated as an element of this list, not as a list within it.
      add(repeated, repeated.getName(), new DataType.Array(array.element(), true), above);
      return;
    }
    elements.add(repeated.getName());
    List<String> path = new ArrayList<>(above);
    path.add(repeated.getName());
    for (int i = 0; i < parts.size(); i++) {
      Type part = repeated.asGroupType().getType(i);
      add(part, part.getName(), parts.get(i), path);
    }
  }

  private void struct(GroupType group, DataType.Struct struct, List<String> above) {
    Set<String> taken = new HashSet<>();
    IdentityHashMap<Type, Field> found = new IdentityHashMap<>();
    for (Field field : struct.fields()) {
      taken.add(field.name().toLowerCase(Locale.ROOT));
      Match.of(group.getFields(), Function.identity(), field)
          .ifPresent(part -> found.putIfAbsent(part, field));
    }
    for (Type part : group.getFields()) {
      Field field = found.get(part);
      if (field == null) {
        add(part, unlike(part.getName(), taken), Simple.VOID, above);
      } else {
        add(part, field.name(), field.type(), above);
      }
    }
  }

  private static String unlike(String start, Set<String> taken) {
    String name = start;
    while (!taken.add(name.toLowerCase(Locale.ROOT))) {
      name += "_";
    }
    return name;
  }
}
