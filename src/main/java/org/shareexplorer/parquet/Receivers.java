package org.shareexplorer.parquet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapKeyValueTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values.StructValue;
import org.shareexplorer.table.Values.Undecodable;

/**
 * Fits what a file holds to what the table says of it: which receiver builds which value. Where
 * both contradict each other the value is {@link Undecodable}.
 */
final class Receivers {

  /** Where the table says nothing of a type, the file's own is taken. */
  private static final DataType ANY = new DataType.Unknown("");

  private Receivers() {}

  /** {@return a receiver for a field of a group or of the file itself} */
  static Converter field(Type file, DataType type, Consumer<@Nullable Object> sink) {
    // Outside of a list, a repeated field is a list of its own.
    return file.isRepetition(Type.Repetition.REPEATED) && type instanceof DataType.Array array
        ? value(file, array.element(), sink)
        : value(file, type, sink);
  }

  private static Converter value(Type file, DataType type, Consumer<@Nullable Object> sink) {
    if (file.isPrimitive()) {
      return new Leaf(LeafValue.of(file.asPrimitiveType(), type), sink);
    }
    GroupType group = file.asGroupType();
    return switch (type) {
      case DataType.Array array when listLike(group) -> list(group, array.element(), sink);
      case DataType.MapOf map when mapLike(group) -> map(group, map.key(), map.value(), sink);
      case DataType.Struct struct when !annotated(group) -> struct(group, struct.fields(), sink);
      case Simple simple when simple == Simple.VOID -> natural(group, _ -> sink.accept(null));
      case Simple simple when simple == Simple.VARIANT ->
          natural(group, parts -> sink.accept(StoredVariant.of(parts)));
      case DataType.Unknown _ -> natural(group, sink);
      default ->
          natural(
              group,
              _ ->
                  sink.accept(
                      new Undecodable(
                          "The table says "
                              + type.text()
                              + ", the file holds something else here.")));
    };
  }

  /** What the file itself says a group is. */
  private static Converter natural(GroupType group, Consumer<@Nullable Object> sink) {
    if (annotated(group) && listLike(group)) {
      return list(group, ANY, sink);
    }
    if (annotated(group) && mapLike(group)) {
      return map(group, ANY, ANY, sink);
    }
    return struct(
        group,
        group.getFields().stream().map(f -> new Field(f.getName(), ANY, true)).toList(),
        sink);
  }

  static boolean annotated(GroupType group) {
    return group.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
        || group.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation
        || group.getLogicalTypeAnnotation() instanceof MapKeyValueTypeAnnotation;
  }

  static boolean listLike(GroupType group) {
    return group.getFieldCount() == 1
        && group.getType(0).isRepetition(Type.Repetition.REPEATED)
        && !(group.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation);
  }

  static boolean mapLike(GroupType group) {
    return group.getFieldCount() == 1
        && group.getType(0).isRepetition(Type.Repetition.REPEATED)
        && !group.getType(0).isPrimitive()
        && group.getType(0).asGroupType().getFieldCount() == 2;
  }

  private static Converter list(
      GroupType group, DataType element, Consumer<@Nullable Object> sink) {
    Group.Parts parts =
        (repeated, take) ->
            isElement(group, repeated)
                ? value(repeated, element, take)
                : new Group(
                    repeated.asGroupType(),
                    (part, inner) -> field(part, element, inner),
                    values -> values[0],
                    take);
    return new Group(group, parts, values -> values[0], sink);
  }

  /**
   * Whether the repeated field is the element itself (a list of two levels) or only wraps it
   * (Parquet format, "Backward-compatibility rules" of lists).
   */
  static boolean isElement(GroupType list, Type repeated) {
    if (repeated.isPrimitive() || repeated.asGroupType().getFieldCount() != 1) {
      return true;
    }
    return repeated.getName().equals("array")
        || repeated.getName().equals(list.getName() + "_tuple")
        || annotated(repeated.asGroupType());
  }

  private static Converter map(
      GroupType group, DataType key, DataType value, Consumer<@Nullable Object> sink) {
    Group.Parts parts =
        (repeated, take) -> {
          GroupType entry = repeated.asGroupType();
          return new Group(
              entry,
              (part, inner) ->
                  field(part, entry.getFieldIndex(part.getName()) == 0 ? key : value, inner),
              values -> values.clone(),
              take);
        };
    return new Group(group, parts, values -> entries(values[0]), sink);
  }

  private static Map<@Nullable Object, @Nullable Object> entries(@Nullable Object list) {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (Object entry : (List<?>) Objects.requireNonNull(list)) {
      @Nullable Object[] keyAndValue = (Object[]) entry;
      map.put(keyAndValue[0], keyAndValue[1]);
    }
    return Collections.unmodifiableMap(map);
  }

  private static Converter struct(
      GroupType group, List<Field> fields, Consumer<@Nullable Object> sink) {
    Map<Type, DataType> types = new LinkedHashMap<>();
    List<Integer> places = new ArrayList<>();
    for (Field field : fields) {
      Type part = Match.of(group.getFields(), Function.identity(), field).orElse(null);
      places.add(part == null ? -1 : group.getFields().indexOf(part));
      if (part != null) {
        types.put(part, field.type());
      }
    }
    Function<@Nullable Object[], StructValue> made =
        values -> {
          Map<String, @Nullable Object> byName = new LinkedHashMap<>();
          for (int i = 0; i < fields.size(); i++) {
            int place = places.get(i);
            byName.put(fields.get(i).name(), place < 0 ? null : values[place]);
          }
          return new StructValue(Collections.unmodifiableMap(byName));
        };
    return new Group(
        group,
        (part, inner) -> field(part, types.getOrDefault(part, Simple.VOID), inner),
        made,
        sink);
  }
}
